package org.telescribe.devices.emulator.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.bench.BenchScene;

class BenchPicturesTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    private final SteppedClock clock = new SteppedClock(1_000_000_000L);
    private final BenchArms arms = new BenchArms();
    private double[] leftRad = arms.restRad();

    private BenchCamera camera(BenchView view) {
        BenchScene scene = new BenchScene(arms, BenchObjects.of(1));
        return new BenchCamera(
                new CameraInfo(view.cameraName(), WIDTH, HEIGHT, 30),
                view,
                arms,
                new SoftwareBenchRenderer(scene, WIDTH, HEIGHT),
                (left, right) -> {
                    System.arraycopy(leftRad, 0, left, 0, left.length);
                    System.arraycopy(arms.restRad(), 0, right, 0, right.length);
                },
                clock,
                deadlineNanos -> clock.advance(Math.max(0, deadlineNanos - clock.nanoTime())));
    }

    private static ByteBuffer copyAndRelease(PooledFrame frame) {
        ByteBuffer copy = ByteBuffer.allocate(frame.pixels().capacity())
                .put(frame.pixels())
                .flip();
        frame.release();
        return copy;
    }

    private ByteBuffer shot(BenchCamera camera) {
        return copyAndRelease(Objects.requireNonNull(camera.next(Long.MAX_VALUE)));
    }

    @ParameterizedTest
    @EnumSource(BenchView.class)
    void everyCameraShowsSomethingWithinTheLimitedRange(BenchView view) {
        try (BenchCamera camera = camera(view)) {
            ByteBuffer picture = shot(camera);
            Set<Byte> levels = new HashSet<>();
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                int luma = picture.get(i) & 0xFF;
                assertTrue(luma >= 16 && luma <= 235, "luma " + luma);
                levels.add(picture.get(i));
            }
            assertTrue(levels.size() > 40, "only %d grey levels".formatted(levels.size()));
        }
    }

    @Test
    void pictureChangesWhenAnArmMoves() {
        try (BenchCamera camera = camera(BenchView.HEAD)) {
            ByteBuffer before = shot(camera);
            assertEquals(before, shot(camera), "nothing moved");
            leftRad = arms.reachDown(ArmSide.LEFT, -0.1, 0, 0.1, 0, 0.5);
            ByteBuffer after = shot(camera);
            int changed = 0;
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                changed += before.get(i) == after.get(i) ? 0 : 1;
            }
            assertTrue(changed > WIDTH * HEIGHT / 50, "only %d pixels changed".formatted(changed));
        }
    }

    @Test
    void framesComeAtTheRateAndASlowReaderSeesTheGap() {
        try (BenchCamera camera = camera(BenchView.HEAD)) {
            PooledFrame first = Objects.requireNonNull(camera.next(Long.MAX_VALUE));
            assertEquals(StampSource.SIMULATION, first.stampSource());
            assertNull(camera.next(clock.nanoTime() + 1_000_000L), "the next frame is not due yet");
            PooledFrame second = Objects.requireNonNull(camera.next(Long.MAX_VALUE));
            assertEquals(33_333_333L, second.captureNanos() - first.captureNanos());
            clock.advance(100_000_000L);
            PooledFrame late = Objects.requireNonNull(camera.next(Long.MAX_VALUE));
            assertEquals(second.sequence() + 3, late.sequence());
            first.release();
            second.release();
            late.release();
        }
    }
}
