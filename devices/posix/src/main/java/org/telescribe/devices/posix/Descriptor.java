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
    private static final int EINTR = 4;
    private static final int EAGAIN = 11;
    private static final long WRITE_PATIENCE_NANOS = 100_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Libc.Errno errno = new Libc.Errno();
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

    /// Waits for input or for the other end to go.
    ///
    /// @return false when the deadline passed first
    boolean awaitInput(long deadlineNanos) {
        return await(POLLIN, deadlineNanos);
    }

    private boolean await(short events, long deadlineNanos) {
        while (!closed) {
            long remainingNanos = Math.max(0, deadlineNanos - clock.nanoTime());
            pollFd.set(JAVA_INT, 0, fd);
            pollFd.set(JAVA_SHORT, 4, events);
            pollFd.set(JAVA_SHORT, 6, (short) 0);
            timeout.set(JAVA_LONG, 0, remainingNanos / NANOS_PER_SECOND);
            timeout.set(JAVA_LONG, 8, remainingNanos % NANOS_PER_SECOND);
            int ready = Libc.ppoll(errno, pollFdAddress, 1, timeoutAddress, 0);
            if (ready > 0) {
                return true;
            }
            if (ready == 0 && deadlineNanos - clock.nanoTime() <= 0) {
                return false;
            }
            if (ready < 0 && errno.get() != EINTR) {
                return true; // the read or write that follows says what happened
            }
        }
        return true;
    }

    int read(byte[] into, int offset, int maxLength, long deadlineNanos) {
        while (!closed) {
            int taken = takeNow(into, offset, maxLength);
            if (taken != 0 || deadlineNanos - clock.nanoTime() <= 0 || !awaitInput(deadlineNanos)) {
                return taken;
            }
        }
        return LOST;
    }

    private int takeNow(byte[] into, int offset, int maxLength) {
        long taken = Libc.read(errno, fd, bufferAddress, Math.min(maxLength, BUFFER_BYTES));
        if (taken > 0) {
            MemorySegment.copy(buffer, JAVA_BYTE, 0, into, offset, (int) taken);
            return (int) taken;
        }
        return taken < 0 && (errno.get() == EAGAIN || errno.get() == EINTR) ? 0 : LOST;
    }

    int write(byte[] bytes, int offset, int length) {
        int written = 0;
        while (written < length) {
            if (closed) {
                return LOST;
            }
            int chunk = Math.min(length - written, BUFFER_BYTES);
            MemorySegment.copy(bytes, offset + written, buffer, JAVA_BYTE, 0, chunk);
            long sent = Libc.write(errno, fd, bufferAddress, chunk);
            if (sent > 0) {
                written += (int) sent;
            } else if (sent == 0 || errno.get() == EAGAIN) {
                if (!await(POLLOUT, clock.nanoTime() + WRITE_PATIENCE_NANOS)) {
                    return LOST;
                }
            } else if (errno.get() != EINTR) {
                return LOST;
            }
        }
        return length;
    }

    int ioctl(long request, long argument) {
        return closed ? LOST : Libc.ioctl(errno, fd, request, argument);
    }

    Libc.Errno errno() {
        return errno;
    }

    void close() {
        if (!closed) {
            closed = true;
            int ignored = Libc.close(errno, fd);
        }
    }
}
