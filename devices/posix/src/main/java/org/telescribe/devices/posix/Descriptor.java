package org.telescribe.devices.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.telescribe.devices.core.time.SessionClock;

/// One open, non-blocking file descriptor with its buffers. Confined to one thread at a time.
final class Descriptor {
    static final int LOST = -1;

    private static final int BUFFER_BYTES = 4096;
    private static final short POLLIN = 1;
    private static final short POLLOUT = 4;
    private static final long WRITE_PATIENCE_NANOS = 100_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER_BYTES, 8);
    private final MemorySegment pollFd = Arena.ofAuto().allocate(8, 8);
    private final MemorySegment timeout = Arena.ofAuto().allocate(16, 8);
    private final long bufferAddress = buffer.address();
    private final long pollFdAddress = pollFd.address();
    private final long timeoutAddress = timeout.address();
    private final SessionClock clock;
    private final int fd;
    private boolean closed;

    Descriptor(int fd, SessionClock clock) {
        this.fd = fd;
        this.clock = clock;
    }

    int fd() {
        return fd;
    }

    /// Waits until one of the events, or a fault of the line, is there.
    ///
    /// @return the events that are there, 0 when the deadline passed first
    private int await(short events, long deadlineNanos) {
        while (true) {
            long remainingNanos = Math.max(0, deadlineNanos - clock.nanoTime());
            pollFd.set(JAVA_INT, 0, fd);
            pollFd.set(JAVA_SHORT, 4, events);
            pollFd.set(JAVA_SHORT, 6, (short) 0);
            timeout.set(JAVA_LONG, 0, remainingNanos / NANOS_PER_SECOND);
            timeout.set(JAVA_LONG, 8, remainingNanos % NANOS_PER_SECOND);
            int ready = Libc.ppoll(pollFdAddress, 1, timeoutAddress, 0);
            if (ready > 0) {
                return pollFd.get(JAVA_SHORT, 6);
            }
            if (deadlineNanos - clock.nanoTime() <= 0) {
                return 0; // a signal may have ended the wait early, so the clock decides
            }
        }
    }

    int read(byte[] into, int offset, int maxLength, long deadlineNanos) {
        if (closed) {
            return LOST;
        }
        int events = await(POLLIN, deadlineNanos);
        if (events == 0) {
            return 0;
        }
        if ((events & POLLIN) == 0) {
            return LOST;
        }
        long taken = Libc.read(fd, bufferAddress, Math.min(maxLength, BUFFER_BYTES));
        if (taken > 0) {
            MemorySegment.copy(buffer, JAVA_BYTE, 0, into, offset, (int) taken);
            return (int) taken;
        }
        return LOST;
    }

    int write(byte[] bytes, int offset, int length) {
        int written = 0;
        long giveUpNanos = Long.MAX_VALUE;
        while (written < length) {
            if (closed) {
                return LOST;
            }
            int chunk = Math.min(length - written, BUFFER_BYTES);
            MemorySegment.copy(bytes, offset + written, buffer, JAVA_BYTE, 0, chunk);
            long sent = Libc.write(fd, bufferAddress, chunk);
            if (sent > 0) {
                written += (int) sent;
                continue;
            }
            long nowNanos = clock.nanoTime();
            giveUpNanos = Math.min(giveUpNanos, nowNanos + WRITE_PATIENCE_NANOS);
            if (nowNanos >= giveUpNanos || (await(POLLOUT, giveUpNanos) & POLLOUT) == 0) {
                return LOST; // full for too long, or gone
            }
        }
        return length;
    }

    int ioctl(long request, long argument) {
        return closed ? LOST : Libc.ioctl(fd, request, argument);
    }

    void close() {
        if (!closed) {
            closed = true;
            int ignored = Libc.close(fd);
        }
    }
}
