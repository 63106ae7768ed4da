package org.telescribe.teleop.episode.read;

import java.util.List;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeOutcome;

/// What this program's recorder wrote down about an episode, beside LeRobot's columns.
///
/// @param episodeUuid the episode's name for ever
/// @param operator who teleoperated, may be empty
/// @param station name of the station, may be empty
/// @param calibrationHash name of the set-up, or hash of the station file; may be empty
/// @param armSource `emulated` or `real`
/// @param wallStartMillis start, milliseconds since 1970 UTC
/// @param outcome how it went, as a person judged it
/// @param flagged whether somebody should look again
/// @param notes free text, may be empty
/// @param marks moments that the operator marked while recording, in order
/// @param recoveryNote up to where and why it was recovered after a crash; empty when it was not
public record RecordedFacts(
        String episodeUuid,
        String operator,
        String station,
        String calibrationHash,
        String armSource,
        long wallStartMillis,
        EpisodeOutcome outcome,
        boolean flagged,
        String notes,
        List<EpisodeMark> marks,
        String recoveryNote) {
    /// Copies.
    public RecordedFacts {
        marks = List.copyOf(marks);
    }
}
