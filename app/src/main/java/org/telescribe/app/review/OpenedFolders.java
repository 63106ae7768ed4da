package org.telescribe.app.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Dataset folders that somebody opened, remembered in a file, one path a line.
public final class OpenedFolders {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedFolders.class);

    private final Path file;
    private final List<Path> folders = new ArrayList<>();

    /// Reads what is remembered; an unreadable file is kept and said in the log.
    ///
    /// @param file where they are remembered
    public OpenedFolders(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank()) {
                        folders.add(Path.of(line));
                    }
                }
            } catch (IOException unreadable) {
                LOG.warn("{} cannot be read; opened folders are not listed", file, unreadable);
            }
        }
    }

    /// {@return the folders, oldest first}
    public List<Path> folders() {
        return List.copyOf(folders);
    }

    /// Remembers a folder.
    ///
    /// @param folder which
    public void add(Path folder) {
        if (folders.contains(folder)) {
            return;
        }
        folders.add(folder);
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, folders.stream().map(Path::toString).toList());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            LOG.warn("{} cannot be written; the folder is listed until the window is closed", file, refused);
        }
    }
}
