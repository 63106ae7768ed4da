package org.telescribe.devices.core.handover;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.time.SessionClock;

/// Hand-over where only the newest value matters: one writer, any number of readers, one of which may
/// wait. The lanes stand under a sequence lock: the writer never waits, a reader that was overtaken
/// reads again. Nothing is allocated after construction.
public final class LatestValue {
    private static final VarHandle LANE = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] lanes;
    private volatile long version;
    private volatile @Nullable Thread waiter;

    /// A hand-over with nothing published yet.
    ///
    /// @param size number of lanes of each value
    public LatestValue(int size) {
        this.lanes = new Lanes(size).raw();
    }

    /// Publishes a value. Only one thread may ever call this.
    ///
    /// @param value lanes to publish, same size as this hand-over
    public void publish(Lanes value) {
        long[] source = value.raw();
        long odd = version + 1;
        version = odd;
        VarHandle.fullFence();
        for (int lane = 0; lane < lanes.length; lane++) {
            LANE.setOpaque(lanes, lane, source[lane]);
        }
        version = odd + 1;
        Thread parked = waiter;
        if (parked != null) {
            LockSupport.unpark(parked);
        }
    }

    /// Reads the newest value.
    ///
    /// @param into where to copy it; left with undefined content when nothing was published yet
    /// @return version of the value, even and growing; 0 when nothing was published yet
    public long read(Lanes into) {
        long[] target = into.raw();
        while (true) {
            long before = version;
            if ((before & 1) == 0) {
                for (int lane = 0; lane < target.length; lane++) {
                    target[lane] = (long) LANE.getOpaque(lanes, lane);
                }
                VarHandle.fullFence();
                if (version == before) {
                    return before;
                }
            }
            // The writer is within a copy of some tens of nanoseconds, or lost its core in the middle of one: let
            // it run, whatever its priority.
            LockSupport.parkNanos(1_000);
        }
    }

    /// {@return version of the newest value; 0 when nothing was published yet}
    public long version() {
        return version & ~1L;
    }

    /// Waits until a value newer than `seen` is there, then reads it. One thread at a time may wait.
    ///
    /// @param seen version of the value that the caller has
    /// @param deadlineNanos absolute time on `clock` to give up at, nanoseconds
    /// @param clock the clock of the deadline
    /// @param into where to copy the value; untouched when there is none
    /// @return version of the value, or `seen` when the deadline passed or the thread was interrupted
    ///     first
    public long awaitNewer(long seen, long deadlineNanos, SessionClock clock, Lanes into) {
        if (version() > seen) {
            return read(into);
        }
        waiter = Thread.currentThread();
        try {
            while (version() <= seen) {
                long remainingNanos = deadlineNanos - clock.nanoTime();
                if (remainingNanos <= 0 || Thread.currentThread().isInterrupted()) {
                    return seen;
                }
                LockSupport.parkNanos(this, remainingNanos);
            }
        } finally {
            waiter = null;
        }
        return read(into);
    }
}
