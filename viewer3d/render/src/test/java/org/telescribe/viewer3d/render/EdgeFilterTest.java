package org.telescribe.viewer3d.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.IntBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EdgeFilterTest {
    private static final int SIZE = 48;

    private static int[] filtered(int[] drawn) {
        int[] smooth = new int[drawn.length];
        new EdgeFilter(SIZE, SIZE).apply(IntBuffer.wrap(drawn), IntBuffer.wrap(smooth));
        return smooth;
    }

    @Test
    void pictureWithoutEdgesStaysAsItIs() {
        int[] ramp = new int[SIZE * SIZE];
        for (int i = 0; i < ramp.length; i++) {
            int grey = 40 + i % SIZE;
            ramp[i] = 0xFF000000 | grey << 16 | grey << 8 | grey;
        }
        assertArrayEquals(ramp, filtered(ramp));
    }

    @Test
    void straightEdgesAlongRowsStaySharp() {
        int[] halves = new int[SIZE * SIZE];
        Arrays.fill(halves, 0, halves.length / 2, 0xFFFFFFFF);
        Arrays.fill(halves, halves.length / 2, halves.length, 0xFF000000);
        assertArrayEquals(halves, filtered(halves));
    }

    /// A slanted edge, one pixel in five: the error against the exact coverage must shrink to less than
    /// half.
    @Test
    void slantedEdgeComesNearToItsTrueCoverage() {
        int[] drawn = new int[SIZE * SIZE];
        double[] exact = new double[SIZE * SIZE];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double edge = 20.3 + x / 5.0;
                drawn[y * SIZE + x] = y + 0.5 > edge ? 0xFFFFFFFF : 0xFF000000;
                exact[y * SIZE + x] = 255 * Math.max(0, Math.min(1, y + 1 - edge));
            }
        }
        int[] smooth = filtered(drawn);
        double before = 0;
        double after = 0;
        for (int y = 1; y < SIZE - 1; y++) {
            for (int x = 10; x < SIZE - 10; x++) {
                int i = y * SIZE + x;
                before += Math.abs((drawn[i] & 0xFF) - exact[i]);
                after += Math.abs((smooth[i] & 0xFF) - exact[i]);
            }
        }
        assertTrue(after < 0.5 * before, "error %.0f before, %.0f after".formatted(before, after));
    }
}
