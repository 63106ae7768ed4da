package org.telescribe.devices.core.time;

/// A way of waiting for an absolute deadline without spinning.
@FunctionalInterface
public interface DeadlineWait {
    /// Returns at or after the deadline; at once when it has passed. An interrupt ends the wait early
    /// and stays set.
    ///
    /// @param deadlineNanos absolute deadline on the session clock, nanoseconds
    void waitUntil(long deadlineNanos);
}
