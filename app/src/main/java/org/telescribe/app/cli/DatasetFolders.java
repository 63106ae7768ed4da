package org.telescribe.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.telescribe.devices.core.time.SessionClock;

/// Names for new datasets.
final class DatasetFolders {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private DatasetFolders() {}

    /// {@return a folder that does not exist yet}
    ///
    /// @param parent folder of all datasets
    /// @param name what it is
    /// @param clock gives the day and time
    static Path fresh(Path parent, String name, SessionClock clock) {
        String stamp = STAMP.format(Instant.ofEpochMilli(clock.wallMillis()).atZone(ZoneId.systemDefault()));
        Path folder = parent.resolve(name + "-" + stamp);
        int number = 2;
        while (Files.exists(folder)) {
            folder = parent.resolve("%s-%s-%d".formatted(name, stamp, number));
            number++;
        }
        return folder;
    }
}
