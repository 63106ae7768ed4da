package org.telescribe.devices.posix;

import java.io.IOException;

/// The system refused a call. The message says what was asked, of what, and the system's own reason.
public final class SystemCallRefused extends IOException {
    /// No such file or device.
    public static final int NO_ENTRY = 2;
    /// The user may not.
    public static final int NO_ACCESS = 13;
    /// Somebody else holds it.
    public static final int BUSY = 16;
    /// No such device behind the name.
    public static final int NO_DEVICE = 19;

    private static final long serialVersionUID = 1L;

    /// The system's error number.
    private final int errno;

    SystemCallRefused(String what, int errno) {
        super("%s: %s".formatted(what, Libc.describe(errno)));
        this.errno = errno;
    }

    /// {@return the system's error number}
    public int errno() {
        return errno;
    }
}
