package org.telescribe.devices.emulator.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;

class StreamCameraTest {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final SystemSessionClock clock = new SystemSessionClock();
    private final List<Throwable> failures = new ArrayList<>();

    @TempDir
    Path folder;

    private AgentRunner serve(double framesPerSecond) throws IOException {
        NoiseCameraServer server =
                new NoiseCameraServer("head", folder.resolve("head"), 640, 480, framesPerSecond, clock);
        return new AgentRunner(server, clock, new ParkingWait(clock), failures::add).start();
    }

    private StreamCamera connect(int width, int height) throws IOException {
        return new StreamCamera(new CameraInfo("head", width, height, 120), folder.resolve("head"), clock);
    }

    private PooledFrame frameOf(StreamCamera camera) throws CameraLost {
        PooledFrame frame = camera.next(clock.nanoTime() + 5 * SECOND_NANOS);
        assertNotNull(frame);
        return frame;
    }

    @Test
    void framesComeInOrderWithTheirNumbersDrawnInAndTheMomentOfCapture() throws IOException, CameraLost {
        try (AgentRunner server = serve(120);
                StreamCamera camera = connect(640, 480)) {
            long before = -1;
            for (int i = 0; i < 10; i++) {
                PooledFrame frame = frameOf(camera);
                assertEquals(frame.sequence(), FrameCounter.read(frame.pixels(), 640));
                assertTrue(frame.sequence() > before);
                before = frame.sequence();
                long ageNanos = clock.nanoTime() - frame.captureNanos();
                assertTrue(ageNanos >= 0 && ageNanos < 10 * SECOND_NANOS, "%d ns old".formatted(ageNanos));
                frame.release();
            }
            assertTrue(server.isAlive());
        }
        assertTrue(failures.isEmpty(), failures::toString);
    }

    @Test
    void aPassedDeadlineGivesNothing() throws IOException, CameraLost {
        try (AgentRunner server = serve(0.1);
                StreamCamera camera = connect(640, 480)) {
            frameOf(camera).release();
            assertNull(camera.next(clock.nanoTime() + 20_000_000L));
            assertTrue(server.isAlive());
        }
    }

    @Test
    void aProcessThatEndsIsALostCamera() throws IOException, CameraLost {
        AgentRunner server = serve(120);
        try (StreamCamera camera = connect(640, 480)) {
            frameOf(camera).release();
            server.close();
            CameraLost lost = assertThrows(CameraLost.class, () -> {
                for (int i = 0; i < 100; i++) {
                    PooledFrame frame = camera.next(clock.nanoTime() + SECOND_NANOS);
                    if (frame != null) {
                        frame.release();
                    }
                }
            });
            assertTrue(lost.toString().contains("head"), lost.toString());
        }
    }

    @Test
    void picturesOfAnotherSizeAreRefused() throws IOException {
        try (AgentRunner server = serve(120);
                StreamCamera camera = connect(320, 240)) {
            assertThrows(CameraLost.class, () -> camera.next(clock.nanoTime() + 5 * SECOND_NANOS));
            assertTrue(server.isAlive());
        }
    }
}
