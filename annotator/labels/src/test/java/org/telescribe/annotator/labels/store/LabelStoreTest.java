package org.telescribe.annotator.labels.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.telescribe.annotator.labels.store.StoreBench.FIRST;
import static org.telescribe.annotator.labels.store.StoreBench.SECOND;
import static org.telescribe.annotator.labels.store.StoreBench.judge;

import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.Correction;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.event.MovedStep;
import org.telescribe.annotator.labels.event.UnsureReason;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.annotator.labels.model.Slot;
import org.telescribe.annotator.labels.model.StepAnchor;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.labels.state.TaskStatus;
import org.telescribe.annotator.labels.state.Verdict;

class LabelStoreTest {
    private static final Viewing SEEN = new Viewing("ab12", 33_333_333, 2_500);

    private final StoreBench bench;

    LabelStoreTest(@TempDir Path folder) {
        this.bench = new StoreBench(folder);
    }

    @Test
    void answerIsThereForEverybodyWhenTheCallReturns() {
        try (LabelStore store = bench.open();
                LabelStore other = bench.open()) {
            LabelSession session = judge(store, FIRST, "ada");
            Saved saved = session.accept(Drafts.GRASP, SEEN);
            List<LabelEvent> seen = other.eventsAfter(0);
            assertEquals(List.of(saved.event()), seen);
            assertEquals(SEEN, seen.getFirst().viewing());
            assertEquals("ada", seen.getFirst().author());
            assertEquals(bench.clock.nanoTime(), seen.getFirst().stamp().monotonicNanos());
            assertEquals(session.state(), other.readings(FIRST).getFirst().state());
        }
    }

    @Test
    void undoAndRedoGoOnAfterARestart() {
        LabelEvent first;
        LabelEvent second;
        try (LabelStore store = bench.open()) {
            LabelSession session = judge(store, FIRST, "ada");
            first = session.accept(Drafts.GRASP, SEEN).event();
            second = session.judge(
                            Drafts.LEFTWARD,
                            new LabelAction.Rejected(new Correction("right", "It moves to the right.")),
                            SEEN)
                    .event();
            session.undo(SEEN);
        }
        try (LabelStore store = bench.open()) {
            LabelSession session = judge(store, FIRST, "ada");
            assertEquals(Optional.of(second), session.state().nextRedo("ada"));
            assertEquals(Optional.of(first), session.state().nextUndo("ada"));
            session.redo(SEEN);
            session.undo(first.id(), SEEN);
            assertInstanceOf(Verdict.Open.class, verdict(session, Drafts.GRASP));
            assertInstanceOf(Verdict.Corrected.class, verdict(session, Drafts.LEFTWARD));
            assertThrows(IllegalArgumentException.class, () -> session.undo(first.id(), SEEN));
        }
    }

    private static Verdict verdict(LabelSession session, ItemId item) {
        return session.state().item(item).orElseThrow().verdict();
    }

    /// Any history, with the program ended and begun again at any moment, is the same for the one who
    /// speaks and for another process that reads.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyHistoryOutlivesRestarts(long seed) {
        Random random = new Random(seed);
        LabelStore store = bench.open();
        LabelSession session = judge(store, FIRST, "ada");
        for (int i = 0; i < 80; i++) {
            act(session, random);
            if (random.nextInt(8) == 0) {
                TaskState before = session.state();
                store.close();
                store = bench.open();
                session = judge(store, FIRST, "ada");
                assertEquals(before, session.state(), "seed " + seed);
            }
        }
        try (LabelStore other = bench.open()) {
            assertEquals(session.state(), other.readings(FIRST).getFirst().state(), "seed " + seed);
        }
        store.close();
    }

    private static void act(LabelSession session, Random random) {
        List<ItemState> items = session.state().items();
        ItemState item = items.get(random.nextInt(items.size()));
        switch (random.nextInt(9)) {
            case 0 -> session.judge(item.id(), new LabelAction.Unsure(UnsureReason.DO_NOT_KNOW), SEEN);
            case 1 -> session.undo(SEEN);
            case 2 -> session.redo(SEEN);
            case 3 -> session.judge(Drafts.LEFTWARD, new LabelAction.Rejected(new Correction("up", "Up.")), SEEN);
            case 4 -> session.judge(Drafts.STEP_2, new LabelAction.TextEdited("step " + random.nextInt(3)), SEEN);
            case 5 -> session.addFact(Slot.EFFECT, "pan", new StepAnchor.At(2), "tips", "It tips.", SEEN);
            case 6 ->
                session.judge(
                        Drafts.STEP_1,
                        new LabelAction.EdgesMoved(
                                List.of(new MovedStep(Drafts.STEP_1, new FrameRange(0, 50L + random.nextInt(9))))),
                        SEEN);
            case 7 -> session.commitPartial("reason " + random.nextInt(3), SEEN);
            default -> session.accept(item.id(), SEEN);
        }
    }

    @Test
    void nothingToUndoSavesNothing() {
        try (LabelStore store = bench.open()) {
            assertEquals(Optional.empty(), judge(store, FIRST, "ada").undo(SEEN));
            assertEquals(List.of(), store.eventsAfter(0));
        }
    }

    @Test
    void completeIsRefusedWhileSomethingIsOpenAndPartialNeedsAReason() {
        try (LabelStore store = bench.open()) {
            LabelSession session = judge(store, FIRST, "ada");
            LabelsException open = assertThrows(LabelsException.class, () -> session.commit(SEEN));
            assertTrue(open.sentence().startsWith("14 left to judge in s1."), open.sentence());
            assertThrows(LabelsException.class, () -> session.commitPartial(" ", SEEN));
            for (ItemState item : session.state().open()) {
                session.accept(item.id(), SEEN);
            }
            session.commit(SEEN);
            assertEquals(TaskStatus.COMPLETE, session.state().status());
        }
    }

    @Test
    void statementsThatFitNothingAreRefused() {
        try (LabelStore store = bench.open()) {
            LabelSession session = judge(store, FIRST, "ada");
            LabelAction yes = new LabelAction.Answered("yes");
            assertThrows(IllegalArgumentException.class, () -> session.judge(Drafts.GRASP, yes, SEEN));
            assertThrows(IllegalArgumentException.class, () -> session.judge(Drafts.HOW_MANY, yes, SEEN));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> session.judge(ItemId.fact("no_such_1"), new LabelAction.Accepted(), SEEN));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> session.judge(Drafts.GRASP, new LabelAction.TextEdited(" "), SEEN));
            assertEquals(List.of(), store.eventsAfter(0));
        }
    }

    @Test
    void correctedValueBringsItsSentenceAndTypedAnswersTheirForm() {
        try (LabelStore store = bench.open()) {
            LabelSession session = judge(store, FIRST, "ada");
            session.correct(Drafts.LEFTWARD, "right ", SEEN);
            assertEquals(
                    new Verdict.Corrected(new Correction("right", "The spoon moves to the right.")),
                    verdict(session, Drafts.LEFTWARD));
            session.correct(Drafts.LEFTWARD, "up", SEEN);
            assertEquals(
                    new Verdict.Corrected(new Correction("up", "The spoon moves to the up.")),
                    verdict(session, Drafts.LEFTWARD));
            assertEquals(Optional.empty(), session.answer(Drafts.HOW_MANY, "two", SEEN));
            session.answer(Drafts.HOW_MANY, "02", SEEN);
            assertEquals(new Verdict.Answered("2"), verdict(session, Drafts.HOW_MANY));
        }
    }

    @Test
    void addedFactIsJudgedLikeTheOthers() {
        try (LabelStore store = bench.open()) {
            LabelSession session = judge(store, FIRST, "ada");
            Saved added =
                    session.addFact(Slot.EFFECT, "pan", new StepAnchor.At(2), "tips over", "The pan tips over.", SEEN);
            ItemId id = added.event().item();
            session.judge(id, new LabelAction.TextEdited("The pan nearly tips over."), SEEN);
            assertInstanceOf(Verdict.Edited.class, verdict(session, id));
            session.judge(id, new LabelAction.Rejected(null), SEEN);
            assertTrue(session.state()
                    .item(ItemId.none(Slot.EFFECT.dimension()))
                    .orElseThrow()
                    .isOpen());
        }
    }

    @Test
    void queueShowsWhoIsHowFar() {
        try (LabelStore store = bench.open();
                LabelStore other = bench.open()) {
            assertEquals(List.of("week 3"), store.queues());
            List<TaskSummary> before = other.tasks("week 3");
            assertEquals(
                    List.of(FIRST, SECOND), before.stream().map(TaskSummary::id).toList());
            assertEquals(TaskStatus.UNTOUCHED, before.getFirst().statusFor("ada"));
            assertEquals(14, before.getFirst().openFor("ada"));
            LabelSession session = judge(store, FIRST, "ada");
            session.accept(Drafts.GRASP, SEEN);
            session.accept(Drafts.ACTOR, SEEN);
            session.undo(SEEN);
            session.commitPartial("dark", SEEN);
            TaskSummary after = other.tasks("week 3").getFirst();
            assertEquals(TaskStatus.PARTIAL, after.statusFor("ada"));
            assertEquals(TaskStatus.UNTOUCHED, after.statusFor("bob"));
            assertEquals(13, after.openFor("ada"));
            assertEquals(2, after.readings().getFirst().statements());
            assertEquals(5_000, after.readings().getFirst().spentMillis());
            assertEquals("ada", after.heldBy().orElseThrow().author());
            session.close();
            assertEquals(Optional.empty(), other.tasks("week 3").getFirst().heldBy());
        }
    }

    @Test
    void changeCounterTellsAnotherProcessThatSomethingHappened() {
        try (LabelStore store = bench.open();
                LabelStore other = bench.open()) {
            long before = other.changeCounter();
            LabelSession session = judge(store, FIRST, "ada");
            long opened = other.changeCounter();
            session.accept(Drafts.GRASP, SEEN);
            assertTrue(before < opened && opened < other.changeCounter());
            assertEquals(other.changeCounter(), store.changeCounter());
        }
    }

    @Test
    void sameDraftsAreTakenInOnceAndAnotherDraftOfASampleStopsTheWholeImport() {
        try (LabelStore store = bench.open()) {
            assertEquals(new AddedTasks(1, 1), store.add("week 4", List.of(Drafts.spoon("s1"), Drafts.spoon("s3"))));
            assertEquals(1, store.tasks("week 4").size());
            AnnotationTask other = Drafts.spoon("s2").withVideos(List.of(), 30, 300);
            LabelsException refused =
                    assertThrows(LabelsException.class, () -> store.add("week 4", List.of(Drafts.spoon("s4"), other)));
            assertTrue(refused.sentence().contains("Nothing was taken in"), refused.sentence());
            assertEquals(1, store.tasks("week 4").size());
        }
    }

    @Test
    void eventsAndDraftsCanNeitherBeChangedNorDeleted() {
        try (LabelStore store = bench.open()) {
            judge(store, FIRST, "ada").accept(Drafts.GRASP, SEEN);
            for (String sql :
                    List.of("UPDATE event SET author = 'eve'", "DELETE FROM event", "UPDATE task SET draft = '{}'")) {
                assertThrows(LabelsException.class, () -> run(store, sql), sql);
            }
            assertEquals(1, store.eventsAfter(0).size());
        }
    }

    private static int run(LabelStore store, String sql) {
        return store.storeFile().read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    @Test
    void fullDiskIsSaidAndTheNextAnswerIsSavedWhenThereIsRoom() {
        try (LabelStore store = bench.open()) {
            LabelSession session = judge(store, FIRST, "ada");
            session.accept(Drafts.GRASP, SEEN);
            limit(store, "PRAGMA max_page_count = 1");
            LabelAction essay = new LabelAction.TextEdited("x".repeat(100_000));
            LabelsException full = assertThrows(LabelsException.class, () -> session.judge(Drafts.ACTOR, essay, SEEN));
            assertTrue(full.sentence().startsWith("Not saved: the disk of "), full.sentence());
            assertEquals(1, session.state().history().size());
            limit(store, "PRAGMA max_page_count = 1000000");
            session.judge(Drafts.ACTOR, essay, SEEN);
            assertEquals(2, store.eventsAfter(0).size());
            assertFalse(session.isLeaseLost());
        }
    }

    private static void limit(LabelStore store, String pragma) {
        store.storeFile().read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(pragma);
            }
        });
    }
}
