package org.telescribe.teleop.episode.dataset;

import java.nio.file.Path;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeVerdict;

/// An episode whose recording has ended and which waits for a verdict, safe in its journal. Recorder
/// thread only.
public final class PendingEpisode {
    private final RecordingDataset dataset;
    private final EpisodeId id;
    private final Path journal;

    PendingEpisode(RecordingDataset dataset, EpisodeId id, Path journal) {
        this.dataset = dataset;
        this.id = id;
        this.journal = journal;
    }

    /// {@return the episode's identifier}
    public EpisodeId id() {
        return id;
    }

    Path journal() {
        return journal;
    }

    /// Commits the episode to the dataset. When it returns, the episode is saved. When it throws, the
    /// dataset is as it was and the episode still waits in its journal.
    ///
    /// @param verdict what a person says about it
    /// @return the saved episode
    public CommittedEpisode keep(EpisodeVerdict verdict) {
        return dataset.keep(this, verdict);
    }

    /// Moves the episode's journal to the trash, from where [RecordingDataset#restore] brings it back.
    ///
    /// @param reason why, for whoever looks into the trash
    public void discard(String reason) {
        dataset.discard(this, reason);
    }
}
