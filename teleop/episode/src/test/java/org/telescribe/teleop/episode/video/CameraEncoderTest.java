package org.telescribe.teleop.episode.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.ImageHistogram;
import org.telescribe.teleop.episode.model.VideoCodec;
import org.telescribe.teleop.episode.model.VideoSettings;

class CameraEncoderTest {
    private static final CameraFeature CAMERA = new CameraFeature("head", 320, 240);

    @TempDir
    Path directory = Path.of("");

    private static VideoSettings settings(VideoCodec codec) {
        return switch (codec) {
            case SVT_AV1 -> VideoSettings.lowDelayAv1();
            case OPEN_H264 -> VideoSettings.openH264();
            case MJPEG -> VideoSettings.motionJpeg();
        };
    }

    private static CameraEncoder open(VideoSettings settings, int framesPerSecond) {
        return VideoEncoders.open(settings, CAMERA, framesPerSecond, new RecordingScheduling());
    }

    @ParameterizedTest
    @EnumSource(VideoCodec.class)
    void eachPictureComesOutWhenItGoesIn(VideoCodec codec) {
        TestPictures pictures = new TestPictures(CAMERA.width(), CAMERA.height(), 1);
        try (CameraEncoder encoder = open(settings(codec), 30)) {
            for (int row = 0; row < 40; row++) {
                List<EncodedPacket> packets = encoder.encode(pictures.moving(row), row);
                assertEquals(1, packets.size(), "packets after row " + row);
                assertEquals(row, packets.getFirst().rowIndex());
            }
            assertEquals(List.of(), encoder.drain());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void keyframesComeAtTheIntervalAsked(int interval) {
        TestPictures pictures = new TestPictures(CAMERA.width(), CAMERA.height(), 1);
        try (CameraEncoder encoder = open(VideoSettings.lowDelayAv1().withKeyframeInterval(interval), 30)) {
            for (int row = 0; row < 30; row++) {
                EncodedPacket packet = encoder.encode(pictures.moving(row), row).getFirst();
                assertEquals(row % interval == 0, packet.keyframe(), "keyframe at row " + row);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(VideoCodec.class)
    void muxedFileHasTheExactGridAndEveryPicture(VideoCodec codec) {
        int framesPerSecond = 30;
        Path file = directory.resolve(codec + ".mp4");
        int rows = write(file, codec, framesPerSecond, 25);
        try (VideoFileReader reader = new VideoFileReader(file)) {
            VideoSummary summary = reader.summarize(framesPerSecond);
            assertEquals(rows, summary.samples());
            assertEquals(0.0, summary.firstSeconds());
            assertTrue(summary.worstGridSeconds() < 1e-9, summary.toString());
            assertEquals(15_360, summary.timescale());
            assertEquals(framesPerSecond, summary.averageRateHertz());
            assertEquals(codec.codecName(), summary.codecName());
            assertTrue(summary.startsWithKeyframe());
        }
        try (VideoFileReader reader = new VideoFileReader(file)) {
            int decoded = 0;
            while (reader.decodeNext()) {
                assertEquals(decoded / (double) framesPerSecond, reader.seconds(), 1e-9);
                decoded++;
            }
            assertEquals(rows, decoded);
        }
    }

    private static int write(Path file, VideoCodec codec, int framesPerSecond, int rows) {
        TestPictures pictures = new TestPictures(CAMERA.width(), CAMERA.height(), 1);
        try (CameraEncoder encoder = open(settings(codec), framesPerSecond);
                Mp4Writer writer = new Mp4Writer(file, CAMERA, codec, framesPerSecond, encoder.codecHeader())) {
            for (int row = 0; row < rows; row++) {
                for (EncodedPacket packet : encoder.encode(pictures.moving(row), row)) {
                    writer.append(packet.data(), packet.keyframe());
                }
            }
            writer.finish();
            return (int) writer.samples();
        }
    }

    @ParameterizedTest
    @EnumSource(VideoCodec.class)
    void coloursSurviveWithinTwoOfTwoHundredAndFiftyFive(VideoCodec codec) {
        int[][] colours = {
            {16, 128, 128}, {42, 128, 128}, {126, 128, 128}, {235, 128, 128}, {81, 90, 240}, {145, 54, 34}
        };
        for (int[] colour : colours) {
            Path file = directory.resolve(codec + "-" + colour[0] + ".mp4");
            TestPictures pictures = new TestPictures(CAMERA.width(), CAMERA.height(), 1);
            try (CameraEncoder encoder = open(settings(codec), 30);
                    Mp4Writer writer = new Mp4Writer(file, CAMERA, codec, 30, encoder.codecHeader())) {
                EncodedPacket packet = encoder.encode(pictures.plain(colour[0], colour[1], colour[2]), 0)
                        .getFirst();
                writer.append(packet.data(), packet.keyframe());
                writer.finish();
            }
            try (VideoFileReader reader = new VideoFileReader(file)) {
                assertTrue(reader.decodeNext());
                ByteBuffer pixels = reader.picture();
                int luma = CAMERA.width() * CAMERA.height();
                assertEquals(colour[0], pixels.get(luma / 2 + 160) & 0xFF, 2, "luma");
                assertEquals(colour[1], pixels.get(luma + luma / 8) & 0xFF, 2, "u");
                assertEquals(colour[2], pixels.get(luma + luma / 4 + luma / 8) & 0xFF, 2, "v");
            }
        }
    }

    /// A window that was opened by a thread which had encoded before drew in the background.
    @Test
    void encodersAreOpenedInTheBackgroundAndTheCallerStaysWhereItWas() {
        RecordingScheduling scheduling = new RecordingScheduling();
        VideoEncoders.open(VideoSettings.motionJpeg(), CAMERA, 30, scheduling).close();
        assertEquals(List.of("open encoder 10"), scheduling.asked);
    }

    @Test
    void whyAnEncoderDoesNotStartReachesTheCaller() {
        CameraFeature tooWide = new CameraFeature("head", 40_000, 64);
        DatasetException refused = assertThrows(
                DatasetException.class,
                () -> VideoEncoders.open(VideoSettings.lowDelayAv1(), tooWide, 30, new RecordingScheduling()));
        assertTrue(String.valueOf(refused.getMessage()).contains("head"), refused.getMessage());
    }

    @Test
    void histogramComesWithTheFirstPictureAndKnowsItsColour() {
        TestPictures pictures = new TestPictures(CAMERA.width(), CAMERA.height(), 1);
        try (CameraEncoder encoder = open(VideoSettings.motionJpeg(), 30)) {
            List<EncodedPacket> packets = new ArrayList<>(encoder.encode(pictures.plain(235, 128, 128), 0));
            ImageHistogram histogram = packets.getFirst().histogram();
            assertNotNull(histogram);
            for (int channel = 0; channel < ImageHistogram.CHANNELS; channel++) {
                assertTrue(histogram.count(channel, 255) > 1_000, "white counts in channel " + channel);
                assertEquals(0, histogram.count(channel, 0));
            }
            EncodedPacket second =
                    encoder.encode(pictures.plain(16, 128, 128), 1).getFirst();
            assertFalse(second.histogram() != null, "the second picture brings no histogram");
        }
    }
}
