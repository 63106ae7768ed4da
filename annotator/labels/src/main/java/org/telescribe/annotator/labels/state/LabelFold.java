package org.telescribe.annotator.labels.state;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.event.EventId;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.model.Step;
import org.telescribe.annotator.labels.state.ItemState.FactState;
import org.telescribe.annotator.labels.state.ItemState.NoneState;
import org.telescribe.annotator.labels.state.ItemState.QuestionState;
import org.telescribe.annotator.labels.state.ItemState.StepState;

/// The state of a reading from its draft and its events. The same input gives the same state; nothing
/// else is asked.
public final class LabelFold {
    private final AnnotationTask task;
    private final List<LabelEvent> events;
    private final UndoLedger ledger;
    private final Folding now;
    private final List<FactState> facts;

    private LabelFold(AnnotationTask task, List<LabelEvent> events) {
        this.task = task;
        this.events = events;
        this.ledger = new UndoLedger(events);
        this.now = new Folding(task).hear(ledger.counting());
        this.facts = now.facts();
    }

    /// {@return the state}
    ///
    /// @param task the draft
    /// @param events all events of one reading, by growing serial
    public static TaskState fold(AnnotationTask task, List<LabelEvent> events) {
        return new LabelFold(task, List.copyOf(events)).state();
    }

    private TaskState state() {
        return new TaskState(
                task,
                task.steps().stream().map(this::step).toList(),
                facts,
                task.questions().stream().map(this::question).toList(),
                task.claimedEmpty().stream().map(this::none).toList(),
                ledger.history(),
                commit());
    }

    private QuestionState question(Question question) {
        return new QuestionState(question, now.verdict(question.id()), now.decidedBy(question.id()));
    }

    private NoneState none(Dimension dimension) {
        ItemId id = ItemId.none(dimension);
        for (FactState fact : facts) {
            if (fact.isAdded() && fact.isClaimed() && fact.draft().dimension() == dimension) {
                return new NoneState(dimension, new Verdict.Rejected(), fact.last());
            }
        }
        return new NoneState(dimension, now.verdict(id), now.decidedBy(id));
    }

    private StepState step(Step step) {
        Verdict verdict = now.verdict(step.id());
        List<FactState> own = factsOf(facts, step);
        boolean struck = verdict instanceof Verdict.Rejected;
        return new StepState(
                step,
                now.stepText(step.id(), step.text()),
                now.range(step.id(), step.draftRange()),
                verdict,
                now.decidedBy(step.id()),
                !struck && isStale(step, own),
                !own.isEmpty());
    }

    /// A step's sentence was right for its facts as they were when somebody last stood by it. Events that
    /// were undone later count here, since they were on the screen then.
    private boolean isStale(Step step, List<FactState> own) {
        LabelEvent stoodBy = lastStandingBy(step.id());
        List<FactState> then;
        if (stoodBy == null) {
            then = new Folding(task).facts();
        } else {
            List<LabelEvent> before = events.stream()
                    .filter(event -> event.serial() <= stoodBy.serial())
                    .toList();
            then = new Folding(task).hear(new UndoLedger(before).counting()).facts();
        }
        return !contents(own).equals(contents(factsOf(then, step)));
    }

    private @Nullable LabelEvent lastStandingBy(ItemId step) {
        return ledger.counting().reversed().stream()
                .filter(event -> event.item().equals(step)
                        && (event.action() instanceof LabelAction.Accepted
                                || event.action() instanceof LabelAction.TextEdited))
                .findFirst()
                .orElse(null);
    }

    private static List<FactState> factsOf(List<FactState> facts, Step step) {
        return facts.stream()
                .filter(fact -> fact.draft().anchor().steps().contains(step.number()))
                .toList();
    }

    private record Content(ItemId id, String value, String text) {}

    private static Set<Content> contents(List<FactState> facts) {
        return facts.stream()
                .filter(FactState::isClaimed)
                .map(fact -> new Content(fact.id(), fact.value(), fact.text()))
                .collect(Collectors.toSet());
    }

    private @Nullable Commit commit() {
        LabelEvent event = now.committed();
        if (event == null || !(event.action() instanceof LabelAction.Committed committed)) {
            return null;
        }
        Set<EventId> commits = new HashSet<>();
        for (LabelEvent other : events) {
            if (other.action() instanceof LabelAction.Committed) {
                commits.add(other.id());
            }
        }
        boolean changed =
                events.stream().anyMatch(later -> later.serial() > event.serial() && !concerns(commits, later));
        return new Commit(committed.kind(), committed.reason(), event, changed);
    }

    private static boolean concerns(Set<EventId> commits, LabelEvent event) {
        if (event.action() instanceof LabelAction.Undone undone) {
            return commits.contains(undone.target());
        }
        if (event.action() instanceof LabelAction.Redone redone) {
            return commits.contains(redone.target());
        }
        return event.action() instanceof LabelAction.Committed;
    }
}
