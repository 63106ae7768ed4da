package org.telescribe.annotator.ui.judge;

import java.util.List;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.Slot;

/// What the next key means.
public sealed interface JudgingMode {
    /// Letters judge the selected thing.
    record Listing() implements JudgingMode {}

    /// Digits choose one of several words in the selected row; Escape goes back.
    sealed interface Picking extends JudgingMode {
        /// {@return what can be chosen, by digits from 1}
        List<String> offered();

        /// {@return what Enter does, in words; empty when it does nothing}
        String enterWords();
    }

    /// Digits choose what is right instead; Enter says false and nothing else.
    ///
    /// @param item the fact
    /// @param offered values of its slot but its own
    /// @param open whether another value may be typed
    record PickValue(ItemId item, List<String> offered, boolean open) implements Picking {
        /// Copies.
        public PickValue {
            offered = List.copyOf(offered);
        }

        @Override
        public String enterWords() {
            return "false, without saying what is right";
        }
    }

    /// Digits choose why it is not judged.
    ///
    /// @param item the thing
    record PickReason(ItemId item) implements Picking {
        @Override
        public List<String> offered() {
            return List.of("cannot be seen from these cameras", "I do not know");
        }

        @Override
        public String enterWords() {
            return "";
        }
    }

    /// Digits choose the dimension of a fact that the draft missed; 0 is the tenth.
    record PickDimension() implements Picking {
        @Override
        public List<String> offered() {
            return List.of(Dimension.values()).stream().map(Dimension::title).toList();
        }

        @Override
        public String enterWords() {
            return "";
        }
    }

    /// Digits choose what the missed fact is about.
    ///
    /// @param dimension its dimension
    /// @param slots of the dimension
    record PickSlot(Dimension dimension, List<Slot> slots) implements Picking {
        /// Copies.
        public PickSlot {
            slots = List.copyOf(slots);
        }

        @Override
        public List<String> offered() {
            return slots.stream().map(Slot::title).toList();
        }

        @Override
        public String enterWords() {
            return "";
        }
    }

    /// Digits choose what the missed fact says.
    ///
    /// @param slot what it is about
    /// @param offered values of the slot
    /// @param open whether another value may be typed
    record PickNewValue(Slot slot, List<String> offered, boolean open) implements Picking {
        /// Copies.
        public PickNewValue {
            offered = List.copyOf(offered);
        }

        @Override
        public String enterWords() {
            return "";
        }
    }

    /// Digits make up the number that answers the selected question; Enter gives it.
    ///
    /// @param item the question
    /// @param digits so far
    record TypeNumber(ItemId item, String digits) implements JudgingMode {}

    /// A field has the keys.
    ///
    /// @param purpose what its text will be
    /// @param before its text at first
    record Typing(Purpose purpose, String before) implements JudgingMode {}

    /// What a typed text will be.
    sealed interface Purpose {
        /// The sentence of a thing.
        ///
        /// @param item the thing
        record Sentence(ItemId item) implements Purpose {}

        /// What is right instead of a fact's value.
        ///
        /// @param item the fact
        record RightValue(ItemId item) implements Purpose {}

        /// What a missed fact says.
        ///
        /// @param slot what it is about
        record NewValue(Slot slot) implements Purpose {}

        /// Why the episode is handed over with something left open.
        record PartialReason() implements Purpose {}
    }
}
