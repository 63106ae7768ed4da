package org.telescribe.policyruntime.rollouts.statistics;

/// An interval of shares or of differences of shares.
///
/// @param low lower end
/// @param high upper end
public record Interval(double low, double high) {
    /// Refuses an interval that is none.
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval from %s to %s".formatted(low, high));
        }
    }

    /// {@return its width}
    public double width() {
        return high - low;
    }

    /// {@return whether a value lies in it, ends included}
    ///
    /// @param value the value
    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
