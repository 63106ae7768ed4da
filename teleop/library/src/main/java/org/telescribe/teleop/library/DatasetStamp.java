package org.telescribe.teleop.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.telescribe.teleop.episode.lerobot.DatasetNames;

/// Sizes and times of the files that say what a dataset holds: when they are the same, the dataset need
/// not be read again.
///
/// @param files name, size and time of each
record DatasetStamp(List<String> files) {
    private static final List<String> NAMES =
            List.of(DatasetNames.INFO, DatasetNames.TASKS, DatasetNames.COMMIT_LOG, "meta/episodes.jsonl");
    private static final List<String> FOLDERS = List.of(DatasetNames.JOURNALS, "meta/episodes");

    DatasetStamp {
        files = List.copyOf(files);
    }

    static DatasetStamp of(Path directory) throws IOException {
        List<String> stamps = new ArrayList<>();
        for (String name : NAMES) {
            add(directory.resolve(name), stamps);
        }
        for (String name : FOLDERS) {
            Path folder = directory.resolve(name);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : (Iterable<Path>) all.sorted()::iterator) {
                        add(path, stamps);
                    }
                }
            }
        }
        return new DatasetStamp(stamps);
    }

    private static void add(Path path, List<String> stamps) throws IOException {
        if (Files.exists(path)) {
            long bytes = Files.isDirectory(path) ? 0 : Files.size(path);
            stamps.add(
                    path + " " + bytes + " " + Files.getLastModifiedTime(path).toMillis());
        }
    }
}
