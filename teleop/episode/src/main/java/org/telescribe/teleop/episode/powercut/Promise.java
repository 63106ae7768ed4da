package org.telescribe.teleop.episode.powercut;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/// What a recorder told somebody, and must keep through power loss.
sealed interface Promise {
    /// {@return the episode it is about}
    UUID episode();

    /// So many rows are safe, though the episode is not saved yet.
    record RowsSafe(UUID episode, long rows) implements Promise {}

    /// The episode is saved, with so many rows, in these files of these hashes.
    record Saved(UUID episode, int rows, Map<Path, String> sha256ByFile) implements Promise {}

    /// A person throws the episode away; from then on it must not be lost, but need not be in the
    /// dataset.
    record Discarded(UUID episode) implements Promise {}
}
