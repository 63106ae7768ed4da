package org.telescribe.devices.core.time;

import java.util.concurrent.locks.LockSupport;

/// Waits by parking the thread; works on every system, to within the scheduler's timer slack.
///
/// @param clock the clock that deadlines are on
public record ParkingWait(SessionClock clock) implements DeadlineWait {
    @Override
    public void waitUntil(long deadlineNanos) {
        long remainingNanos = deadlineNanos - clock.nanoTime();
        while (remainingNanos > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(remainingNanos);
            remainingNanos = deadlineNanos - clock.nanoTime();
        }
    }
}
