package org.telescribe.teleop.control.recorder;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeVerdict;

/// What the recorder said last. Immutable, any thread.
///
/// @param state state of the recorder
/// @param rows rows of the episode so far
/// @param elapsedNanos time since the episode's first row
/// @param startRefused why the last Start was not obeyed; empty otherwise
/// @param failure why the recorder failed; empty otherwise
/// @param waiting report of the episode that waits for a verdict, or null
/// @param waitingId its identifier, or null
/// @param run episodes of this run, oldest first
/// @param cameras what is known of each camera, in the dataset's order
/// @param datasetEpisodes saved episodes in the dataset
public record RecorderSnapshot(
        RecorderState state,
        long rows,
        long elapsedNanos,
        String startRefused,
        String failure,
        @Nullable EpisodeReport waiting,
        @Nullable EpisodeId waitingId,
        List<RunEpisode> run,
        List<CameraStatus> cameras,
        int datasetEpisodes) {
    /// Copies.
    public RecorderSnapshot {
        run = List.copyOf(run);
        cameras = List.copyOf(cameras);
    }

    /// One episode of the run after its verdict.
    ///
    /// @param id the episode's identifier
    /// @param report how it went
    /// @param saved where it is in the dataset; null when it was discarded
    /// @param verdict what was said when it was kept; null when it was discarded
    public record RunEpisode(
            EpisodeId id,
            EpisodeReport report,
            @Nullable CommittedEpisode saved,
            @Nullable EpisodeVerdict verdict) {}
}
