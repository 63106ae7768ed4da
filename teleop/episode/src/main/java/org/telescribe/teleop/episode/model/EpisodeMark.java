package org.telescribe.teleop.episode.model;

/// A moment of an episode that its operator pointed at while it was recorded.
///
/// @param kind why
/// @param sinceStartNanos when, nanoseconds since the episode's start, not negative
public record EpisodeMark(MarkKind kind, long sinceStartNanos) {
    /// Checks.
    public EpisodeMark {
        if (sinceStartNanos < 0) {
            throw new IllegalArgumentException("a mark %d ns before the episode's start".formatted(-sinceStartNanos));
        }
    }
}
