package org.telescribe.annotator.ui.judge;

import java.util.List;
import java.util.Optional;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.ItemState.FactState;
import org.telescribe.annotator.labels.state.ItemState.NoneState;
import org.telescribe.annotator.labels.state.ItemState.QuestionState;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.state.TaskState;

/// Words and frames of things to judge.
public final class ItemWords {
    private static final double EDGE_SECONDS = 1;

    private ItemWords() {}

    /// {@return what is judged, a sentence}
    ///
    /// @param item the thing
    public static String sentence(ItemState item) {
        return switch (item) {
            case FactState fact -> fact.text();
            case StepState step -> step.text();
            case QuestionState question -> question.question().text();
            case NoneState none ->
                "%s: none claimed. Right?".formatted(capital(none.dimension().title()));
        };
    }

    /// {@return what it is, in a few small words}
    ///
    /// @param item the thing
    public static String kind(ItemState item) {
        return switch (item) {
            case FactState fact ->
                "%s · %s · %s"
                        .formatted(
                                fact.draft().dimension().title(),
                                fact.draft().slot().replace('_', ' '),
                                fact.value());
            case StepState step -> step.textStale() ? "text no longer matches" : "the step's sentence";
            case QuestionState question ->
                question.question().draftAnswer().isEmpty()
                        ? "question"
                        : "question · draft says %s"
                                .formatted(question.question().draftAnswer());
            case NoneState ignored -> "nothing of it is said to happen";
        };
    }

    /// {@return the options of a question, by digits from 1; empty for other things}
    ///
    /// @param item the thing
    public static List<String> options(ItemState item) {
        return item instanceof QuestionState question
                        && question.question()
                                instanceof Question.MultipleChoice(var id, var about, var text, var draft, var options)
                ? options
                : List.of();
    }

    /// {@return number of the step that it belongs to; 0 for none}
    ///
    /// @param item the thing
    public static int stepOf(ItemState item) {
        return switch (item) {
            case StepState step -> step.step().number();
            case FactState fact ->
                fact.draft().anchor().steps().isEmpty()
                        ? 0
                        : fact.draft().anchor().steps().getFirst();
            case QuestionState ignored -> 0;
            case NoneState ignored -> 0;
        };
    }

    /// {@return the frames that show it: its steps', or the episode's first or last second, or all}
    ///
    /// @param state how the judgement stands
    /// @param item the thing
    public static Optional<FrameRange> range(TaskState state, ItemState item) {
        List<Integer> steps =
                item instanceof FactState fact ? fact.draft().anchor().steps() : List.of(stepOf(item));
        long first = Long.MAX_VALUE;
        long end = -1;
        for (int number : steps) {
            Optional<FrameRange> range = state.step(number).flatMap(StepState::range);
            if (range.isPresent()) {
                first = Math.min(first, range.get().first());
                end = Math.max(end, range.get().end());
            }
        }
        return end > 0 ? Optional.of(new FrameRange(first, end)) : withoutStep(state.task(), item);
    }

    private static Optional<FrameRange> withoutStep(AnnotationTask task, ItemState item) {
        if (task.frames() <= 0) {
            return Optional.empty();
        }
        long edge = Math.clamp(Math.round(EDGE_SECONDS * task.framesPerSecond()), 1, task.frames());
        Dimension dimension = item instanceof FactState fact ? fact.draft().dimension() : Dimension.BODY_MOTION;
        return Optional.of(
                switch (dimension) {
                    case INITIAL_CONFIGURATION -> new FrameRange(0, edge);
                    case FINAL_CONFIGURATION -> new FrameRange(task.frames() - edge, task.frames());
                    case ACTION_SEQUENCE,
                            ACTIVE_ACTOR,
                            TARGET_OBJECT,
                            CONTACT_AND_APPROACH,
                            TRAJECTORY_AND_ORIENTATION,
                            OBJECT_INTERACTION,
                            FAILURE_AND_RECOVERY,
                            BODY_MOTION -> new FrameRange(0, task.frames());
                });
    }

    /// {@return the values that may be right instead of a fact's own}
    ///
    /// @param fact the fact
    static List<String> others(Fact fact) {
        return fact.choices().offered().stream()
                .filter(value -> !value.equalsIgnoreCase(fact.value()))
                .limit(9)
                .toList();
    }

    /// {@return the keys that judge a thing, in words}
    ///
    /// @param item the thing
    public static String keys(ItemState item) {
        return switch (item) {
            case FactState ignored -> "A true  R false  U unsure  E edit  I missed";
            case StepState ignored -> "A right  R wrong  U unsure  E edit";
            case NoneState ignored -> "A right  R wrong  I adds what was missed";
            case QuestionState question -> "%s  A as the draft says  U unsure".formatted(keysOf(question.question()));
        };
    }

    /// {@return the keys that answer a question}
    static String keysOf(Question question) {
        return switch (question) {
            case Question.YesNo ignored -> "Y or N";
            case Question.WholeNumber ignored -> "digits and Enter";
            case Question.MultipleChoice ignored -> "its digit";
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
