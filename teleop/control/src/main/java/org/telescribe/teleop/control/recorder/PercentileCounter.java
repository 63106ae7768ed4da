package org.telescribe.teleop.control.recorder;

import java.util.Arrays;

/// Counts values in steps of equal size; larger ones fall into the last step. Percentiles are upper
/// ends of steps, never above the greatest value. Confined to one thread.
public final class PercentileCounter {
    private final double step;
    private final int[] counts;
    private long total;
    private double max;

    /// An empty counter.
    ///
    /// @param step size of a step, in the unit of the values
    /// @param steps number of steps
    public PercentileCounter(double step, int steps) {
        this.step = step;
        this.counts = new int[steps + 1];
    }

    /// {@return a counter of durations in nanoseconds: steps of 2 us up to 200 ms}
    public static PercentileCounter ofNanos() {
        return new PercentileCounter(2_000, 100_000);
    }

    /// Counts a value.
    ///
    /// @param value the value; a negative one counts as 0
    public void add(double value) {
        counts[(int) Math.clamp(value / step, 0, counts.length - 1)]++;
        total++;
        max = Math.max(max, value);
    }

    /// {@return the value that a share of all values does not exceed; 0 when empty}
    ///
    /// @param share between 0 and 1
    public double percentile(double share) {
        long wanted = Math.max(1, (long) Math.ceil(total * share));
        long seen = 0;
        for (int i = 0; i < counts.length && total > 0; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return i == counts.length - 1 ? max : Math.min((i + 1) * step, max);
            }
        }
        return 0;
    }

    /// {@return the greatest value; 0 when empty}
    public double max() {
        return max;
    }

    /// {@return how many values were counted}
    public long count() {
        return total;
    }

    /// Empties the counter.
    public void clear() {
        Arrays.fill(counts, 0);
        total = 0;
        max = 0;
    }
}
