package org.telescribe.devices.posix;

import java.util.Locale;

/// Says whether this package can work here.
public final class LinuxOnly {
    private LinuxOnly() {}

    /// {@return whether the machine runs Linux}
    public static boolean isHere() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    static void check(String what) {
        if (!isHere()) {
            throw new UnsupportedOperationException(
                    "%s works on Linux only, and this machine runs %s. Nothing was changed. Use the portable way instead."
                            .formatted(what, System.getProperty("os.name")));
        }
    }
}
