package org.telescribe.devices.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Raw mode, eight bits, no parity, one stop bit, no flow control, on Linux's `struct termios`.
final class Termios {
    private static final int BYTES = 60;
    private static final int CFLAG = 8;
    private static final int LFLAG = 12;
    private static final int CONTROL_CHARACTERS = 17;
    private static final int VTIME = 5;
    private static final int VMIN = 6;
    private static final int CS8_CREAD_CLOCAL = 0x30 | 0x80 | 0x800;
    private static final int TCSANOW = 0;

    private Termios() {}

    /// Puts the line into raw mode.
    ///
    /// @param rate speed, or null to leave it
    /// @return 0, or the system's error number
    static int makeRaw(int fd, @Nullable BaudRate rate) {
        try (Arena arena = Arena.ofConfined()) {
            Libc.Errno errno = new Libc.Errno();
            MemorySegment termios = arena.allocate(BYTES, 8);
            if (Libc.tcgetattr(errno, fd, termios.address()) != 0) {
                return errno.get();
            }
            termios.set(JAVA_INT, 0, 0);
            termios.set(JAVA_INT, 4, 0);
            int speedBits = termios.get(JAVA_INT, CFLAG) & 0x100F;
            termios.set(JAVA_INT, CFLAG, CS8_CREAD_CLOCAL | speedBits);
            termios.set(JAVA_INT, LFLAG, 0);
            termios.set(JAVA_BYTE, CONTROL_CHARACTERS + VMIN, (byte) 1);
            termios.set(JAVA_BYTE, CONTROL_CHARACTERS + VTIME, (byte) 0);
            if (rate != null && Libc.cfsetspeed(errno, termios.address(), rate.code()) != 0) {
                return errno.get();
            }
            return Libc.tcsetattr(errno, fd, TCSANOW, termios.address()) == 0 ? 0 : errno.get();
        }
    }
}
