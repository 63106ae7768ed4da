package org.telescribe.devices.emulator.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SampledMotionTest {
    private static double[][] wave(int rows) {
        double[][] samples = new double[rows][2];
        for (int row = 0; row < rows; row++) {
            samples[row][0] = Math.sin(row / 5.0);
            samples[row][1] = row * 0.01;
        }
        return samples;
    }

    @Test
    void passesThroughEverySampleAndComesBackToTheFirst() {
        double[][] rows = wave(40);
        SampledMotion motion = new SampledMotion(rows, 50);
        for (int row = 0; row < rows.length; row++) {
            assertEquals(rows[row][0], motion.positionRad(0, row * 20_000_000L), 1e-9);
            assertEquals(rows[row][1], motion.positionRad(1, row * 20_000_000L), 1e-9);
        }
        assertEquals(rows[0][0], motion.positionRad(0, motion.durationNanos()), 1e-9);
    }

    @Test
    void neverJumps() {
        SampledMotion motion = new SampledMotion(wave(40), 50);
        double before = motion.positionRad(0, 0);
        for (long nanos = 1_000_000; nanos < 3 * motion.durationNanos(); nanos += 1_000_000) {
            double now = motion.positionRad(0, nanos);
            assertTrue(Math.abs(now - before) < 0.02, "jump of %f at %d".formatted(now - before, nanos));
            before = now;
        }
    }

    @Test
    void tooFewOrUnevenRowsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SampledMotion(wave(1), 50));
        assertThrows(IllegalArgumentException.class, () -> new SampledMotion(new double[][] {{1}, {1, 2}}, 50));
    }
}
