package org.telescribe.teleop.episode.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.video.NumberedVideos.Kind;

class SeekableVideoTest {
    private static final String LOW_DELAY_AV1 = "preset=12 crf=30 svtav1-params=lp=1:pred-struct=1:rtc=1";

    @TempDir
    Path directory = Path.of("");

    private static double[] grid(int pictures, double rate, double startSeconds) {
        return IntStream.range(0, pictures)
                .mapToDouble(k -> startSeconds + k / rate)
                .toArray();
    }

    private static PooledFrame buffer() {
        PooledFrame frame = new FramePool(1, NumberedVideos.WIDTH, NumberedVideos.HEIGHT, false).take();
        assertNotNull(frame);
        return frame;
    }

    private static void assertEveryPictureIsExact(Path file, int pictures, TestReporter reporter) {
        VideoIndex index = VideoIndex.read(file);
        assertEquals(pictures, index.pictures());
        PooledFrame into = buffer();
        long seed = 20261124;
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        try (SeekableVideo video = SeekableVideo.open(index, 1)) {
            for (int picture = 0; picture < pictures; picture++) {
                video.decode(picture, into);
                assertEquals(picture, NumberedVideos.number(into.pixels()), "in order");
            }
            for (int picture = pictures - 1; picture >= 0; picture -= 3) {
                video.decode(picture, into);
                assertEquals(picture, NumberedVideos.number(into.pixels()), "backwards");
            }
            for (int i = 0; i < 120; i++) {
                int picture = random.nextInt(pictures);
                video.decode(picture, into);
                assertEquals(picture, NumberedVideos.number(into.pixels()), "seek " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "libsvtav1, 10, 0, " + LOW_DELAY_AV1,
        "libsvtav1, 40, 0, preset=12 crf=30 svtav1-params=lp=1",
        "libopenh264, 10, 0, rc_mode=off allow_skip_frames=0",
        "mpeg4, 12, 2, b_strategy=0",
        "libvpx-vp9, 15, 0, deadline=realtime cpu-used=8",
        "mjpeg, 1, 0, ''",
    })
    void everyPictureOfEveryCodecIsTheOneAskedFor(
            String encoder, int interval, int betweenFrames, String options, TestReporter reporter) {
        Path file = directory.resolve(encoder + interval + ".mp4");
        NumberedVideos.write(file, new Kind(encoder, interval, betweenFrames, options), grid(90, 30, 0));
        assertEveryPictureIsExact(file, 90, reporter);
    }

    @Test
    void picturesStoredOutOfOrderAreNumberedInTheOrderInWhichTheyAreShown() {
        Path file = directory.resolve("between.mp4");
        NumberedVideos.write(file, new Kind("mpeg4", 12, 2, "b_strategy=0"), grid(40, 30, 0));
        VideoIndex index = VideoIndex.read(file);
        assertEquals(40, index.pictures());
        for (int k = 1; k < 40; k++) {
            assertEquals(1 / 30.0, index.seconds(k) - index.seconds(k - 1), 1e-4);
            assertTrue(index.keyframeOf(k) <= k);
        }
        assertTrue(index.keyframes() > 1);
    }

    @Test
    void aMomentMeansTheGreatestPresentationTimeThatIsNotAfterIt() {
        Path file = directory.resolve("av1.mp4");
        NumberedVideos.write(file, new Kind("libsvtav1", 10, 0, LOW_DELAY_AV1), grid(60, 30, 0));
        VideoIndex index = VideoIndex.read(file);
        for (int k = 0; k < 60; k++) {
            assertEquals(k, index.frameAt(k / 30.0), "exactly");
            assertEquals(k, index.frameAt((double) (float) (k / 30.0)), "rounded to 32 bits");
            assertEquals(k, index.frameAt(Math.floor(k / 30.0 * 1e9) / 1e9), "rounded to nanoseconds");
            assertEquals(k, index.frameAt((k + 0.99) / 30), "shortly before the next");
            assertEquals(k - 1, index.frameAt(k / 30.0 - 0.001), "a millisecond too early");
            assertEquals(k / 10 * 10, index.keyframeOf(k));
            assertEquals(k % 10 == 0, index.isKeyframe(k));
        }
        assertEquals(-1, index.frameAt(-0.01));
        assertEquals(59, index.frameAt(100));
    }

    @Test
    void aFileThatDoesNotStartAtZeroKeepsItsOwnTime(TestReporter reporter) {
        Path file = directory.resolve("late.mkv");
        NumberedVideos.write(file, new Kind("libsvtav1", 10, 0, LOW_DELAY_AV1), grid(30, 30, 2.5));
        VideoIndex index = VideoIndex.read(file);
        assertEquals(2.5, index.seconds(0), 1e-3);
        assertEquals(-1, index.frameAt(2.4));
        assertEquals(0, index.frameAt(2.51));
        assertEveryPictureIsExact(file, 30, reporter);
    }

    @Test
    void picturesAtAnyRateAreFoundByTheirOwnTimes(TestReporter reporter) {
        double[] seconds = new double[50];
        for (int k = 1; k < seconds.length; k++) {
            seconds[k] = seconds[k - 1] + (k % 7 == 0 ? 0.21 : 0.02 + k % 3 * 0.011);
        }
        Path file = directory.resolve("variable.mp4");
        NumberedVideos.write(file, new Kind("libopenh264", 10, 0, "rc_mode=off allow_skip_frames=0"), seconds);
        VideoIndex index = VideoIndex.read(file);
        for (int k = 0; k < seconds.length; k++) {
            assertEquals(seconds[k], index.seconds(k), 1e-4);
            double next = k + 1 < seconds.length ? seconds[k + 1] : seconds[k] + 1;
            assertEquals(k, index.frameAt((seconds[k] + next) / 2));
        }
        assertEveryPictureIsExact(file, seconds.length, reporter);
    }

    @Test
    void picturesThatNoOtherNeedsAreLeftOutAndTheOthersStayTheSame() {
        Path file = directory.resolve("av1.mp4");
        NumberedVideos.write(file, new Kind("libsvtav1", 60, 0, LOW_DELAY_AV1), grid(60, 30, 0));
        VideoIndex index = VideoIndex.read(file);
        PooledFrame straight = buffer();
        PooledFrame shortCut = buffer();
        int decoded = 0;
        int passed = 0;
        try (SeekableVideo all = SeekableVideo.open(index, 1);
                SeekableVideo some = SeekableVideo.open(index, 1)) {
            for (int picture = 0; picture < 60; picture++) {
                all.aim(picture);
                assertEquals(picture, all.advance(0), "nothing left out");
                all.copyTo(straight);
                some.aim(0);
                int reached;
                do {
                    reached = some.advance(picture);
                    decoded++;
                } while (reached < picture);
                assertEquals(picture, reached);
                passed += picture + 1;
                some.copyTo(shortCut);
                assertEquals(0, straight.pixels().compareTo(shortCut.pixels()), "picture " + picture);
            }
        }
        assertTrue(decoded < passed * 0.6, "decoded %d of %d pictures".formatted(decoded, passed));
    }

    private static void assertSameIndex(Path file) {
        VideoIndex table = VideoIndex.read(file);
        VideoIndex samples = VideoIndexReader.readSamples(file);
        assertEquals(samples.pictures(), table.pictures(), file.toString());
        assertEquals(samples.keyframes(), table.keyframes());
        for (int picture = 0; picture < samples.pictures(); picture++) {
            assertEquals(samples.seconds(picture), table.seconds(picture), "picture " + picture);
            assertEquals(samples.keyframeOf(picture), table.keyframeOf(picture));
            assertEquals(samples.start(picture), table.start(picture));
        }
        for (int start = 0; start < samples.keyframes(); start++) {
            assertEquals(samples.startDecodeTicks(start), table.startDecodeTicks(start));
            assertEquals(samples.startPicture(start), table.startPicture(start));
        }
    }

    @Test
    void theTableOfSamplesAndTheSamplesSayTheSame(TestReporter reporter) {
        Path plain = directory.resolve("plain.mp4");
        NumberedVideos.write(plain, new Kind("libsvtav1", 10, 0, LOW_DELAY_AV1), grid(60, 30, 0));
        assertSameIndex(plain);
        Path late = directory.resolve("late.mp4");
        OddVideos.restamp(plain, late, 12_345, 30, 1.5, 7);
        assertEquals(1.5, VideoIndex.read(late).seconds(0), 1e-3);
        assertSameIndex(late);
        Path vp9 = directory.resolve("vp9.mp4");
        NumberedVideos.write(vp9, new Kind("libvpx-vp9", 15, 0, "deadline=realtime cpu-used=8"), grid(40, 25, 0));
        assertSameIndex(vp9);
        Path between = directory.resolve("between.mp4");
        NumberedVideos.write(between, new Kind("mpeg4", 12, 2, "b_strategy=0"), grid(40, 30, 0));
        assertSameIndex(between);
        Path fragments = directory.resolve("fragments.mp4");
        NumberedVideos.writeFragments(fragments, new Kind("libsvtav1", 10, 0, LOW_DELAY_AV1), grid(60, 30, 0));
        assertEquals(60, VideoIndex.read(fragments).pictures(), "a file in fragments has no whole table");
        assertSameIndex(fragments);
        assertEveryPictureIsExact(fragments, 60, reporter);
    }

    @Test
    void aMissingFileSaysSo() {
        DatasetException missing =
                assertThrows(DatasetException.class, () -> VideoIndex.read(directory.resolve("none.mp4")));
        assertTrue(String.valueOf(missing.getMessage()).contains("none.mp4 is missing"), missing.getMessage());
    }

    @Test
    void aFileThatIsNoVideoSaysSo() throws IOException {
        Path file = directory.resolve("text.mp4");
        Files.writeString(file, "no video at all");
        DatasetException broken = assertThrows(DatasetException.class, () -> VideoIndex.read(file));
        assertTrue(String.valueOf(broken.getMessage()).contains("text.mp4 cannot be read"), broken.getMessage());
    }

    @Test
    void damagedPicturesAreNamedWithCodecAndFileAndTheOthersStayExact() throws IOException {
        Path file = directory.resolve("damaged.mp4");
        NumberedVideos.write(file, new Kind("libsvtav1", 10, 0, LOW_DELAY_AV1), grid(60, 30, 0));
        VideoIndex sound = VideoIndex.read(file);
        byte[] bytes = Files.readAllBytes(file);
        int from = bytes.length / 2;
        Arrays.fill(bytes, from, from + 40, (byte) 0xFF);
        Files.write(file, bytes);
        PooledFrame into = buffer();
        int refused = 0;
        try (SeekableVideo video = SeekableVideo.open(sound, 1)) {
            for (int picture = 59; picture >= 0; picture--) {
                try {
                    video.decode(picture, into);
                } catch (DatasetException damaged) {
                    refused++;
                    assertTrue(
                            String.valueOf(damaged.getMessage()).contains("damaged.mp4 (av1)"), damaged.getMessage());
                }
            }
            video.decode(5, into);
            assertEquals(5, NumberedVideos.number(into.pixels()));
        }
        assertFalse(refused == 60, "the sound part can be decoded");
    }
}
