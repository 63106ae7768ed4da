package org.telescribe.viewer3d.playback.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class PlotDecimationTest {
    private static final int POINTS = 100_000;

    @Test
    void everyPeakOfAHundredThousandPointsIsInItsColumn(TestReporter reporter) {
        long seed = 31;
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        float[] values = new float[POINTS];
        for (int row = 0; row < POINTS; row++) {
            values[row] = (float) Math.sin(row * 0.001) + random.nextFloat() * 0.01f;
        }
        for (int i = 0; i < 200; i++) {
            values[random.nextInt(POINTS)] = i % 2 == 0 ? 9 + i : -9 - i;
        }
        PlotColumns columns = new PlotDecimation(values).columns(0, POINTS, 903);
        for (int row = 0; row < POINTS; row++) {
            int column = (int) (row * 903L / POINTS);
            assertTrue(columns.least(column) <= values[row] && values[row] <= columns.most(column), "row " + row);
        }
        for (int column = 0; column < 902; column++) {
            int first = (int) Math.floor(column * (double) POINTS / 903);
            int last = (int) Math.ceil((column + 1) * (double) POINTS / 903);
            float least = Float.POSITIVE_INFINITY;
            for (int row = first; row <= last; row++) {
                least = Math.min(least, values[row]);
            }
            assertTrue(columns.least(column) >= least, "no number of another column in " + column);
        }
    }

    @Test
    void neighbouringStrokesTouch() {
        float[] values = {0, 1, 5, -2, 3, 3, 0};
        PlotColumns columns = new PlotDecimation(values).columns(0, 6, 50);
        for (int column = 1; column < 50; column++) {
            assertTrue(columns.least(column) <= columns.most(column - 1) + 1e-5f);
            assertTrue(columns.most(column) >= columns.least(column - 1) - 1e-5f);
        }
        assertEquals(5, columns.most(16), 1e-5);
    }

    @Test
    void gapsStayGaps() {
        float[] values = new float[400];
        for (int row = 100; row < 200; row++) {
            values[row] = Float.NaN;
        }
        PlotColumns columns = new PlotDecimation(values).columns(0, 400, 40);
        assertFalse(columns.isGap(8));
        assertTrue(columns.isGap(12));
        assertTrue(columns.isGap(18));
        assertFalse(columns.isGap(21));
        PlotColumns outside = new PlotDecimation(values).columns(-400, 800, 12);
        assertTrue(outside.isGap(0));
        assertFalse(outside.isGap(4));
        assertTrue(outside.isGap(11));
        assertTrue(Float.isNaN(new PlotDecimation(values).least(110, 190)));
    }

    @Test
    void theRowThatStandsOutIsFoundUnderTheCursor() {
        float[] values = new float[1_000];
        values[500] = 4;
        values[530] = -6;
        PlotDecimation plot = new PlotDecimation(values);
        assertEquals(500, plot.peakNear(510, 12));
        assertEquals(530, plot.peakNear(515, 20));
        assertEquals(700, plot.peakNear(700, 5), "where nothing stands out, the row itself");
        values[10] = Float.NaN;
        assertEquals(-1, new PlotDecimation(new float[] {Float.NaN}).peakNear(0, 3));
    }
}
