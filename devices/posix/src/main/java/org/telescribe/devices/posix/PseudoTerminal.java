package org.telescribe.devices.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.telescribe.devices.core.time.SessionClock;

/// A pseudo-terminal in raw mode: this object is the device's side, other programs open [#clientPath]
/// like a serial port. The client's side is kept open here too, so that a client may come and go.
/// Confined to one thread at a time; nothing but opening and closing allocates.
public final class PseudoTerminal implements AutoCloseable {
    private static final int O_RDWR_NOCTTY_NONBLOCK_CLOEXEC = 0x2 | 0x100 | 0x800 | 0x80000;
    private static final int NAME_BYTES = 128;
    private static final long TIOCNXCL = 0x540D;

    private final Descriptor device;
    private final Descriptor client;
    private final Path clientPath;

    private PseudoTerminal(Descriptor device, Descriptor client, Path clientPath) {
        this.device = device;
        this.client = client;
        this.clientPath = clientPath;
    }

    /// Makes a new pseudo-terminal.
    ///
    /// @param clock the session clock, for deadlines
    /// @return the open pseudo-terminal
    /// @throws SystemCallRefused when the system has none left
    public static PseudoTerminal open(SessionClock clock) throws SystemCallRefused {
        LinuxOnly.check("An emulated serial line");
        Libc.Errno errno = new Libc.Errno();
        int fd = Libc.posixOpenpt(errno, O_RDWR_NOCTTY_NONBLOCK_CLOEXEC);
        if (fd < 0) {
            throw new SystemCallRefused("make a pseudo-terminal", errno.get());
        }
        Descriptor device = new Descriptor(fd, clock);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(NAME_BYTES);
            if (Libc.grantpt(errno, fd) != 0
                    || Libc.unlockpt(errno, fd) != 0
                    || Libc.ptsname(errno, fd, name.address(), NAME_BYTES) != 0) {
                device.close();
                throw new SystemCallRefused("unlock a pseudo-terminal", errno.get());
            }
            int clientFd = Libc.open(errno, name.address(), O_RDWR_NOCTTY_NONBLOCK_CLOEXEC);
            if (clientFd < 0 || Termios.makeRaw(clientFd, null) != 0) {
                device.close();
                throw new SystemCallRefused("open a pseudo-terminal's client side", errno.get());
            }
            return new PseudoTerminal(device, new Descriptor(clientFd, clock), Path.of(name.getString(0)));
        }
    }

    /// {@return the path that a client opens}
    public Path clientPath() {
        return clientPath;
    }

    /// Waits for at least one byte of the client and takes what is there.
    ///
    /// @param into target
    /// @param offset where to put the first byte
    /// @param maxLength most bytes to take
    /// @param deadlineNanos session clock, nanoseconds
    /// @return bytes taken; 0 when the deadline passed with none;
    ///     [org.telescribe.devices.core.port.ByteLink#LINK_LOST]
    public int read(byte[] into, int offset, int maxLength, long deadlineNanos) {
        return device.read(into, offset, maxLength, deadlineNanos);
    }

    /// Sends bytes to the client.
    ///
    /// @param bytes source
    /// @param offset first byte
    /// @param length number of bytes
    /// @return `length`, or [org.telescribe.devices.core.port.ByteLink#LINK_LOST] also when nobody
    ///     reads and the line's buffer is full
    public int write(byte[] bytes, int offset, int length) {
        return device.write(bytes, offset, length);
    }

    /// Lets other clients in again after one that kept the line to itself has died.
    public void releaseExclusive() {
        client.ioctl(TIOCNXCL, 0);
    }

    /// Closes both sides: a client then finds its line gone.
    @Override
    public void close() {
        client.close();
        device.close();
    }
}
