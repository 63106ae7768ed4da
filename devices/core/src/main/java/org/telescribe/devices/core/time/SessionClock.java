package org.telescribe.devices.core.time;

/// The session's monotonic clock. Every stamp of every joint reply and camera frame is read from it.
public interface SessionClock {
    /// {@return nanoseconds since an arbitrary origin, never decreasing; on Linux the same time base as
    /// the kernel's `CLOCK_MONOTONIC`, so that stamps of other processes and of the kernel compare}
    long nanoTime();

    /// {@return wall time, milliseconds since 1970-01-01 UTC; for metadata only, never for intervals}
    long wallMillis();
}
