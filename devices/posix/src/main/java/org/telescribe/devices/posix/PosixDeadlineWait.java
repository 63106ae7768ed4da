package org.telescribe.devices.posix;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;

/// Waits in `clock_nanosleep` for an absolute moment of `CLOCK_MONOTONIC`, which is what the session
/// clock reads on Linux. Confined to one thread: each loop has its own. Long waits are cut into slices,
/// because an interrupt does not reach a thread inside the system.
public final class PosixDeadlineWait implements DeadlineWait {
    private static final int CLOCK_MONOTONIC = 1;
    private static final int TIMER_ABSTIME = 1;
    private static final long SLICE_NANOS = 20_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final SessionClock clock;
    private final MemorySegment until = Arena.ofAuto().allocate(16, 8);
    private final long untilAddress = until.address();

    /// A wait for one thread.
    ///
    /// @param clock the session clock; must be the machine's own
    public PosixDeadlineWait(SessionClock clock) {
        LinuxOnly.check("Waiting for a deadline through the system's own calls");
        this.clock = clock;
    }

    @Override
    public void waitUntil(long deadlineNanos) {
        long nowNanos = clock.nanoTime();
        while (nowNanos < deadlineNanos && !Thread.currentThread().isInterrupted()) {
            long sliceNanos = Math.min(deadlineNanos, nowNanos + SLICE_NANOS);
            until.set(JAVA_LONG, 0, sliceNanos / NANOS_PER_SECOND);
            until.set(JAVA_LONG, 8, sliceNanos % NANOS_PER_SECOND);
            int ignored = Libc.clockNanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, untilAddress, 0);
            nowNanos = clock.nanoTime();
        }
    }
}
