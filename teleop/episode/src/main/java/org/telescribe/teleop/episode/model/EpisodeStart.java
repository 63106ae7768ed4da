package org.telescribe.teleop.episode.model;

/// Who records what, known when an episode begins.
///
/// @param id the episode's identifier
/// @param task what is to be done, a sentence
/// @param operator who teleoperates
/// @param station name of the station
/// @param softwareVersion version of this program
/// @param calibrationHash hash of the calibration in force; empty when there is none
/// @param armSource where the arms are
/// @param startNanos moment of row 0, session clock, nanoseconds
/// @param wallMillis the same moment on the wall clock, milliseconds since 1970 UTC
public record EpisodeStart(
        EpisodeId id,
        String task,
        String operator,
        String station,
        String softwareVersion,
        String calibrationHash,
        ArmSource armSource,
        long startNanos,
        long wallMillis) {
    /// Checks.
    public EpisodeStart {
        if (task.isBlank()) {
            throw new IllegalArgumentException("an episode needs a task; write in one sentence what is to be done");
        }
    }
}
