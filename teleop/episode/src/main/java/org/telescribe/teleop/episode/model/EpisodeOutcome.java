package org.telescribe.teleop.episode.model;

/// How an episode went, as a person judged it.
public enum EpisodeOutcome {
    /// Nobody has judged it.
    UNRATED,
    /// The task was done.
    SUCCESS,
    /// The task was not done.
    FAILURE
}
