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
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.time.SystemSessionClock;

class StreamCameraTest {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final SystemSessionClock clock = new SystemSessionClock();
    private final CameraInfo head = new CameraInfo("head", 320, 240, 120);
    private final CameraInfo wrist = new CameraInfo("left_wrist", 160, 120, 120);
    private final List<Throwable> failures = new ArrayList<>();

    @TempDir
    Path folder;

    private StreamCamera connect(CameraInfo info, FramePool pool) throws CameraLost {
        return StreamCamera.connect(info, NoiseCameraServer.socketOf(folder, info.name()), pool, clock);
    }

    private PooledFrame frameOf(StreamCamera camera) throws CameraLost {
        PooledFrame frame = camera.next(clock.nanoTime() + 5 * SECOND_NANOS);
        assertNotNull(frame);
        return frame;
    }

    @Test
    void framesComeWithTheirNumbersDrawnInAndTheMomentOfCapture() throws IOException, CameraLost {
        try (NoiseCameraServer server = NoiseCameraServer.start(folder, List.of(head, wrist), clock, failures::add);
                StreamCamera camera = connect(head, new FramePool(4, 320, 240, true));
                StreamCamera other = connect(wrist, new FramePool(4, 160, 120, true))) {
            assertEquals(2, server.sockets().size());
            long before = -1;
            for (int i = 0; i < 10; i++) {
                for (StreamCamera each : List.of(camera, other)) {
                    PooledFrame frame = frameOf(each);
                    assertEquals(frame.sequence(), FrameCounter.read(frame.pixels(), frame.width(), frame.width()));
                    long ageNanos = clock.nanoTime() - frame.captureNanos();
                    assertTrue(ageNanos >= 0 && ageNanos < 10 * SECOND_NANOS, "%d ns old".formatted(ageNanos));
                    assertEquals(StampSource.KERNEL, frame.stampSource());
                    if (each == camera) {
                        assertTrue(frame.sequence() > before);
                        before = frame.sequence();
                    }
                    frame.release();
                }
            }
        }
        assertTrue(failures.isEmpty(), failures::toString);
    }

    @Test
    void withoutAFreeBufferFramesAreDroppedAndTheNumbersShowIt() throws IOException, CameraLost {
        try (NoiseCameraServer server = NoiseCameraServer.start(folder, List.of(head), clock, failures::add);
                StreamCamera camera = connect(head, new FramePool(1, 320, 240, true))) {
            PooledFrame held = frameOf(camera);
            assertNull(camera.next(clock.nanoTime() + 5 * SECOND_NANOS));
            assertNull(camera.next(clock.nanoTime() + 5 * SECOND_NANOS));
            long heldSequence = held.sequence();
            held.release();
            PooledFrame next = frameOf(camera);
            assertTrue(next.sequence() >= heldSequence + 3);
            next.release();
            assertTrue(server.framesSent() >= 4);
        }
    }

    @Test
    void aPassedDeadlineGivesNothing() throws IOException, CameraLost {
        try (NoiseCameraServer server = NoiseCameraServer.start(
                        folder, List.of(new CameraInfo("slow", 160, 120, 0.1)), clock, failures::add);
                StreamCamera camera =
                        connect(new CameraInfo("slow", 160, 120, 0.1), new FramePool(2, 160, 120, true))) {
            frameOf(camera).release();
            assertNull(camera.next(clock.nanoTime() + 20_000_000L));
            assertEquals(1, server.framesSent());
        }
    }

    @Test
    void aProcessThatEndsIsALostCameraAndKeepsNoBuffer() throws IOException, CameraLost {
        NoiseCameraServer server = NoiseCameraServer.start(folder, List.of(head), clock, failures::add);
        FramePool pool = new FramePool(2, 320, 240, true);
        try (StreamCamera camera = connect(head, pool)) {
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
            assertEquals(2, pool.available());
        }
    }

    @Test
    void aCameraThatNobodyOffersIsRefusedWithASentence() {
        CameraLost lost = assertThrows(CameraLost.class, () -> connect(head, new FramePool(1, 320, 240, true)));
        assertTrue(lost.toString().contains("Start the cameras' process first."), lost.toString());
    }

    @Test
    void picturesOfAnotherSizeAreRefused() throws IOException, CameraLost {
        try (NoiseCameraServer server = NoiseCameraServer.start(folder, List.of(head), clock, failures::add);
                StreamCamera camera = connect(new CameraInfo("head", 160, 120, 30), new FramePool(1, 160, 120, true))) {
            assertThrows(CameraLost.class, () -> camera.next(clock.nanoTime() + 5 * SECOND_NANOS));
            assertEquals(1, server.sockets().size());
        }
    }
}
