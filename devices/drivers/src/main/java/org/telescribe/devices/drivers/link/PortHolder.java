package org.telescribe.devices.drivers.link;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds out which program has a device open, as far as the system tells this user.
final class PortHolder {
    private static final Path PROCESSES = Path.of("/proc");

    private PortHolder() {}

    /// {@return words such as `process 4711 (python3)`, or `another program`}
    ///
    /// @param device path of the device
    static String of(Path device) {
        long ownId = ProcessHandle.current().pid();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            Path real = device.toRealPath();
            for (Path process : processes) {
                if (holds(process, real)) {
                    long id = Long.parseLong(String.valueOf(process.getFileName()));
                    return id == ownId ? "this program itself" : "process %d (%s)".formatted(id, name(process));
                }
            }
        } catch (IOException notTold) {
            return "another program";
        }
        return "another program";
    }

    private static boolean holds(Path process, Path real) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path link : open) {
                if (isLinkTo(link, real)) {
                    return true;
                }
            }
        } catch (IOException notTold) {
            return false; // a process of somebody else, or one that just ended
        }
        return false;
    }

    private static boolean isLinkTo(Path link, Path real) {
        try {
            return Files.readSymbolicLink(link).equals(real);
        } catch (IOException gone) {
            return false;
        }
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException gone) {
            return "name unknown";
        }
    }
}
