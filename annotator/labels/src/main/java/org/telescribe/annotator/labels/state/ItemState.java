package org.telescribe.annotator.labels.state;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.model.Step;

/// One thing to judge and how its judgement stands.
public sealed interface ItemState {
    /// {@return its name}
    ItemId id();

    /// {@return the judgement}
    Verdict verdict();

    /// {@return the last event that decided the verdict; null while nobody judged}
    @Nullable
    LabelEvent last();

    /// {@return whether somebody still has to judge it}
    boolean isOpen();

    /// {@return the last event that decided the verdict}
    default Optional<LabelEvent> decidedBy() {
        return Optional.ofNullable(last());
    }

    /// A step.
    ///
    /// @param step as the draft has it
    /// @param text its sentence now
    /// @param moved its frames now; null where nobody knows
    /// @param verdict the judgement of the sentence
    /// @param last the last event that decided the verdict; null while nobody judged
    /// @param textStale whether facts of it changed since somebody last stood by its sentence
    /// @param standsByFacts whether its facts are judged instead of its sentence
    record StepState(
            Step step,
            String text,
            @Nullable FrameRange moved,
            Verdict verdict,
            @Nullable LabelEvent last,
            boolean textStale,
            boolean standsByFacts)
            implements ItemState {
        @Override
        public ItemId id() {
            return step.id();
        }

        /// {@return its frames now}
        public Optional<FrameRange> range() {
            return Optional.ofNullable(moved);
        }

        @Override
        public boolean isOpen() {
            return textStale || (verdict instanceof Verdict.Open && !standsByFacts);
        }
    }

    /// A fact.
    ///
    /// @param draft as the draft, or the person who added it, has it
    /// @param value what its slot holds now
    /// @param text its sentence now
    /// @param verdict the judgement
    /// @param last the last event that decided the verdict; null while nobody judged
    record FactState(
            Fact draft,
            String value,
            String text,
            Verdict verdict,
            @Nullable LabelEvent last) implements ItemState {
        @Override
        public ItemId id() {
            return draft.id();
        }

        @Override
        public boolean isOpen() {
            return verdict instanceof Verdict.Open;
        }

        /// {@return whether a person added it}
        public boolean isAdded() {
            return draft.id().isAdded();
        }

        /// {@return whether it is said of the episode now: not rejected without a correction}
        public boolean isClaimed() {
            return !(verdict instanceof Verdict.Rejected);
        }

        /// {@return the fact as it is said of the episode now}
        public Fact current() {
            return draft.with(value, text);
        }
    }

    /// A question.
    ///
    /// @param question as the draft has it
    /// @param verdict the judgement
    /// @param last the last event that decided the verdict; null while nobody judged
    record QuestionState(
            Question question, Verdict verdict, @Nullable LabelEvent last) implements ItemState {
        @Override
        public ItemId id() {
            return question.id();
        }

        @Override
        public boolean isOpen() {
            return verdict instanceof Verdict.Open;
        }

        /// {@return the answer that a person gave}
        public Optional<String> answer() {
            return verdict instanceof Verdict.Answered given ? Optional.of(given.answer()) : Optional.empty();
        }
    }

    /// The claim that nothing happens in a dimension.
    ///
    /// @param dimension the dimension
    /// @param verdict the judgement; rejected as soon as somebody added a fact
    /// @param last the last event that decided the verdict; null while nobody judged
    record NoneState(
            Dimension dimension, Verdict verdict, @Nullable LabelEvent last) implements ItemState {
        @Override
        public ItemId id() {
            return ItemId.none(dimension);
        }

        @Override
        public boolean isOpen() {
            return verdict instanceof Verdict.Open;
        }
    }
}
