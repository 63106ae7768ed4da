package org.telescribe.viewer3d.render;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;

/// Parks the GL thread until its deadline or until somebody has work for it.
final class GlWait implements DeadlineWait {
    private final SessionClock clock;
    private volatile @Nullable Thread waiter;
    private volatile boolean hasNews;

    GlWait(SessionClock clock) {
        this.clock = clock;
    }

    /// There is work. Any thread.
    void wake() {
        hasNews = true;
        Thread parked = waiter;
        if (parked != null) {
            LockSupport.unpark(parked);
        }
    }

    @Override
    public void waitUntil(long deadlineNanos) {
        waiter = Thread.currentThread();
        try {
            long remainingNanos = deadlineNanos - clock.nanoTime();
            while (!hasNews && remainingNanos > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(this, remainingNanos);
                remainingNanos = deadlineNanos - clock.nanoTime();
            }
        } finally {
            waiter = null;
            hasNews = false;
        }
    }
}
