package org.telescribe.annotator.labels.store;

import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.MovedStep;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.ItemState.FactState;
import org.telescribe.annotator.labels.state.ItemState.NoneState;
import org.telescribe.annotator.labels.state.ItemState.QuestionState;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.state.TaskState;

/// Which statements can be made about what. A screen that offers the right keys never meets them.
final class AnswerRules {
    private AnswerRules() {}

    static void check(TaskState state, ItemId item, LabelAction action) {
        boolean fits = switch (action) {
            case LabelAction.FactAdded added ->
                item.isAdded()
                        && added.fact().id().equals(item)
                        && state.item(item).isEmpty();
            case LabelAction.EdgesMoved moved ->
                areSteps(state, moved) && state.item(item).isPresent();
            case LabelAction.Committed _ -> item.equals(ItemId.TASK);
            case LabelAction.Undone _, LabelAction.Redone _ -> false;
            case LabelAction.Accepted _,
                    LabelAction.Rejected _,
                    LabelAction.Unsure _,
                    LabelAction.TextEdited _,
                    LabelAction.Answered _,
                    LabelAction.NoneConfirmed _ -> fits(state, item, action);
        };
        if (!fits) {
            throw new IllegalArgumentException("%s cannot be said of %s".formatted(action, item));
        }
    }

    private static boolean areSteps(TaskState state, LabelAction.EdgesMoved moved) {
        return moved.steps().stream()
                .map(MovedStep::step)
                .allMatch(
                        id -> state.item(id).filter(StepState.class::isInstance).isPresent());
    }

    private static boolean fits(TaskState state, ItemId item, LabelAction action) {
        return state.item(item).filter(thing -> fits(thing, action)).isPresent();
    }

    private static boolean fits(ItemState thing, LabelAction action) {
        if (action instanceof LabelAction.Unsure) {
            return true;
        }
        return switch (thing) {
            case FactState _ -> isSentenceAction(action);
            case StepState _ ->
                isSentenceAction(action)
                        && !(action instanceof LabelAction.Rejected rejected && rejected.right() != null);
            case NoneState _ ->
                action instanceof LabelAction.NoneConfirmed
                        || (action instanceof LabelAction.Rejected rejected && rejected.right() == null);
            case QuestionState question -> fits(question.question(), action);
        };
    }

    private static boolean isSentenceAction(LabelAction action) {
        return action instanceof LabelAction.Accepted
                || action instanceof LabelAction.Rejected
                || (action instanceof LabelAction.TextEdited edited
                        && !edited.text().isBlank());
    }

    private static boolean fits(Question question, LabelAction action) {
        if (action instanceof LabelAction.Answered answered) {
            return question.normalized(answered.answer())
                    .filter(answered.answer()::equals)
                    .isPresent();
        }
        return action instanceof LabelAction.Accepted
                && question.normalized(question.draftAnswer()).isPresent();
    }
}
