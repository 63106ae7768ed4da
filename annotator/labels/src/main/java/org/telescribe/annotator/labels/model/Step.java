package org.telescribe.annotator.labels.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One step of an episode as the draft tells it.
///
/// @param number its number, from 1
/// @param text its sentence, in any language
/// @param arm which arm acts
/// @param draftRange its frames; null where the draft does not say
public record Step(
        int number, String text, ActingArm arm, @Nullable FrameRange draftRange) {
    /// {@return its name among the things to judge}
    public ItemId id() {
        return ItemId.step(number);
    }

    /// {@return its frames as the draft has them}
    public Optional<FrameRange> range() {
        return Optional.ofNullable(draftRange);
    }
}
