package org.telescribe.devices.core.time;

import java.util.concurrent.atomic.AtomicLong;

/// A clock that moves only when told to: simulated time for the bench and for tests. Any thread may
/// read it.
public final class SteppedClock implements SessionClock {
    private final AtomicLong nowNanos;

    /// A clock that stands still.
    ///
    /// @param startNanos first reading, nanoseconds
    public SteppedClock(long startNanos) {
        this.nowNanos = new AtomicLong(startNanos);
    }

    /// Moves the clock on.
    ///
    /// @param deltaNanos how far to move on, nanoseconds, not negative
    public void advance(long deltaNanos) {
        if (deltaNanos < 0) {
            throw new IllegalArgumentException("a clock cannot go back by %d ns".formatted(-deltaNanos));
        }
        nowNanos.addAndGet(deltaNanos);
    }

    @Override
    public long nanoTime() {
        return nowNanos.get();
    }

    @Override
    public long wallMillis() {
        return nowNanos.get() / 1_000_000L;
    }
}
