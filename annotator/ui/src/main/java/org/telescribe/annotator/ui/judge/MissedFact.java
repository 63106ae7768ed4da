package org.telescribe.annotator.ui.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.Slot;
import org.telescribe.annotator.labels.model.SlotValues;
import org.telescribe.annotator.labels.model.StepAnchor;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.ItemState.FactState;

/// A fact that the draft missed, as it is made beside the selected thing.
///
/// @param object the thing that it tells of; that of the selected fact, or empty
/// @param anchor when it holds: in the selected thing's step
/// @param text its sentence
record MissedFact(String object, StepAnchor anchor, String text) {
    private static final int DIGITS = 9;

    static MissedFact beside(@Nullable ItemState item, Slot slot, String value) {
        int step = item == null ? 0 : ItemWords.stepOf(item);
        String object = item instanceof FactState fact ? fact.draft().object() : "";
        StepAnchor anchor = step > 0 ? new StepAnchor.At(step) : new StepAnchor.Unanchored();
        String text = object.isEmpty()
                ? "The %s is %s.".formatted(slot.title(), value)
                : "The %s of the %s is %s.".formatted(slot.title(), object, value);
        return new MissedFact(object, anchor, text);
    }

    /// {@return asks what it is about}
    static JudgingMode ask(Dimension dimension) {
        List<Slot> slots = dimension.slots();
        return slots.size() == 1 ? ask(slots.getFirst()) : new JudgingMode.PickSlot(dimension, slots);
    }

    /// {@return asks what it says}
    static JudgingMode ask(Slot slot) {
        List<String> offered = slot.choices().offered().stream().limit(DIGITS).toList();
        boolean open = !(slot.choices() instanceof SlotValues.Closed);
        return offered.isEmpty()
                ? new JudgingMode.Typing(new JudgingMode.Purpose.NewValue(slot), "")
                : new JudgingMode.PickNewValue(slot, offered, open);
    }
}
