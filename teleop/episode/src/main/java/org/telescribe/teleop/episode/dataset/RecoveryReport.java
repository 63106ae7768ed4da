package org.telescribe.teleop.episode.dataset;

import java.util.List;

/// What recovery found and did.
///
/// @param replayedCommits how many commits it carried to their end
/// @param droppedFiles how many temporary files of unfinished commits it deleted
/// @param recovered episodes whose recording was cut off and which are saved now
/// @param keptAside journals that hold nothing to save, or do not fit the dataset, each with the
///     reason; they lie in the trash
public record RecoveryReport(
        int replayedCommits, int droppedFiles, List<CommittedEpisode> recovered, List<KeptAside> keptAside) {
    /// A journal that was put into the trash.
    ///
    /// @param journal its file name
    /// @param reason why, for people
    public record KeptAside(String journal, String reason) {}

    /// Copies.
    public RecoveryReport {
        recovered = List.copyOf(recovered);
        keptAside = List.copyOf(keptAside);
    }

    /// {@return whether there was nothing to do}
    public boolean nothingToDo() {
        return replayedCommits == 0 && droppedFiles == 0 && recovered.isEmpty() && keptAside.isEmpty();
    }
}
