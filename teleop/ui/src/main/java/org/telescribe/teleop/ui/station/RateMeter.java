package org.telescribe.teleop.ui.station;

/// Events a second, from a count that is looked at now and then.
final class RateMeter {
    private static final long WINDOW_NANOS = 1_000_000_000L;

    private long sinceNanos = Long.MIN_VALUE;
    private long sinceCount;
    private double rate = Double.NaN;

    /// {@return events a second over about the last second; NaN before there is one}
    ///
    /// @param count events so far
    /// @param nowNanos session clock, nanoseconds
    double rate(long count, long nowNanos) {
        if (sinceNanos == Long.MIN_VALUE) {
            sinceNanos = nowNanos;
            sinceCount = count;
            return rate;
        }
        long passedNanos = nowNanos - sinceNanos;
        if (passedNanos >= WINDOW_NANOS) {
            rate = (count - sinceCount) * 1e9 / passedNanos;
            sinceNanos = nowNanos;
            sinceCount = count;
        }
        return rate;
    }
}
