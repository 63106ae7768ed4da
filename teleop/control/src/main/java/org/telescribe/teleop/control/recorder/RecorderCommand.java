package org.telescribe.teleop.control.recorder;

import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.MarkKind;

/// What a person or a program may ask of the recorder. Whether it is done shows in the next
/// snapshot.
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

    /// Mark a moment of the episode that is recorded.
    ///
    /// @param kind why
    /// @param atNanos the moment, session clock, nanoseconds
    record Mark(MarkKind kind, long atNanos) implements RecorderCommand {}

    /// Say how the episode that is recorded or waits went. The last word counts.
    ///
    /// @param success whether the task was done
    record Result(boolean success) implements RecorderCommand {}

    /// Commit the episode that waits, with the result that was said.
    ///
    /// @param flagged whether somebody should look at it again
    /// @param notes free text, may be empty
    record Keep(boolean flagged, String notes) implements RecorderCommand {}

    /// Move the episode that waits to the trash.
    ///
    /// @param reason why
    record Discard(String reason) implements RecorderCommand {}

    /// Bring a discarded episode back to wait for a verdict again.
    ///
    /// @param id the episode
    record Restore(EpisodeId id) implements RecorderCommand {}

    /// Take the newest kept episode out of the dataset again, to wait for another verdict.
    ///
    /// @param id the episode
    record TakeBack(EpisodeId id) implements RecorderCommand {}

    /// Delete this run's discarded episodes for good.
    record EmptyTrash() implements RecorderCommand {}
}
