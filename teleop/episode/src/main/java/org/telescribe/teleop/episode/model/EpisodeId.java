package org.telescribe.teleop.episode.model;

import java.util.UUID;

/// Names one episode for ever, from the first moment of its recording; its number in the dataset comes
/// with the commit.
///
/// @param value a random identifier
public record EpisodeId(UUID value) {
    /// {@return a new identifier that no other episode has}
    public static EpisodeId random() {
        return new EpisodeId(UUID.randomUUID());
    }

    /// {@return the identifier of a text}
    ///
    /// @param text as [#toString] wrote it
    public static EpisodeId parse(String text) {
        return new EpisodeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
