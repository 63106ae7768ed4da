package org.telescribe.teleop.episode.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.commit.CommitLog;
import org.telescribe.teleop.episode.commit.DatasetChange;
import org.telescribe.teleop.episode.commit.LogContent;
import org.telescribe.teleop.episode.commit.LogEntry;
import org.telescribe.teleop.episode.commit.StagedFile;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.lerobot.DatasetNames;

/// The files of a dataset as they are once all decided changes are carried out. A crash may leave a
/// decided change half carried out; through this view it is done, and undecided ones do not exist.
public final class DatasetView {
    private final Path root;
    private final LogContent log;
    private final Map<String, Path> waiting = new HashMap<>();
    private final Set<String> removed = new HashSet<>();

    private DatasetView(Path root, LogContent log) {
        this.root = root;
        this.log = log;
        for (LogEntry.Change change : log.open()) {
            for (StagedFile file : change.files()) {
                Path temporary = root.resolve(file.temporary());
                removed.remove(file.target());
                if (Files.exists(temporary)) {
                    waiting.put(file.target(), temporary);
                }
            }
            removed.addAll(change.deletions());
        }
    }

    /// {@return the view of a dataset at this moment}
    ///
    /// @param root the dataset's directory
    /// @throws IOException when the disk refuses
    public static DatasetView of(Path root) throws IOException {
        return new DatasetView(root, CommitLog.read(new NioDurableFiles(), root.resolve(DatasetNames.COMMIT_LOG)));
    }

    /// {@return the dataset's directory}
    public Path root() {
        return root;
    }

    /// {@return the commit log; empty when there is none}
    public LogContent log() {
        return log;
    }

    /// {@return where a file of the dataset is to be read, or null when there is no such file}
    ///
    /// @param name its name below the dataset's directory, with slashes
    public @Nullable Path find(String name) {
        if (removed.contains(name)) {
            return null;
        }
        Path temporary = waiting.get(name);
        if (temporary != null && Files.exists(temporary)) {
            return temporary;
        }
        Path file = root.resolve(name);
        return Files.isRegularFile(file) ? file : null;
    }

    /// {@return names of all files below a folder, sorted; temporary files of undecided changes are
    /// left out}
    ///
    /// @param folder name of the folder below the dataset's directory
    /// @throws IOException when the disk refuses
    public List<String> namesBelow(String folder) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String name : filesBelow(folder)) {
            if (!name.contains(DatasetChange.PENDING) && !removed.contains(name)) {
                names.add(name);
            }
        }
        waiting.keySet().stream()
                .filter(name -> name.startsWith(folder + "/") && !removed.contains(name))
                .forEach(names::add);
        return List.copyOf(names);
    }

    /// {@return names of temporary files that belong to no decided change: what a crash left}
    ///
    /// @throws IOException when the disk refuses
    public List<String> leftOvers() throws IOException {
        Set<String> known = new HashSet<>();
        waiting.values().forEach(path -> known.add(nameOf(path)));
        Set<String> names = new TreeSet<>();
        for (String folder : List.of("data", "meta", "videos")) {
            for (String name : filesBelow(folder)) {
                if (name.contains(DatasetChange.PENDING) && !known.contains(name)) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    private List<String> filesBelow(String folder) throws IOException {
        Path directory = root.resolve(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).map(this::nameOf).toList();
        }
    }

    private String nameOf(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /// {@return names of the journals of episodes that are not committed}
    ///
    /// @throws IOException when the disk refuses
    public List<String> openJournals() throws IOException {
        Set<String> decided = new HashSet<>();
        log.decided().forEach(uuid -> decided.add(uuid.toString()));
        return filesBelow(DatasetNames.JOURNALS).stream()
                .filter(name -> name.endsWith(".journal"))
                .filter(name -> !decided.contains(
                        name.substring(name.lastIndexOf('/') + 1, name.length() - ".journal".length())))
                .sorted()
                .toList();
    }
}
