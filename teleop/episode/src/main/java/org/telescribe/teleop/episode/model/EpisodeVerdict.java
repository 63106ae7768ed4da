package org.telescribe.teleop.episode.model;

/// What a person says about an episode that is kept.
///
/// @param outcome how it went
/// @param flagged whether somebody should look at it again
/// @param notes free text, may be empty
public record EpisodeVerdict(EpisodeOutcome outcome, boolean flagged, String notes) {
    /// {@return the verdict on an episode that nobody judged}
    public static EpisodeVerdict unrated() {
        return new EpisodeVerdict(EpisodeOutcome.UNRATED, false, "");
    }
}
