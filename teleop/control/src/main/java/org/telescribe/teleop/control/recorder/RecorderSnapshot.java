package org.telescribe.teleop.control.recorder;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.EpisodeVerdict;

/// What the recorder said last. Immutable, any thread.
///
/// @param state state of the recorder
/// @param episodeId the episode that is recorded, waits or is saved; null between two
/// @param startNanos moment of its row 0, session clock, nanoseconds; 0 between two
/// @param rows rows of the episode so far
/// @param durableRows rows that survive power loss already, pictures included
/// @param elapsedNanos time since the episode's first row
/// @param startRefused why the last Start was not obeyed; empty otherwise
/// @param failure why the recorder failed; empty otherwise
/// @param marks moments marked in the episode that is recorded or waits
/// @param outcome result said of it so far
/// @param waiting report of the episode that waits for a verdict, or null
/// @param waitingId its identifier, or null
/// @param run episodes of this run, oldest first
/// @param newestKept the kept episode whose verdict can still be taken back, or null
/// @param cameras what is known of each camera, in the dataset's order
/// @param datasetEpisodes saved episodes in the dataset
public record RecorderSnapshot(
        RecorderState state,
        @Nullable EpisodeId episodeId,
        long startNanos,
        long rows,
        long durableRows,
        long elapsedNanos,
        String startRefused,
        String failure,
        List<EpisodeMark> marks,
        EpisodeOutcome outcome,
        @Nullable EpisodeReport waiting,
        @Nullable EpisodeId waitingId,
        List<RunEpisode> run,
        @Nullable EpisodeId newestKept,
        List<CameraStatus> cameras,
        int datasetEpisodes) {
    /// Copies.
    public RecorderSnapshot {
        marks = List.copyOf(marks);
        run = List.copyOf(run);
        cameras = List.copyOf(cameras);
    }

    /// One episode of the run after its verdict.
    ///
    /// @param id the episode's identifier
    /// @param report how it went
    /// @param saved where it is in the dataset; null when it was discarded
    /// @param verdict what was said of it; of a discarded one only the result counts
    public record RunEpisode(
            EpisodeId id, EpisodeReport report, @Nullable CommittedEpisode saved, EpisodeVerdict verdict) {}
}
