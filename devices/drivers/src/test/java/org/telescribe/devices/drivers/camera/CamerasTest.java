package org.telescribe.devices.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.devices.core.time.SystemSessionClock;

class CamerasTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;
    private static final String VIDEO = "shared/data/annot-finevla-demo/videos/bridge-39043.mp4";

    private final SteppedClock clock = new SteppedClock(0);
    private final FramePool pool = new FramePool(2, WIDTH, HEIGHT, true);
    private final DeadlineWait simulated = deadlineNanos -> {
        // simulated time does not pass by waiting
    };

    private PooledFrame frameOf(CameraSource camera) throws CameraLost {
        PooledFrame frame = camera.next(clock.nanoTime());
        assertNotNull(frame);
        return frame;
    }

    /// Colours by the definition of BT.601, limited range.
    @ParameterizedTest
    @CsvSource({
        "0x000000, 16, 128, 128",
        "0x1E1E1E, 42, 128, 128",
        "0x808080, 126, 128, 128",
        "0xFFFFFF, 235, 128, 128",
        "0xFF0000, 81, 90, 240",
        "0x00FF00, 145, 54, 34",
        "0x0000FF, 41, 240, 110",
    })
    void coloursComeOutAsBt601LimitedRange(String colour, int y, int u, int v) throws CameraLost {
        String graph = "color=c=%s:size=%dx%d:rate=30,format=rgb24".formatted(colour, WIDTH, HEIGHT);
        try (CameraSource camera = GeneratorCamera.open("head", graph, pool, clock, simulated)) {
            PooledFrame frame = frameOf(camera);
            ByteBuffer pixels = frame.pixels();
            assertEquals(y, pixels.get(WIDTH * HEIGHT / 2 + WIDTH / 2) & 0xFF, 1);
            assertEquals(u, pixels.get(WIDTH * HEIGHT + 1000) & 0xFF, 1);
            assertEquals(v, pixels.get(WIDTH * HEIGHT * 5 / 4 + 1000) & 0xFF, 1);
            frame.release();
        }
    }

    @Test
    void generatedPicturesComeAtTheRateAndDiffer() throws CameraLost {
        try (CameraSource camera =
                GeneratorCamera.open("head", "testsrc2=size=160x120:rate=25", pool, clock, simulated)) {
            assertEquals(new CameraInfo("head", WIDTH, HEIGHT, 25), camera.info());
            PooledFrame first = frameOf(camera);
            assertEquals(0, first.sequence());
            assertEquals(StampSource.ARRIVAL, first.stampSource());
            assertNull(camera.next(clock.nanoTime()), "the next one is not due");
            clock.advance(40_000_000);
            PooledFrame second = frameOf(camera);
            assertEquals(1, second.sequence());
            assertEquals(40_000_000, second.captureNanos());
            assertNotEquals(first.pixels(), second.pixels());
            clock.advance(40_000_000);
            assertNull(camera.next(clock.nanoTime()), "no buffer is free");
            first.release();
            second.release();
            clock.advance(40_000_000);
            PooledFrame fourth = frameOf(camera);
            assertEquals(3, fourth.sequence());
            fourth.release();
        }
    }

    private static @Nullable Path video() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.exists(folder.resolve(VIDEO))) {
                return folder.resolve(VIDEO);
            }
            folder = folder.getParent();
        }
        return null;
    }

    @Test
    void aFileIsPlayedAgainFromItsStart() throws CameraLost {
        Path file = video();
        assumeTrue(file != null, "the recorded videos are not there: " + VIDEO);
        if (file == null) {
            return;
        }
        try (CameraSource camera = FileCamera.open("head", file, pool, clock, simulated)) {
            long periodNanos = Math.round(1e9 / camera.info().framesPerSecond());
            byte[] first = bytesOf(frameOf(camera));
            int repeats = 0;
            for (int i = 1; i < 400 && repeats < 2; i++) {
                clock.advance(periodNanos);
                PooledFrame frame = frameOf(camera);
                assertEquals(i, frame.sequence());
                repeats += Arrays.equals(first, bytesOf(frame)) ? 1 : 0;
            }
            assertEquals(2, repeats, "its first picture came back twice within 400");
        }
    }

    private static byte[] bytesOf(PooledFrame frame) {
        byte[] bytes = new byte[WIDTH * HEIGHT * 3 / 2];
        frame.pixels().get(bytes);
        frame.release();
        return bytes;
    }

    @Test
    void whatCannotBeOpenedIsRefusedWithASentence(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("text.mp4"), "no video");
        assertRefused("cannot be played", () -> FileCamera.open("head", text, pool, clock, simulated));
        assertRefused(
                "no readable file", () -> FileCamera.open("head", folder.resolve("none.mp4"), pool, clock, simulated));
        assertRefused("generates no pictures", () -> GeneratorCamera.open("head", "no_such", pool, clock, simulated));
        CameraInfo info = new CameraInfo("head", WIDTH, HEIGHT, 30);
        assertRefused("there is no device", () -> V4l2Camera.open(info, folder.resolve("video9"), "", pool, clock));
        // "does not deliver", or, on a machine without FFmpeg's libraries for devices, which package is missing.
        assertRefused("Camera head: ", () -> V4l2Camera.open(info, text, "", pool, clock));
    }

    private interface Opening {
        CameraSource open() throws CameraLost;
    }

    private static void assertRefused(String words, Opening opening) {
        CameraLost lost = assertThrows(CameraLost.class, opening::open);
        assertTrue(lost.toString().contains(words) && lost.toString().contains("head"), lost.toString());
    }

    @Test
    void aClosedCameraIsLost() throws CameraLost {
        CameraSource camera = GeneratorCamera.open("head", "testsrc2=size=160x120:rate=25", pool, clock, simulated);
        camera.close();
        camera.close();
        assertThrows(CameraLost.class, () -> camera.next(0));
    }

    @Test
    @Tag("hardware")
    void aRealCameraStampsItsFrames() throws CameraLost {
        SystemSessionClock real = new SystemSessionClock();
        CameraInfo info = new CameraInfo("head", 640, 480, 30);
        FramePool frames = new FramePool(2, 640, 480, true);
        try (CameraSource camera = V4l2Camera.open(info, Path.of("/dev/video0"), "", frames, real)) {
            PooledFrame frame = camera.next(real.nanoTime() + 5_000_000_000L);
            assertNotNull(frame);
            assertTrue(real.nanoTime() - frame.captureNanos() < 1_000_000_000L);
            frame.release();
        }
    }
}
