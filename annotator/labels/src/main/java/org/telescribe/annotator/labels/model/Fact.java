package org.telescribe.annotator.labels.model;

import java.util.Optional;

/// One atomic fact.
///
/// @param id its name among the things to judge
/// @param dimension its dimension
/// @param slot its slot as the file names it; see [#knownSlot]
/// @param object the thing that it tells of; empty where nobody says
/// @param anchor when it holds
/// @param value what the slot holds
/// @param text the whole sentence, in any language
public record Fact(
        ItemId id, Dimension dimension, String slot, String object, StepAnchor anchor, String value, String text) {
    /// {@return the slot; empty when the file's name is not among the known ones}
    public Optional<Slot> knownSlot() {
        return Slot.ofKey(dimension, slot);
    }

    /// {@return what may be chosen instead of its value}
    public SlotValues choices() {
        return knownSlot().map(Slot::choices).orElseGet(SlotValues.Open::new);
    }

    /// {@return the same fact with another value and sentence}
    ///
    /// @param otherValue the value
    /// @param otherText the sentence
    public Fact with(String otherValue, String otherText) {
        return new Fact(id, dimension, slot, object, anchor, otherValue, otherText);
    }
}
