package org.telescribe.devices.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.telescribe.devices.core.time.SessionClock;

/// A serial device opened for this program alone: raw, eight bits, non-blocking, waits in `ppoll`.
/// Confined to one thread at a time; nothing but opening and closing allocates.
public final class SerialDevice implements AutoCloseable {
    private static final int O_RDWR_NOCTTY_NONBLOCK_CLOEXEC = 0x2 | 0x100 | 0x800 | 0x80000;
    private static final int LOCK_EX_NB = 2 | 4;
    private static final long TIOCEXCL = 0x540C;
    private static final long TIOCNXCL = 0x540D;
    private static final long TCFLSH = 0x540B;
    private static final long TIOCGSERIAL = 0x541E;
    private static final long TIOCSSERIAL = 0x541F;
    private static final int SERIAL_STRUCT_BYTES = 72;
    private static final int SERIAL_FLAGS = 16;
    private static final int ASYNC_LOW_LATENCY = 1 << 13;

    private final Descriptor descriptor;
    private final boolean lowLatency;

    private SerialDevice(Descriptor descriptor, boolean lowLatency) {
        this.descriptor = descriptor;
        this.lowLatency = lowLatency;
    }

    /// Opens a device and keeps other programs off it.
    ///
    /// @param path device, such as `/dev/ttyUSB0`
    /// @param bitsPerSecond line speed, one of those that servos use
    /// @param clock the session clock, for deadlines
    /// @return the open device
    /// @throws SystemCallRefused when the system refuses; its number says whether the device is
    ///     missing, forbidden, busy or no serial line
    public static SerialDevice open(Path path, int bitsPerSecond, SessionClock clock) throws SystemCallRefused {
        LinuxOnly.check("A serial device through the system's own calls");
        BaudRate rate = BaudRate.of(bitsPerSecond);
        Libc.Errno errno = new Libc.Errno();
        int fd;
        try (Arena arena = Arena.ofConfined()) {
            fd = Libc.open(errno, arena.allocateFrom(path.toString()).address(), O_RDWR_NOCTTY_NONBLOCK_CLOEXEC);
        }
        if (fd < 0) {
            throw new SystemCallRefused("open " + path, errno.get());
        }
        Descriptor descriptor = new Descriptor(fd, clock);
        if (Libc.flock(errno, fd, LOCK_EX_NB) != 0) {
            descriptor.close();
            throw new SystemCallRefused("lock " + path, SystemCallRefused.BUSY);
        }
        int refusal = Termios.makeRaw(fd, rate);
        if (refusal != 0) {
            descriptor.close();
            throw new SystemCallRefused("set the line speed of " + path, refusal);
        }
        descriptor.ioctl(TIOCEXCL, 0);
        SerialDevice device = new SerialDevice(descriptor, askLowLatency(descriptor));
        device.discardInput();
        return device;
    }

    private static boolean askLowLatency(Descriptor descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment serial = arena.allocate(SERIAL_STRUCT_BYTES, 8);
            if (descriptor.ioctl(TIOCGSERIAL, serial.address()) != 0) {
                return false;
            }
            serial.set(JAVA_INT, SERIAL_FLAGS, serial.get(JAVA_INT, SERIAL_FLAGS) | ASYNC_LOW_LATENCY);
            return descriptor.ioctl(TIOCSSERIAL, serial.address()) == 0;
        }
    }

    /// {@return whether the adapter was told to hand bytes on at once instead of gathering them for
    /// some milliseconds}
    public boolean lowLatency() {
        return lowLatency;
    }

    /// Writes all bytes.
    ///
    /// @param bytes source
    /// @param offset first byte
    /// @param length number of bytes
    /// @return `length`, or [org.telescribe.devices.core.port.ByteLink#LINK_LOST]
    public int write(byte[] bytes, int offset, int length) {
        return descriptor.write(bytes, offset, length);
    }

    /// Waits for at least one byte and takes what is there.
    ///
    /// @param into target
    /// @param offset where to put the first byte
    /// @param maxLength most bytes to take
    /// @param deadlineNanos session clock, nanoseconds
    /// @return bytes taken; 0 when the deadline passed with none;
    ///     [org.telescribe.devices.core.port.ByteLink#LINK_LOST]
    public int read(byte[] into, int offset, int maxLength, long deadlineNanos) {
        return descriptor.read(into, offset, maxLength, deadlineNanos);
    }

    /// Throws away what has arrived and was not read.
    public void discardInput() {
        descriptor.ioctl(TCFLSH, 0);
    }

    @Override
    public void close() {
        descriptor.ioctl(TIOCNXCL, 0);
        descriptor.close();
    }
}
