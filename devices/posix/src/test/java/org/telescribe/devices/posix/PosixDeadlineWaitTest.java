package org.telescribe.devices.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.time.SystemSessionClock;

class PosixDeadlineWaitTest {
    private final SystemSessionClock clock = new SystemSessionClock();

    @BeforeAll
    static void needsLinux() {
        assumeTrue(LinuxOnly.isHere(), "clock_nanosleep needs Linux");
    }

    @Test
    void neverReturnsBeforeItsDeadline() {
        PosixDeadlineWait wait = new PosixDeadlineWait(clock);
        for (int i = 0; i < 50; i++) {
            long deadlineNanos = clock.nanoTime() + 400_000;
            wait.waitUntil(deadlineNanos);
            assertTrue(clock.nanoTime() >= deadlineNanos);
        }
    }

    @Test
    void aPastDeadlineReturnsAtOnce() {
        long beforeNanos = clock.nanoTime();
        new PosixDeadlineWait(clock).waitUntil(beforeNanos - 1);
        assertTrue(clock.nanoTime() - beforeNanos < 1_000_000_000L);
    }

    @Test
    void anInterruptEndsALongWaitAndStaysSet() {
        Thread.currentThread().interrupt();
        long beforeNanos = clock.nanoTime();
        new PosixDeadlineWait(clock).waitUntil(beforeNanos + 60_000_000_000L);
        assertTrue(clock.nanoTime() - beforeNanos < 30_000_000_000L);
        assertTrue(Thread.interrupted());
    }

    @Test
    void waitingAllocatesNothingOnceWarm() {
        PosixDeadlineWait wait = new PosixDeadlineWait(clock);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocatedBytes = -1;
        for (int round = 0; round < 5 && allocatedBytes != 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                wait.waitUntil(clock.nanoTime() + 1_000);
            }
            allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertEquals(0, allocatedBytes);
    }
}
