package org.telescribe.teleop.episode.commit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.model.DatasetException;

/// One change of a dataset that happens wholly or not at all. Stage files, write them, then commit.
/// Recorder thread.
public final class DatasetChange {
    /// What stands between a file's later name and the identifier of the change while it waits.
    public static final String PENDING = ".pending-";

    private final DurableFiles files;
    private final Path root;
    private final UUID uuid;
    private final Map<String, Path> staged = new LinkedHashMap<>();
    private final List<String> deletions = new ArrayList<>();

    /// A change with nothing in it.
    ///
    /// @param files how to write
    /// @param root the dataset's directory
    /// @param uuid names the change
    public DatasetChange(DurableFiles files, Path root, UUID uuid) {
        this.files = files;
        this.root = root;
        this.uuid = uuid;
    }

    /// Makes room for a new file. Files are renamed in the order of staging.
    ///
    /// @param target its later name below the dataset's directory, with slashes
    /// @return where to write it now; whoever writes it forces it
    /// @throws IOException when the disk refuses
    public Path stage(String target) throws IOException {
        Path temporary = root.resolve(target + PENDING + uuid);
        files.makeDirectories(parent(temporary));
        if (files.exists(temporary)) {
            files.delete(temporary);
        }
        staged.put(target, temporary);
        return temporary;
    }

    /// {@return where a staged file lies now}
    ///
    /// @param target its later name
    public Path staged(String target) {
        Path temporary = staged.get(target);
        if (temporary == null) {
            throw new IllegalArgumentException(target + " is not staged");
        }
        return temporary;
    }

    /// Marks a file for removal after the renames.
    ///
    /// @param target its name below the dataset's directory
    public void delete(String target) {
        deletions.add(target);
    }

    /// Decides the change and carries it out. All staged files are written and forced.
    ///
    /// @param log the dataset's log
    /// @param kind what changes
    /// @param episodeIndex number of the episode, or -1
    /// @param rows number of the episode's rows, or 0
    /// @return what was decided
    /// @throws IOException when the disk refuses
    public LogEntry.Change commit(CommitLog log, LogEntry.Kind kind, int episodeIndex, long rows) throws IOException {
        List<StagedFile> list = new ArrayList<>();
        for (Map.Entry<String, Path> entry : staged.entrySet()) {
            Path temporary = entry.getValue();
            list.add(new StagedFile(
                    entry.getKey() + PENDING + uuid,
                    entry.getKey(),
                    files.sizeBytes(temporary),
                    Sha256.of(files, temporary)));
        }
        forceDirectories(files, staged.values());
        LogEntry.Change change = new LogEntry.Change(uuid, kind, episodeIndex, rows, list, deletions);
        log.append(change); // the commit point
        carryOut(files, root, change);
        log.append(new LogEntry.Done(uuid));
        return change;
    }

    /// Deletes what was staged, as far as it is there.
    ///
    /// @throws IOException when the disk refuses
    public void rollBack() throws IOException {
        for (Path temporary : staged.values()) {
            if (files.exists(temporary)) {
                files.delete(temporary);
            }
        }
    }

    /// Carries a decided change out, as often as need be.
    ///
    /// @param files how to write
    /// @param root the dataset's directory
    /// @param change what was decided
    /// @throws IOException when the disk refuses
    public static void carryOut(DurableFiles files, Path root, LogEntry.Change change) throws IOException {
        List<Path> touched = new ArrayList<>();
        for (StagedFile file : change.files()) {
            Path temporary = root.resolve(file.temporary());
            Path target = root.resolve(file.target());
            if (files.exists(temporary)) {
                files.rename(temporary, target);
            } else if (!files.exists(target) || files.sizeBytes(target) != file.bytes()) {
                throw new DatasetException(("The file %s of a committed change is missing. Nothing else was changed. "
                                + "Bring it back from a copy, then open the dataset again.")
                        .formatted(target));
            }
            touched.add(target);
        }
        forceDirectories(files, touched);
        List<Path> removed = new ArrayList<>();
        for (String name : change.deletions()) {
            Path file = root.resolve(name);
            if (files.exists(file)) {
                files.delete(file);
                removed.add(file);
            }
        }
        forceDirectories(files, removed);
    }

    private static void forceDirectories(DurableFiles files, Iterable<Path> of) throws IOException {
        Set<Path> directories = new LinkedHashSet<>();
        of.forEach(file -> directories.add(parent(file)));
        for (Path directory : directories) {
            files.forceDirectory(directory);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a file of a dataset lies in a directory: " + file);
        }
        return parent;
    }
}
