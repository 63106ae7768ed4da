package org.telescribe.teleop.control.recorder;

import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeVerdict;

/// What a person or a program may ask of the recorder. Whether it is done shows in the next snapshot.
public sealed interface RecorderCommand {
    /// Begin an episode at the next tick.
    ///
    /// @param task what is to be done, a sentence
    /// @param operator who teleoperates
    record Start(String task, String operator) implements RecorderCommand {}

    /// End the episode; it then waits for a verdict.
    ///
    /// @param reason why, when it was not the operator; empty otherwise
    record Stop(String reason) implements RecorderCommand {}

    /// Commit the episode that waits.
    ///
    /// @param verdict what a person says about it
    record Keep(EpisodeVerdict verdict) implements RecorderCommand {}

    /// Move the episode that waits to the trash.
    ///
    /// @param reason why
    record Discard(String reason) implements RecorderCommand {}

    /// Bring a discarded episode back to wait for a verdict again.
    ///
    /// @param id the episode
    record Restore(EpisodeId id) implements RecorderCommand {}

    /// Delete this run's discarded episodes for good.
    record EmptyTrash() implements RecorderCommand {}
}
