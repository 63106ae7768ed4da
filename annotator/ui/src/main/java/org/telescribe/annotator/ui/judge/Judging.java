package org.telescribe.annotator.ui.judge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.event.Correction;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.UnsureReason;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.model.Slot;
import org.telescribe.annotator.labels.model.SlotValues;
import org.telescribe.annotator.labels.model.ValueInText;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.ItemState.FactState;
import org.telescribe.annotator.labels.state.ItemState.NoneState;
import org.telescribe.annotator.labels.state.ItemState.QuestionState;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.labels.store.LabelSession;
import org.telescribe.annotator.labels.store.Saved;
import org.telescribe.annotator.ui.judge.JudgingMode.Listing;
import org.telescribe.annotator.ui.judge.JudgingMode.PickDimension;
import org.telescribe.annotator.ui.judge.JudgingMode.PickNewValue;
import org.telescribe.annotator.ui.judge.JudgingMode.PickReason;
import org.telescribe.annotator.ui.judge.JudgingMode.PickSlot;
import org.telescribe.annotator.ui.judge.JudgingMode.PickValue;
import org.telescribe.annotator.ui.judge.JudgingMode.Purpose;
import org.telescribe.annotator.ui.judge.JudgingMode.TypeNumber;
import org.telescribe.annotator.ui.judge.JudgingMode.Typing;
import org.telescribe.devices.core.time.SessionClock;

/// One person judging one episode by keys: which thing is selected, what the next key means, and
/// what is answered. An answer moves on to the next open thing at once; it counts when it is on the
/// disk. Screen's thread.
public final class Judging {
    private static final int STRIP = 20;
    private static final int MOST_DIGITS = 4;

    private final Answers answers;
    private final WatchLog watched;
    private final SessionClock clock;
    private final Deque<Given> strip = new ArrayDeque<>();
    private final Set<ItemId> pending = new HashSet<>();
    private final EdgeMoves edges = new EdgeMoves(this);
    private TaskState state;
    private ItemId selected = ItemId.TASK;
    private JudgingMode mode = new Listing();
    private String message = "";
    private long selectedNanos;
    private boolean refusing;

    /// Selects the first open thing.
    ///
    /// @param state how the judgement stands
    /// @param answers takes answers to the disk
    /// @param watched which frames were on the screen
    /// @param clock session clock
    public Judging(TaskState state, Answers answers, WatchLog watched, SessionClock clock) {
        this.state = state;
        this.answers = answers;
        this.watched = watched;
        this.clock = clock;
        List<ItemState> open = state.open();
        List<ItemState> all = state.items();
        select(
                open.isEmpty()
                        ? (all.isEmpty() ? ItemId.TASK : all.getFirst().id())
                        : open.getFirst().id());
    }

    /// {@return how the judgement stands on the disk}
    public TaskState state() {
        return state;
    }

    /// {@return the selected thing, or null when there is nothing to judge}
    public @Nullable ItemState current() {
        return state.item(selected).orElse(null);
    }

    /// {@return what the next key means}
    public JudgingMode mode() {
        return mode;
    }

    /// {@return what to tell the author, empty for nothing}
    public String message() {
        return message;
    }

    /// {@return the last answers, oldest first}
    public List<Given> strip() {
        return List.copyOf(strip);
    }

    /// {@return how many things are neither judged nor on their way to the disk}
    public int openCount() {
        return (int) state.open().stream()
                .filter(item -> !pending.contains(item.id()))
                .count();
    }

    /// {@return whether an answer to this thing is on its way to the disk}
    ///
    /// @param item the thing
    public boolean isPending(ItemId item) {
        return pending.contains(item);
    }

    /// Refuses every answer, or takes them again: while the disk does not take what was said.
    ///
    /// @param refuses whether it refuses
    public void refuse(boolean refuses) {
        refusing = refuses;
    }

    /// An answer is on the disk.
    ///
    /// @param saved what was saved
    public void saved(Saved saved) {
        pending.remove(saved.event().item());
        state = saved.state();
        if (state.item(selected).isEmpty() && !state.items().isEmpty()) {
            select(state.items().getFirst().id());
        }
    }

    /// An answer was refused for good.
    ///
    /// @param sentence why
    public void refused(String sentence) {
        pending.clear();
        message = sentence;
    }

    /// Selects the thing above or below.
    ///
    /// @param down whether below
    public void move(boolean down) {
        List<ItemState> items = state.items();
        int at = indexOf(items);
        if (mode instanceof Listing && at >= 0) {
            select(items.get(Math.clamp(at + (down ? 1 : -1), 0, items.size() - 1))
                    .id());
        }
    }

    /// Selects a thing.
    ///
    /// @param item its name
    public void select(ItemId item) {
        selected = item;
        selectedNanos = clock.nanoTime();
        message = "";
        mode = new Listing();
    }

    /// Selects the next open thing.
    public void nextOpen() {
        if (!(mode instanceof Listing)) {
            return;
        }
        List<ItemState> items = state.items();
        int at = indexOf(items);
        for (int step = 1; step <= items.size(); step++) {
            ItemState item = items.get((at + step) % items.size());
            if (item.isOpen() && !pending.contains(item.id())) {
                select(item.id());
                return;
            }
        }
        message = "Everything is judged. Enter hands the episode over.";
    }

    private int indexOf(List<ItemState> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(selected)) {
                return i;
            }
        }
        return -1;
    }

    /// A: true as it stands.
    public void accept() {
        ItemState item = listed();
        if (item == null || !wasWatched(item)) {
            return;
        }
        if (item instanceof QuestionState question
                && question.question()
                        .normalized(question.question().draftAnswer())
                        .isEmpty()) {
            message = "The draft gives no answer to accept. Answer by %s."
                    .formatted(ItemWords.keysOf(question.question()));
            return;
        }
        give("A", item, (session, viewing) -> session.accept(item.id(), viewing));
    }

    private boolean wasWatched(ItemState item) {
        message = watched.missing(state, item);
        return message.isEmpty();
    }

    /// R: false; asks what is right where that can be said.
    public void reject() {
        ItemState item = listed();
        switch (item) {
            case null -> {}
            case FactState fact -> {
                SlotValues choices = fact.draft().choices();
                mode = new PickValue(
                        item.id(), ItemWords.others(fact.current()), !(choices instanceof SlotValues.Closed));
            }
            case StepState ignored -> rejectPlainly(item);
            case NoneState ignored -> rejectPlainly(item);
            case QuestionState question -> message = "Answer by %s.".formatted(ItemWords.keysOf(question.question()));
        }
    }

    private void rejectPlainly(ItemState item) {
        give("R", item, (session, viewing) -> session.judge(item.id(), new LabelAction.Rejected(null), viewing));
    }

    /// U: not judged; asks why.
    public void unsure() {
        ItemState item = listed();
        if (item != null) {
            mode = new PickReason(item.id());
        }
    }

    /// E: the sentence is typed anew; while a value is picked, another value is typed.
    public void edit() {
        switch (mode) {
            case PickValue pick when pick.open() -> mode = new Typing(new Purpose.RightValue(pick.item()), "");
            case PickNewValue pick when pick.open() -> mode = new Typing(new Purpose.NewValue(pick.slot()), "");
            default -> {
                ItemState item = listed();
                if (item instanceof FactState || item instanceof StepState) {
                    mode = new Typing(new Purpose.Sentence(item.id()), ItemWords.sentence(item));
                }
            }
        }
    }

    /// I: adds a fact that the draft missed.
    public void add() {
        if (listed() != null) {
            mode = new PickDimension();
        }
    }

    /// Y or N, on yes-or-no questions only.
    ///
    /// @param yes whether yes
    public void yesNo(boolean yes) {
        ItemState item = listed();
        if (item instanceof QuestionState question && question.question() instanceof Question.YesNo) {
            answer(item, yes ? "yes" : "no");
        }
    }

    /// A digit: an option, or a number's digit.
    ///
    /// @param digit 0 to 9
    public void digit(int digit) {
        switch (mode) {
            case PickValue pick
            when has(pick, digit) -> correct(pick.item(), pick.offered().get(digit - 1));
            case PickReason pick
            when has(pick, digit) -> {
                UnsureReason reason = UnsureReason.values()[digit - 1];
                mode = new Listing();
                state.item(pick.item())
                        .ifPresent(item -> give(
                                "U",
                                item,
                                (session, viewing) ->
                                        session.judge(item.id(), new LabelAction.Unsure(reason), viewing)));
            }
            case PickDimension pick -> mode = MissedFact.ask(Dimension.values()[digit == 0 ? 9 : digit - 1]);
            case PickSlot pick
            when has(pick, digit) -> mode = MissedFact.ask(pick.slots().get(digit - 1));
            case PickNewValue pick
            when has(pick, digit) -> addFact(pick.slot(), pick.offered().get(digit - 1));
            case TypeNumber number
            when number.digits().length() < MOST_DIGITS ->
                mode = new TypeNumber(number.item(), number.digits() + digit);
            case Listing listing -> digitOnList(digit);
            default -> {}
        }
    }

    private static boolean has(JudgingMode.Picking pick, int digit) {
        return digit >= 1 && digit <= pick.offered().size();
    }

    private void digitOnList(int digit) {
        ItemState item = listed();
        if (!(item instanceof QuestionState question)) {
            return;
        }
        List<String> options = ItemWords.options(item);
        if (question.question() instanceof Question.WholeNumber) {
            mode = new TypeNumber(item.id(), Integer.toString(digit));
        } else if (digit >= 1 && digit <= options.size()) {
            answer(item, options.get(digit - 1));
        }
    }

    private void answer(ItemState item, String answer) {
        give("?", item, (session, viewing) -> session.judge(item.id(), new LabelAction.Answered(answer), viewing));
    }

    private void correct(ItemId id, String value) {
        mode = new Listing();
        if (state.item(id).orElse(null) instanceof FactState fact) {
            Correction right = new Correction(value, ValueInText.sentence(fact.current(), value));
            give("R", fact, (session, viewing) -> session.judge(id, new LabelAction.Rejected(right), viewing));
        }
    }

    private void addFact(Slot slot, String value) {
        mode = new Listing();
        MissedFact fact = MissedFact.beside(current(), slot, value);
        if (refusing) {
            return;
        }
        say(
                "I",
                fact.text(),
                (session, viewing) -> session.addFact(slot, fact.object(), fact.anchor(), value, fact.text(), viewing));
    }

    /// Enter: while a value is picked, false and nothing else; on the list, to the first open
    /// thing, or the episode is handed over.
    public void enter() {
        switch (mode) {
            case PickValue pick -> {
                mode = new Listing();
                state.item(pick.item()).ifPresent(this::rejectPlainly);
            }
            case TypeNumber number -> {
                mode = new Listing();
                state.item(number.item()).ifPresent(item -> answer(item, number.digits()));
            }
            case Listing _ -> enterOnList();
            default -> {}
        }
    }

    private void enterOnList() {
        int open = openCount();
        if (open > 0) {
            nextOpen();
            message = "%d left".formatted(open);
        } else {
            handOver(LabelSession::commit);
        }
    }

    /// Once: a second Enter before the first is on the disk says nothing more.
    private void handOver(BiFunction<LabelSession, Viewing, Saved> saying) {
        if (!refusing && pending.add(ItemId.TASK)) {
            Viewing viewing = viewing();
            answers.save(session -> Optional.of(saying.apply(session, viewing)));
        }
    }

    /// Asks why the episode is handed over with something left open.
    public void partial() {
        if (mode instanceof Listing && !refusing) {
            mode = new Typing(new Purpose.PartialReason(), "");
        }
    }

    /// A field was left with Enter.
    ///
    /// @param text what was typed
    public void typed(String text) {
        if (!(mode instanceof Typing typing)) {
            return;
        }
        mode = new Listing();
        String words = text.strip();
        if (words.isEmpty() || refusing) {
            return;
        }
        switch (typing.purpose()) {
            case Purpose.Sentence sentence ->
                state.item(sentence.item())
                        .ifPresent(item -> give(
                                "E",
                                item,
                                (session, viewing) ->
                                        session.judge(item.id(), new LabelAction.TextEdited(words), viewing)));
            case Purpose.RightValue right -> correct(right.item(), words);
            case Purpose.NewValue added -> addFact(added.slot(), words);
            case Purpose.PartialReason _ -> handOver((session, viewing) -> session.commitPartial(words, viewing));
        }
    }

    /// Escape: back to the list, nothing said.
    ///
    /// @return whether there was something to go back from
    public boolean escape() {
        boolean was = !(mode instanceof Listing);
        mode = new Listing();
        return was;
    }

    /// Takes the author's last statement back, however old.
    public void undo() {
        if (!refusing) {
            Viewing viewing = viewing();
            answers.save(session -> session.undo(viewing));
        }
    }

    /// Brings back what was taken back last.
    public void redo() {
        if (!refusing) {
            Viewing viewing = viewing();
            answers.save(session -> session.redo(viewing));
        }
    }

    /// {@return moves the edges of the selected thing's step}
    public EdgeMoves edges() {
        return edges;
    }

    /// {@return the step of the selected thing while letters judge, or null}
    @Nullable
    StepState listedStep() {
        ItemState item = listed();
        return item == null ? null : state.step(ItemWords.stepOf(item)).orElse(null);
    }

    void tell(String words) {
        message = words;
    }

    /// Says something that is no verdict of the selected thing.
    void say(String mark, String words, BiFunction<LabelSession, Viewing, Saved> saying) {
        Viewing viewing = viewing();
        strip(mark, words);
        answers.save(session -> Optional.of(saying.apply(session, viewing)));
    }

    private @Nullable ItemState listed() {
        return mode instanceof Listing && !refusing ? current() : null;
    }

    private Viewing viewing() {
        return answers.viewing((clock.nanoTime() - selectedNanos) / 1_000_000);
    }

    private void give(String mark, ItemState item, BiFunction<LabelSession, Viewing, Saved> saying) {
        if (refusing) {
            return;
        }
        Viewing viewing = viewing();
        pending.add(item.id());
        strip(mark, ItemWords.sentence(item));
        mode = new Listing();
        nextOpen();
        answers.save(session -> Optional.of(saying.apply(session, viewing)));
    }

    private void strip(String mark, String words) {
        strip.addLast(new Given(mark, words));
        if (strip.size() > STRIP) {
            strip.removeFirst();
        }
    }
}
