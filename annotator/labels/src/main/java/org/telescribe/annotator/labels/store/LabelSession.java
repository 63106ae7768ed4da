package org.telescribe.annotator.labels.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.telescribe.annotator.labels.event.CommitKind;
import org.telescribe.annotator.labels.event.Correction;
import org.telescribe.annotator.labels.event.EventId;
import org.telescribe.annotator.labels.event.EventStamp;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.annotator.labels.model.Slot;
import org.telescribe.annotator.labels.model.StepAnchor;
import org.telescribe.annotator.labels.model.ValueInText;
import org.telescribe.annotator.labels.state.HistoryEntry;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.LabelFold;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.labels.store.LeaseTable.Holder;
import org.telescribe.annotator.labels.store.ReadingTable.Reading;

/// One person judging one episode. What a call says is on the disk when it returns. Same thread as the
/// store, except [#state], [#task], [#reading] and [#isLeaseLost], which any thread may ask.
public final class LabelSession implements AutoCloseable {
    private final LabelStore store;
    private final AnnotationTask task;
    private final String sessionId;
    private final String author;
    private final List<LabelEvent> events;
    private volatile Reading reading;
    private volatile TaskState state;
    private volatile boolean leaseLost;
    private final AtomicInteger answersSaved = new AtomicInteger();
    private boolean closed;

    LabelSession(LabelStore store, AnnotationTask task, String sessionId, Reading reading, List<LabelEvent> events) {
        this.store = store;
        this.task = task;
        this.sessionId = sessionId;
        this.author = reading.author();
        this.reading = reading;
        this.events = new ArrayList<>(events);
        this.state = LabelFold.fold(task, events);
    }

    /// {@return the draft}
    public AnnotationTask task() {
        return task;
    }

    /// {@return who judges}
    public String author() {
        return author;
    }

    /// {@return how the judgement stands; what it shows is on the disk}
    public TaskState state() {
        return state;
    }

    /// {@return number of the reading that answers go to}
    public int reading() {
        return reading.number();
    }

    /// {@return whether somebody else has taken the episode after this session's lease ran out; answers
    /// then go to a reading of their own}
    public boolean isLeaseLost() {
        return leaseLost;
    }

    /// {@return how many statements this session has saved}
    public int answersSaved() {
        return answersSaved.get();
    }

    String sessionId() {
        return sessionId;
    }

    /// Says something about a thing to judge.
    ///
    /// @param item the thing
    /// @param action what is said; undo, redo and commit have calls of their own
    /// @param viewing what was before the author's eyes
    /// @return what was saved
    public Saved judge(ItemId item, LabelAction action, Viewing viewing) {
        AnswerRules.check(state, item, action);
        return append(item, action, viewing);
    }

    /// Says that a thing is right as it stands: a fact, a step, a question's draft answer, or that a
    /// dimension is empty.
    ///
    /// @param item the thing
    /// @param viewing what was before the author's eyes
    /// @return what was saved
    public Saved accept(ItemId item, Viewing viewing) {
        boolean none =
                state.item(item).filter(ItemState.NoneState.class::isInstance).isPresent();
        return judge(item, none ? new LabelAction.NoneConfirmed() : new LabelAction.Accepted(), viewing);
    }

    /// Says that a fact is false and what its slot holds instead; its sentence follows.
    ///
    /// @param fact the fact
    /// @param value what is right
    /// @param viewing what was before the author's eyes
    /// @return what was saved
    public Saved correct(ItemId fact, String value, Viewing viewing) {
        Fact now = state.item(fact)
                .filter(ItemState.FactState.class::isInstance)
                .map(item -> ((ItemState.FactState) item).current())
                .orElseThrow(() -> new IllegalArgumentException("%s is no fact of this episode".formatted(fact)));
        Correction right = new Correction(value.strip(), ValueInText.sentence(now, value.strip()));
        return judge(fact, new LabelAction.Rejected(right), viewing);
    }

    /// Answers a question.
    ///
    /// @param question the question
    /// @param typed what was typed or chosen
    /// @param viewing what was before the author's eyes
    /// @return what was saved; empty when that answers no question of this kind
    public Optional<Saved> answer(ItemId question, String typed, Viewing viewing) {
        return state.item(question)
                .filter(ItemState.QuestionState.class::isInstance)
                .flatMap(item -> ((ItemState.QuestionState) item).question().normalized(typed))
                .map(answer -> judge(question, new LabelAction.Answered(answer), viewing));
    }

    /// Adds a fact that the draft missed.
    ///
    /// @param slot what it is about
    /// @param object the thing that it tells of; may be empty
    /// @param anchor when it holds
    /// @param value what the slot holds
    /// @param text the whole sentence
    /// @param viewing what was before the author's eyes
    /// @return what was saved
    public Saved addFact(Slot slot, String object, StepAnchor anchor, String value, String text, Viewing viewing) {
        ItemId id = ItemId.added(UUID.randomUUID().toString());
        Dimension dimension = slot.dimension();
        Fact fact = new Fact(id, dimension, slot.key(), object, anchor, value, text);
        return judge(id, new LabelAction.FactAdded(fact), viewing);
    }

    /// Takes the author's last statement that counts back, however old it is.
    ///
    /// @param viewing what was before the author's eyes
    /// @return what was saved; empty when there is nothing to take back
    public Optional<Saved> undo(Viewing viewing) {
        return state.nextUndo(author).map(event -> undo(event.id(), viewing));
    }

    /// Takes a certain statement back.
    ///
    /// @param target the statement, one that counts
    /// @param viewing what was before the author's eyes
    /// @return what was saved
    public Saved undo(EventId target, Viewing viewing) {
        HistoryEntry entry = entry(target);
        if (entry.undone()) {
            throw new IllegalArgumentException("%s is undone already".formatted(target));
        }
        return append(entry.event().item(), new LabelAction.Undone(target), viewing);
    }

    /// Brings back what the author took back last and nothing newer has replaced.
    ///
    /// @param viewing what was before the author's eyes
    /// @return what was saved; empty when there is nothing to bring back
    public Optional<Saved> redo(Viewing viewing) {
        return state.nextRedo(author).map(event -> redo(event.id(), viewing));
    }

    /// Brings a certain statement back.
    ///
    /// @param target the statement, one that was taken back and that nothing newer has replaced
    /// @param viewing what was before the author's eyes
    /// @return what was saved
    public Saved redo(EventId target, Viewing viewing) {
        HistoryEntry entry = entry(target);
        if (!entry.undone() || entry.replaced()) {
            throw new IllegalArgumentException("%s counts, or something newer has replaced it".formatted(target));
        }
        return append(entry.event().item(), new LabelAction.Redone(target), viewing);
    }

    private HistoryEntry entry(EventId target) {
        return state.history().stream()
                .filter(entry -> entry.event().id().equals(target))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("%s is no statement of this reading".formatted(target)));
    }

    /// Hands the episode over as judged.
    ///
    /// @param viewing what was before the author's eyes
    /// @return what was saved
    public Saved commit(Viewing viewing) {
        int open = state.open().size();
        if (open > 0) {
            throw new LabelsException(
                    "%d left to judge in %s. What was said is saved. Judge them, or hand it over as partial with a reason."
                            .formatted(open, task.id()));
        }
        return append(ItemId.TASK, new LabelAction.Committed(CommitKind.COMPLETE, ""), viewing);
    }

    /// Hands the episode over with something left open.
    ///
    /// @param reason why
    /// @param viewing what was before the author's eyes
    /// @return what was saved
    public Saved commitPartial(String reason, Viewing viewing) {
        if (reason.isBlank()) {
            throw new LabelsException("Not handed over: a reason is missing. What was said is saved. Write why.");
        }
        return append(ItemId.TASK, new LabelAction.Committed(CommitKind.PARTIAL, reason.strip()), viewing);
    }

    private Saved append(ItemId item, LabelAction action, Viewing viewing) {
        if (closed) {
            throw new IllegalStateException("the session of %s is closed".formatted(task.id()));
        }
        EventId id = EventId.random();
        Written written = store.storeFile().write(connection -> {
            EventStamp now = store.now();
            Destination destination = destination(connection, now);
            LabelEvent event = new LabelEvent(
                    0,
                    id,
                    task.id(),
                    destination.reading().number(),
                    item,
                    author,
                    now,
                    viewing,
                    LabelEvent.SCHEMA_VERSION,
                    action);
            LabelEvent stored = store.events().add(connection, event);
            store.count(connection);
            return new Written(stored, destination);
        });
        reading = written.destination().reading();
        leaseLost = written.destination().lost();
        events.add(written.event());
        answersSaved.incrementAndGet();
        state = LabelFold.fold(task, events);
        return new Saved(written.event(), state, leaseLost, reading.number());
    }

    private record Destination(Reading reading, boolean lost) {}

    private record Written(LabelEvent event, Destination destination) {}

    /// Where an answer goes: to the session's reading as long as nobody else writes there, else to a new
    /// one that branches off from what this session has seen.
    private Destination destination(Connection connection, EventStamp now) throws SQLException {
        Optional<Holder> holder = store.leases().holder(connection, task.id(), now);
        boolean lost = holder.isPresent() && !holder.get().session().equals(sessionId);
        if (holder.isEmpty()) {
            store.leases().take(connection, task.id(), sessionId, author, now);
        } else if (!lost) {
            store.leases().keep(connection, task.id(), holder.get(), now);
        }
        long newest = store.events().newestSerial(connection, task.id(), reading.number());
        boolean foreign = newest > lastSerial();
        boolean shared = lost && holder.get().lease().author().equals(author) && reading.base() == 0;
        if (!foreign && !shared) {
            return new Destination(reading, lost);
        }
        Reading own = store.readingTable().begin(connection, task.id(), author, reading.number(), lastSerial());
        return new Destination(own, true);
    }

    private long lastSerial() {
        return events.isEmpty() ? 0 : events.getLast().serial();
    }

    /// Keeps the lease, or learns that it is lost. Within a transaction of the store.
    void renew(Connection connection) throws SQLException {
        EventStamp now = store.now();
        Optional<Holder> holder = store.leases().holder(connection, task.id(), now);
        if (holder.isEmpty()) {
            store.leases().take(connection, task.id(), sessionId, author, now);
        } else if (holder.get().session().equals(sessionId)) {
            store.leases().keep(connection, task.id(), holder.get(), now);
        } else {
            leaseLost = true;
        }
    }

    /// Gives the lease back. What was said stays.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            store.closed(this);
        }
    }
}
