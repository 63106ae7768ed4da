package org.telescribe.teleop.episode.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.VideoCodec;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.video.ColourPictures.Matrix;

class PictureCopyTest {
    @TempDir
    Path directory = Path.of("");

    private static ByteBuffer firstPicture(Path file) {
        PooledFrame frame = new FramePool(1, ColourPictures.WIDTH, ColourPictures.HEIGHT, false).take();
        assertNotNull(frame);
        try (SeekableVideo video = SeekableVideo.open(VideoIndex.read(file), 1)) {
            video.decode(0, frame);
        }
        return frame.pixels();
    }

    private static int range(boolean full) {
        return full ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG;
    }

    /// Bars and ramp come back as red, green and blue through the matrix and range that the file names.
    @ParameterizedTest
    @CsvSource({
        "yuv420p, bt601, false, 2",
        "yuv420p, bt601, true, 2",
        "yuv420p, bt709, false, 2",
        "yuv420p, bt709, true, 2",
        "yuv422p, bt601, false, 2",
        "yuv444p, bt601, true, 2",
        "yuv444p, bt709, false, 2",
        "yuv420p10, bt709, false, 2",
        "yuv420p10, bt601, false, 2",
        "rgb, rgb, true, 2",
    })
    void coloursComeBackAsTheFileIsTagged(String format, String space, boolean fullRange, double most) {
        Path file = directory.resolve("%s-%s-%s.mkv".formatted(format, space, fullRange));
        int pixelFormat = switch (format) {
            case "yuv420p" -> avutil.AV_PIX_FMT_YUV420P;
            case "yuv422p" -> avutil.AV_PIX_FMT_YUV422P;
            case "yuv444p" -> avutil.AV_PIX_FMT_YUV444P;
            case "yuv420p10" -> avutil.AV_PIX_FMT_YUV420P10LE;
            default -> avutil.AV_PIX_FMT_BGR0;
        };
        int tag = switch (space) {
            case "bt601" -> avutil.AVCOL_SPC_SMPTE170M;
            case "bt709" -> avutil.AVCOL_SPC_BT709;
            default -> avutil.AVCOL_SPC_RGB;
        };
        Matrix matrix =
                space.equals("bt709") ? new Matrix(0.2126, 0.0722, fullRange) : new Matrix(0.299, 0.114, fullRange);
        ColourPictures.write(file, pixelFormat, matrix, tag, range(fullRange));
        double worst = ColourPictures.worst(firstPicture(file));
        assertTrue(worst <= most, "worst " + worst);
    }

    @ParameterizedTest
    @EnumSource(VideoCodec.class)
    void whatTheRecorderEncodesComesBackWithinTwo(VideoCodec codec) {
        CameraFeature camera = new CameraFeature("head", ColourPictures.WIDTH, ColourPictures.HEIGHT);
        VideoSettings settings = switch (codec) {
            case SVT_AV1 -> new VideoSettings(codec, 10, 8, 12);
            case OPEN_H264 -> new VideoSettings(codec, 10, 4, 0);
            case MJPEG -> new VideoSettings(codec, 1, 2, 0);
        };
        ByteBuffer pixels = ByteBuffer.allocateDirect(camera.width() * camera.height() * 3 / 2);
        Matrix matrix = new Matrix(0.299, 0.114, false);
        for (int plane = 0; plane < 3; plane++) {
            int step = plane == 0 ? 1 : 2;
            for (int y = 0; y < camera.height(); y += step) {
                for (int x = 0; x < camera.width(); x += step) {
                    pixels.put((byte) Math.round(matrix.yuv(x, y)[plane]));
                }
            }
        }
        assertEquals(0, pixels.remaining());
        Path file = directory.resolve(codec + ".mp4");
        try (CameraEncoder encoder = VideoEncoders.open(settings, camera, 30, new RecordingScheduling());
                Mp4Writer writer = new Mp4Writer(file, camera, codec, 30, encoder.codecHeader())) {
            EncodedPacket packet = encoder.encode(pixels.clear(), 0).getFirst();
            writer.append(packet.data(), packet.keyframe());
            writer.finish();
        }
        double worst = ColourPictures.worst(firstPicture(file));
        assertTrue(worst <= 2, "worst " + worst);
    }
}
