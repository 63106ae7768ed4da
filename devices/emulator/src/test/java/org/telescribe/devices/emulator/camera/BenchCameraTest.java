package org.telescribe.devices.emulator.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.devices.emulator.motion.MotionSource;
import org.telescribe.devices.emulator.motion.ScriptedTask;

class BenchCameraTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final long PERIOD_NANOS = 33_333_333L;

    private final SteppedClock clock = new SteppedClock(0);
    private final ScriptedTask task = ScriptedTask.of(3);
    private final BenchWorld world = new BenchWorld(task.scene());
    private final FramePool pool = new FramePool(2, WIDTH, HEIGHT, true);

    private void state(double[] leftRad, double[] rightRad) {
        fill(task.motion().left(), leftRad);
        fill(task.motion().right(), rightRad);
    }

    private void fill(MotionSource motion, double[] positionsRad) {
        for (int joint = 0; joint < positionsRad.length; joint++) {
            positionsRad[joint] = motion.positionRad(joint, clock.nanoTime());
        }
    }

    private BenchCamera camera(BenchView view) {
        return new BenchCamera(view, 30, pool, world, this::state, clock, deadlineNanos -> {
            // simulated time does not pass by waiting
        });
    }

    private PooledFrame frameOf(BenchCamera camera) throws CameraLost {
        PooledFrame frame = camera.next(clock.nanoTime());
        assertNotNull(frame);
        return frame;
    }

    /// Pixels that are more red, or more green, than anything else on the bench.
    private static int coloured(ByteBuffer i420, boolean redNotGreen) {
        int quarter = WIDTH * HEIGHT / 4;
        int found = 0;
        for (int i = 0; i < quarter; i++) {
            int u = i420.get(4 * quarter + i) & 0xFF;
            int v = i420.get(5 * quarter + i) & 0xFF;
            found += (redNotGreen ? v > 180 && u < 118 : u < 118 && v < 100) ? 1 : 0;
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(BenchView.class)
    void aPictureHasContrastStaysInRangeAndChangesAsTheArmsMove(BenchView view) throws CameraLost {
        BenchCamera camera = camera(view);
        assertEquals(view.cameraName(), camera.info().name());
        byte[] first = new byte[WIDTH * HEIGHT * 3 / 2];
        PooledFrame frame = frameOf(camera);
        frame.pixels().get(first);
        assertEquals(StampSource.SIMULATION, frame.stampSource());
        frame.release();
        int darkest = 255;
        int brightest = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            darkest = Math.min(darkest, first[i] & 0xFF);
            brightest = Math.max(brightest, first[i] & 0xFF);
        }
        assertTrue(darkest >= 16 && darkest < 70, "darkest %d".formatted(darkest));
        assertTrue(brightest <= 235 && brightest > 170, "brightest %d".formatted(brightest));

        clock.advance(2_000_000_000L);
        byte[] later = new byte[first.length];
        PooledFrame moved = frameOf(camera);
        moved.pixels().get(later);
        moved.release();
        int different = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            different += Math.abs((first[i] & 0xFF) - (later[i] & 0xFF)) > 8 ? 1 : 0;
        }
        assertTrue(different > WIDTH * HEIGHT / 100, "%d pixels changed".formatted(different));
    }

    @Test
    void bothBlocksEndInTheBowlAndAreThenPutBack() throws CameraLost {
        BenchCamera head = camera(BenchView.HEAD);
        PooledFrame before = frameOf(head);
        assertTrue(coloured(before.pixels(), true) > 5, "no red block to be seen");
        assertTrue(coloured(before.pixels(), false) > 5, "no green block to be seen");
        before.release();
        Observation atFirst = observe();
        Observation latest = atFirst;
        while (clock.nanoTime() < ScriptedTask.DURATION_NANOS - 600_000_000L && !bothInBowl(latest)) {
            clock.advance(PERIOD_NANOS);
            latest = observe();
        }
        assertTrue(bothInBowl(latest), latest.blocks()::toString);
        while (clock.nanoTime() < ScriptedTask.DURATION_NANOS + 300_000_000L) {
            clock.advance(PERIOD_NANOS);
            latest = observe();
        }
        assertEquals(atFirst.blocks(), latest.blocks());
    }

    private Observation observe() {
        double[] left = new double[7];
        double[] right = new double[7];
        state(left, right);
        return world.observe(clock.nanoTime(), left, right);
    }

    private static boolean bothInBowl(Observation seen) {
        return seen.blocks().stream()
                .allMatch(block -> Math.hypot(
                                        block.benchFromBlock().xMetres() - seen.bowlXMetres(),
                                        block.benchFromBlock().yMetres() - seen.bowlYMetres())
                                < 0.03
                        && block.benchFromBlock().zMetres() < 0.04);
    }

    @Test
    void framesComeAtTheRateAndSkippedOnesShowInTheNumbers() throws CameraLost {
        BenchCamera camera = camera(BenchView.HEAD);
        PooledFrame first = frameOf(camera);
        assertEquals(0, first.sequence());
        assertEquals(0, first.captureNanos());
        first.release();
        assertNull(camera.next(clock.nanoTime()), "the next frame is not due");
        clock.advance(PERIOD_NANOS);
        PooledFrame second = frameOf(camera);
        assertEquals(1, second.sequence());
        second.release();
        clock.advance(5 * PERIOD_NANOS);
        PooledFrame late = frameOf(camera);
        assertEquals(2, late.sequence());
        late.release();
        clock.advance(PERIOD_NANOS);
        PooledFrame after = frameOf(camera);
        assertEquals(7, after.sequence());
        after.release();
    }

    @Test
    void withoutAFreeBufferAFrameIsDropped() throws CameraLost {
        BenchCamera camera = camera(BenchView.HEAD);
        PooledFrame one = frameOf(camera);
        clock.advance(PERIOD_NANOS);
        PooledFrame two = frameOf(camera);
        clock.advance(PERIOD_NANOS);
        assertNull(camera.next(clock.nanoTime()));
        one.release();
        two.release();
        clock.advance(PERIOD_NANOS);
        PooledFrame next = frameOf(camera);
        assertEquals(3, next.sequence());
        next.release();
    }

    @Test
    void aClosedCameraIsLost() {
        BenchCamera camera = camera(BenchView.HEAD);
        camera.close();
        assertThrows(CameraLost.class, () -> camera.next(0));
    }
}
