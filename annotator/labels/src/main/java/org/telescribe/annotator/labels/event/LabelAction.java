package org.telescribe.annotator.labels.event;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.model.Fact;

/// What a person said about one thing to judge.
public sealed interface LabelAction {
    /// It is true as it stands now, with the text that was edited, without a correction that was given.
    record Accepted() implements LabelAction {}

    /// It is false.
    ///
    /// @param right what is right instead; null when nothing was given
    record Rejected(@Nullable Correction right) implements LabelAction {
        /// {@return what is right instead}
        public Optional<Correction> correction() {
            return Optional.ofNullable(right);
        }
    }

    /// It is not judged.
    ///
    /// @param reason why
    record Unsure(UnsureReason reason) implements LabelAction {}

    /// It is true with this text.
    ///
    /// @param text the whole new sentence
    record TextEdited(String text) implements LabelAction {}

    /// The draft missed something.
    ///
    /// @param fact what it missed
    record FactAdded(Fact fact) implements LabelAction {}

    /// The answer to a question.
    ///
    /// @param answer in the form in which such answers are kept
    record Answered(String answer) implements LabelAction {}

    /// Nothing happens in this dimension, as the draft says.
    record NoneConfirmed() implements LabelAction {}

    /// One or more steps begin or end elsewhere; an edge that two steps share moves for both.
    ///
    /// @param steps the steps whose frames change
    record EdgesMoved(List<MovedStep> steps) implements LabelAction {
        /// Copies.
        public EdgesMoved {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("no step was moved");
            }
        }
    }

    /// The episode is handed over.
    ///
    /// @param kind whether everything is judged
    /// @param reason why something is left open; empty when nothing is
    record Committed(CommitKind kind, String reason) implements LabelAction {}

    /// An earlier event does not count any more.
    ///
    /// @param target the event
    record Undone(EventId target) implements LabelAction {}

    /// An event that was undone counts again.
    ///
    /// @param target the event
    record Redone(EventId target) implements LabelAction {}
}
