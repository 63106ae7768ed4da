package org.telescribe.teleop.episode.commit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What a commit log holds.
///
/// @param entries the whole entries in order
/// @param validBytes how many bytes of the file are whole entries, with the file's header; 0
///     without a whole header
/// @param fileBytes the file's size
public record LogContent(List<LogEntry> entries, long validBytes, long fileBytes) {
    /// Copies.
    public LogContent {
        entries = List.copyOf(entries);
    }

    /// {@return an empty log}
    public static LogContent empty() {
        return new LogContent(List.of(), 0, 0);
    }

    /// {@return changes that are decided but not marked as carried out, in order}
    public List<LogEntry.Change> open() {
        Map<UUID, LogEntry.Change> open = new LinkedHashMap<>();
        for (LogEntry entry : entries) {
            switch (entry) {
                case LogEntry.Change change -> open.put(change.uuid(), change);
                case LogEntry.Done done -> open.remove(done.uuid());
            }
        }
        return new ArrayList<>(open.values());
    }

    /// {@return identifiers of all decided changes but those of episodes that were taken back}
    public Set<UUID> decided() {
        Set<UUID> decided = new LinkedHashSet<>();
        for (LogEntry entry : entries) {
            if (entry instanceof LogEntry.Change change) {
                switch (change.kind()) {
                    case EPISODE, COMPACT -> decided.add(change.uuid());
                    case REMOVE -> decided.remove(change.uuid());
                }
            }
        }
        return decided;
    }

    /// {@return for each file of the dataset what it must be after all decided changes, by its
    /// name}
    public Map<String, StagedFile> expectedFiles() {
        Map<String, StagedFile> expected = new LinkedHashMap<>();
        for (LogEntry entry : entries) {
            if (entry instanceof LogEntry.Change change) {
                change.files().forEach(file -> expected.put(file.target(), file));
                change.deletions().forEach(expected::remove);
            }
        }
        return expected;
    }
}
