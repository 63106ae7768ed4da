package org.telescribe.teleop.control.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.teleop.control.recorder.FramePicker.Pick;

class FramePickerTest {
    private static final long PERIOD_NANOS = 33_333_333L;
    private static final long PATIENCE_NANOS = 50_000_000L;

    private final FramePool pool = new FramePool(16, 2, 2, true);
    private final FramePicker picker = new FramePicker();
    private final RowGrid grid = new RowGrid(1_000_000_000L, 30);

    @AfterEach
    void noFrameIsLeaked() {
        picker.close();
        assertEquals(16, pool.available());
    }

    private void capture(long sequence, long captureNanos) {
        PooledFrame frame = Objects.requireNonNull(pool.take(), "pool is empty");
        frame.stamp(sequence, captureNanos, StampSource.ARRIVAL);
        picker.add(frame);
    }

    private Pick pick(long row, long nowNanos) {
        Pick pick = row == 0
                ? picker.pickFirst(grid.rowNanos(0), PERIOD_NANOS, nowNanos, PATIENCE_NANOS)
                : picker.pick(grid.rowNanos(row), PERIOD_NANOS, nowNanos, PATIENCE_NANOS);
        return Objects.requireNonNull(pick, "row " + row + " got nothing");
    }

    /// Plays a camera of a given phase, rate and jitter against the grid; returns the frame number of
    /// every row.
    private List<Long> play(long rows, double phase, double rateRatio, double jitterNanos, long seed) {
        Random random = new Random(seed);
        List<Long> sequences = new ArrayList<>();
        long sequence = 0;
        double cameraPeriod = PERIOD_NANOS / rateRatio;
        double first = grid.rowNanos(0) - PERIOD_NANOS * (2 - phase);
        for (long row = 0; row < rows; row++) {
            long rowNanos = grid.rowNanos(row);
            while (first + sequence * cameraPeriod <= rowNanos + PERIOD_NANOS / 2.0) {
                double jitter = Math.clamp(random.nextGaussian(), -3, 3) * jitterNanos;
                capture(sequence, Math.round(first + sequence * cameraPeriod + jitter));
                sequence++;
            }
            Pick pick = pick(row, rowNanos + PATIENCE_NANOS + 1);
            sequences.add(pick.frame().sequence());
        }
        return sequences;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.02, 0.25, 0.5, 0.75, 0.98, 1.0})
    void cameraAtTheGridsRateGivesEveryRowItsOwnFrameWhateverItsPhase(double phase) {
        List<Long> sequences = play(900, phase, 1, 2_000_000, 5);
        for (int row = 1; row < sequences.size(); row++) {
            assertEquals(sequences.get(row - 1) + 1, sequences.get(row), "row " + row + " at phase " + phase);
        }
    }

    @Test
    void slowCameraRepeatsOnlyAsOftenAsItMust() {
        List<Long> sequences = play(900, 0.5, 0.99, 1_000_000, 6);
        long distinct = sequences.stream().distinct().count();
        assertTrue(distinct >= 889 && distinct <= 893, "distinct frames " + distinct);
    }

    @Test
    void fastCameraLosesOnlyTheSurplus() {
        List<Long> sequences = play(900, 0.5, 1.01, 1_000_000, 7);
        assertEquals(900, sequences.stream().distinct().count());
        assertTrue(picker.dropped() >= 7 && picker.dropped() <= 11, "dropped " + picker.dropped());
    }

    @Test
    void rowWaitsForALateFrameThenRepeatsAndSaysSo() {
        capture(0, grid.rowNanos(0) - 1_000_000);
        assertFalse(pick(0, grid.rowNanos(0)).repeated());
        assertNull(picker.pick(grid.rowNanos(1), PERIOD_NANOS, grid.rowNanos(1), PATIENCE_NANOS));
        Pick late = pick(1, grid.rowNanos(1) + PATIENCE_NANOS);
        assertTrue(late.repeated());
        assertEquals(0, late.frame().sequence());
    }

    @Test
    void frameAfterAStallGoesToItsOwnRow() {
        capture(0, grid.rowNanos(0));
        pick(0, grid.rowNanos(0));
        for (long row = 1; row < 10; row++) {
            assertTrue(pick(row, grid.rowNanos(row) + PATIENCE_NANOS).repeated());
        }
        capture(10, grid.rowNanos(10) - 2_000_000);
        Pick back = pick(10, grid.rowNanos(10));
        assertFalse(back.repeated());
        assertEquals(10, back.frame().sequence());
    }

    @Test
    void burstAfterAStallKeepsTheFrameNearestItsRow() {
        capture(0, grid.rowNanos(0));
        pick(0, grid.rowNanos(0));
        for (long frame = 1; frame <= 6; frame++) {
            capture(frame, grid.rowNanos(frame));
        }
        Pick row6 = pick(6, grid.rowNanos(6));
        long sequence = row6.frame().sequence();
        assertTrue(sequence >= 5 && sequence <= 6, "frame " + sequence);
        assertFalse(row6.repeated());
    }
}
