package org.telescribe.annotator.labels.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Names the present start of the machine, so that monotonic times of different starts are not compared.
final class MachineBoot {
    private static final Path LINUX = Path.of("/proc/sys/kernel/random/boot_id");

    private MachineBoot() {}

    /// {@return the name; where the system has none, the machine's own name, which all its starts share}
    static String id() {
        try {
            return Files.readString(LINUX).strip();
        } catch (IOException elsewhere) {
            return hostName();
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "unknown";
        }
    }
}
