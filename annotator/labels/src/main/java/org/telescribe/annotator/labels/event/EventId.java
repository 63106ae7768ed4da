package org.telescribe.annotator.labels.event;

import java.util.UUID;

/// Names one event for ever, in every store and export.
///
/// @param value a random identifier
public record EventId(UUID value) {
    /// {@return a name that no other event has}
    public static EventId random() {
        return new EventId(UUID.randomUUID());
    }

    /// {@return the name of a text}
    ///
    /// @param text as [#toString] wrote it
    public static EventId parse(String text) {
        return new EventId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
