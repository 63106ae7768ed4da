package org.telescribe.teleop.episode.commit;

import java.util.List;
import java.util.UUID;

/// An entry of the commit log.
public sealed interface LogEntry {
    /// {@return which change of the dataset it belongs to}
    UUID uuid();

    /// A change of the dataset: the moment this is forced, the change is decided.
    ///
    /// @param uuid names the change; its identifier for an episode that comes or goes
    /// @param kind what changes
    /// @param episodeIndex number of the episode; -1 when the change is of another kind
    /// @param rows number of the episode's rows; 0 when the change is of another kind
    /// @param files files that it brings, in the order of their renaming
    /// @param deletions files that it removes after that, below the dataset's directory
    record Change(UUID uuid, Kind kind, int episodeIndex, long rows, List<StagedFile> files, List<String> deletions)
            implements LogEntry {
        /// Copies.
        public Change {
            files = List.copyOf(files);
            deletions = List.copyOf(deletions);
        }
    }

    /// The change is carried out on disk.
    ///
    /// @param uuid names the change
    record Done(UUID uuid) implements LogEntry {}

    /// What kind of change it is.
    enum Kind {
        /// An episode comes.
        EPISODE("episode"),
        /// Files are packed.
        COMPACT("compact"),
        /// The newest episode goes: its verdict was taken back.
        REMOVE("remove");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// {@return the word in the file}
        public String word() {
            return word;
        }
    }
}
