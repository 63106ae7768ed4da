package org.telescribe.teleop.control.loop;

/// The one schedule that all loop threads keep: deadline k is `originNanos + k * periodNanos`.
///
/// @param originNanos deadline of tick 0, session clock, nanoseconds
/// @param periodNanos time between two deadlines
/// @param readMarginNanos how long before the deadline a leader's reply is due to have arrived
/// @param readGraceNanos how long after its wire time a reply is still waited for
public record LoopTiming(long originNanos, long periodNanos, long readMarginNanos, long readGraceNanos) {
    /// Refuses a schedule that cannot be kept.
    public LoopTiming {
        if (periodNanos <= 0 || readMarginNanos < 0 || readGraceNanos <= 0) {
            throw new IllegalArgumentException("period %d ns, margin %d ns, grace %d ns: must be positive"
                    .formatted(periodNanos, readMarginNanos, readGraceNanos));
        }
    }

    /// {@return the schedule of a rate, with margins measured on ordinary machines}
    ///
    /// @param originNanos deadline of tick 0, session clock, nanoseconds
    /// @param ticksPerSecond rate, hertz
    public static LoopTiming ofRate(long originNanos, double ticksPerSecond) {
        return new LoopTiming(originNanos, Math.round(1e9 / ticksPerSecond), 950_000L, 1_500_000L);
    }

    /// {@return deadline of a tick, session clock, nanoseconds}
    ///
    /// @param tick number of the tick, from 0
    public long deadlineNanos(long tick) {
        return originNanos + tick * periodNanos;
    }

    /// {@return number of the first tick whose deadline is not before a moment}
    ///
    /// @param nanos session clock, nanoseconds
    public long firstTickNotBefore(long nanos) {
        return Math.max(0, Math.ceilDiv(nanos - originNanos, periodNanos));
    }
}
