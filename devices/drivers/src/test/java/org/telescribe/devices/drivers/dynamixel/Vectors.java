package org.telescribe.devices.drivers.dynamixel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Packets collected by others, beside the repository.
final class Vectors {
    /// One packet.
    record Line(String name, boolean isRequest, String hex) {}

    private Vectors() {}

    /// The path in the shared data, looked for from here upwards; one that does not exist when it is
    /// not there.
    static Path find(String path) {
        Path wanted = Path.of("shared", "data").resolve(path);
        @Nullable Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.exists(folder.resolve(wanted))) {
                return folder.resolve(wanted);
            }
            folder = folder.getParent();
        }
        return wanted;
    }

    static List<Line> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\\|", -1))
                .map(parts -> new Line(parts[0], parts[1].equals("tx"), parts[2]))
                .toList();
    }
}
