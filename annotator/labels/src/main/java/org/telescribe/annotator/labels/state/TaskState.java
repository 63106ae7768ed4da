package org.telescribe.annotator.labels.state;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.event.CommitKind;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.state.ItemState.FactState;
import org.telescribe.annotator.labels.state.ItemState.NoneState;
import org.telescribe.annotator.labels.state.ItemState.QuestionState;
import org.telescribe.annotator.labels.state.ItemState.StepState;

/// How the judgement of one episode stands in one reading.
///
/// @param task the draft
/// @param steps its steps, in time order
/// @param facts the draft's facts in the file's order, then the added ones in the order of adding
/// @param questions its questions, in the file's order
/// @param none the dimensions that the draft says are empty
/// @param history everything that was said, oldest first
/// @param lastCommit how it was handed over; null when it was not
public record TaskState(
        AnnotationTask task,
        List<StepState> steps,
        List<FactState> facts,
        List<QuestionState> questions,
        List<NoneState> none,
        List<HistoryEntry> history,
        @Nullable Commit lastCommit) {
    /// Copies.
    public TaskState {
        steps = List.copyOf(steps);
        facts = List.copyOf(facts);
        questions = List.copyOf(questions);
        none = List.copyOf(none);
        history = List.copyOf(history);
    }

    /// {@return how it was handed over}
    public Optional<Commit> commit() {
        return Optional.ofNullable(lastCommit);
    }

    /// {@return everything to judge, in the order of judging: the facts in time order (what stood before,
    /// then step by step with a step's own sentence last, then the rest), the dimensions that are said to
    /// be empty, the questions}
    public List<ItemState> items() {
        return JudgingOrder.of(this);
    }

    /// {@return what somebody still has to judge, in the order of judging}
    public List<ItemState> open() {
        return items().stream().filter(ItemState::isOpen).toList();
    }

    /// {@return one thing; empty when the episode has none of that name now}
    ///
    /// @param id its name
    public Optional<ItemState> item(ItemId id) {
        return items().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /// {@return a step}
    ///
    /// @param number its number, from 1
    public Optional<StepState> step(int number) {
        return steps.stream().filter(step -> step.step().number() == number).findFirst();
    }

    /// {@return what an undo by an author takes back: the last statement that counts}
    ///
    /// @param author who
    public Optional<LabelEvent> nextUndo(String author) {
        return history.reversed().stream()
                .filter(entry -> !entry.undone() && entry.event().author().equals(author))
                .map(HistoryEntry::event)
                .findFirst();
    }

    /// {@return what a redo by an author brings back: the statement that was taken back last and that
    /// nothing newer about the same thing has replaced}
    ///
    /// @param author who
    public Optional<LabelEvent> nextRedo(String author) {
        return history.stream()
                .filter(entry -> entry.undone()
                        && !entry.replaced()
                        && entry.event().author().equals(author))
                .max(Comparator.comparingLong(HistoryEntry::undoneAtSerial))
                .map(HistoryEntry::event);
    }

    /// {@return how far it is}
    public TaskStatus status() {
        if (lastCommit != null && !(lastCommit.changedSince() && hasOpen())) {
            return lastCommit.kind() == CommitKind.COMPLETE ? TaskStatus.COMPLETE : TaskStatus.PARTIAL;
        }
        return history.stream().allMatch(HistoryEntry::undone) ? TaskStatus.UNTOUCHED : TaskStatus.STARTED;
    }

    private boolean hasOpen() {
        return items().stream().anyMatch(ItemState::isOpen);
    }
}
