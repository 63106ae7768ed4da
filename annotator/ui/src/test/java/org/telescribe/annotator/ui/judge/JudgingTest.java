package org.telescribe.annotator.ui.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.event.CommitKind;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.ItemState.FactState;
import org.telescribe.annotator.labels.state.ItemState.QuestionState;
import org.telescribe.annotator.labels.state.Verdict;
import org.telescribe.annotator.ui.judge.JudgingMode.Listing;
import org.telescribe.annotator.ui.judge.JudgingMode.PickReason;
import org.telescribe.annotator.ui.judge.JudgingMode.PickValue;
import org.telescribe.annotator.ui.judge.JudgingMode.Typing;

/// Keys, as an annotator presses them, over a store on disk.
class JudgingTest {
    @TempDir
    private Path folder = Path.of("");

    private Bench bench;
    private Judging judging;

    @BeforeEach
    void open() {
        bench = new Bench(folder.resolve("labels.db"));
        judging = bench.judging;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private ItemState current() {
        return Objects.requireNonNull(judging.current());
    }

    private ItemState item(ItemId id) {
        return judging.state().item(id).orElseThrow();
    }

    private void select(Class<? extends ItemState> kind) {
        judging.select(judging.state().items().stream()
                .filter(kind::isInstance)
                .findFirst()
                .orElseThrow()
                .id());
    }

    @Test
    void acceptIsRefusedUntilTheStepWasOnTheScreen() {
        select(FactState.class);
        ItemId id = current().id();
        judging.accept();
        assertTrue(item(id).isOpen());
        assertTrue(judging.message().startsWith("Watch "), judging.message());
        bench.watchAll();
        judging.accept();
        assertInstanceOf(Verdict.Accepted.class, item(id).verdict());
        assertNotEquals(id, current().id(), "an answer moves on to the next open thing");
        assertEquals("A", judging.strip().getLast().mark());
    }

    @Test
    void framesThatWereJumpedOverWereNotSeen() {
        WatchLog log = new WatchLog();
        log.show(0);
        log.show(60);
        assertFalse(log.hasSeen(new FrameRange(0, 61)));
        for (int frame = 0; frame <= 60; frame += 2) {
            log.show(frame);
        }
        assertTrue(log.hasSeen(new FrameRange(0, 61)));
    }

    @Test
    void rejectingOffersOtherValuesAndADigitSaysWhatIsRight() {
        ItemId color = ItemId.fact("target_object_1");
        judging.select(color);
        judging.reject();
        PickValue pick = assertInstanceOf(PickValue.class, judging.mode());
        assertFalse(pick.offered().contains("red"), "its own value is no correction");
        judging.accept();
        assertTrue(item(color).isOpen(), "while a value is picked letters mean nothing");
        judging.digit(pick.offered().indexOf("blue") + 1);
        FactState fact = (FactState) item(color);
        assertEquals("blue", fact.value());
        assertEquals("The block that is grasped is blue.", fact.text());
        assertInstanceOf(Listing.class, judging.mode());
    }

    @Test
    void enterInTheListOfValuesSaysFalseAndNothingElse() {
        ItemId color = ItemId.fact("target_object_1");
        judging.select(color);
        judging.reject();
        judging.enter();
        assertTrue(judging.state().commit().isEmpty());
        assertInstanceOf(Verdict.Rejected.class, item(color).verdict());
    }

    @Test
    void escapeSaysNothing() {
        select(FactState.class);
        ItemId id = current().id();
        judging.unsure();
        assertInstanceOf(PickReason.class, judging.mode());
        assertTrue(judging.escape());
        assertFalse(judging.escape());
        assertTrue(item(id).isOpen());
        assertEquals(0, bench.saves);
    }

    @Test
    void unsureAsksWhy() {
        select(FactState.class);
        ItemId id = current().id();
        judging.unsure();
        judging.digit(2);
        Verdict.Unsure unsure = assertInstanceOf(Verdict.Unsure.class, item(id).verdict());
        assertEquals("do_not_know", unsure.reason().key());
    }

    @Test
    void questionsAreAnsweredByTheirOwnKeysOnly() {
        judging.select(ItemId.question("left_arm"));
        judging.digit(1);
        assertTrue(item(ItemId.question("left_arm")).isOpen());
        judging.yesNo(true);
        assertEquals(
                "yes",
                ((QuestionState) item(ItemId.question("left_arm"))).answer().orElseThrow());
        judging.select(ItemId.question("blocks_moved"));
        judging.yesNo(true);
        assertTrue(item(ItemId.question("blocks_moved")).isOpen());
        judging.digit(1);
        judging.digit(2);
        judging.enter();
        assertEquals(
                "12",
                ((QuestionState) item(ItemId.question("blocks_moved"))).answer().orElseThrow());
        judging.select(ItemId.question("which_block"));
        judging.digit(3);
        assertEquals(
                "blue",
                ((QuestionState) item(ItemId.question("which_block"))).answer().orElseThrow());
    }

    @Test
    void aMissedFactIsAddedByDigits() {
        select(FactState.class);
        int before = judging.state().facts().size();
        judging.add();
        judging.digit(0); // body motion, the tenth
        judging.digit(1); // base motion
        if (judging.mode() instanceof Typing) {
            judging.typed("the base drives forward");
        } else {
            judging.digit(1);
        }
        assertEquals(before + 1, judging.state().facts().size());
        assertFalse(item(ItemId.none(org.telescribe.annotator.labels.model.Dimension.BODY_MOTION))
                .isOpen());
    }

    @Test
    void aCorrectedFactLeavesItsStepsTextBehind() {
        judging.select(ItemId.fact("target_object_1"));
        judging.reject();
        judging.digit(1);
        assertTrue(judging.state().step(1).orElseThrow().textStale());
        judging.select(ItemId.step(1));
        judging.edit();
        assertTrue(judging.mode() instanceof Typing typing && typing.before().startsWith("The left arm"));
        judging.typed("The left arm comes down from above and grasps the green block.");
        assertFalse(judging.state().step(1).orElseThrow().textStale());
    }

    @Test
    void enterGoesToTheFirstOpenThingAndHandsOverWhenThereIsNone() {
        bench.watchAll();
        judging.enter();
        assertTrue(judging.state().commit().isEmpty());
        assertTrue(judging.message().endsWith("left"), judging.message());
        int keys = 0;
        while (judging.openCount() > 0) {
            judging.accept();
            keys++;
            assertTrue(keys < 100, judging.message());
        }
        assertTrue(keys <= judging.state().items().size(), "one key for each thing: %d".formatted(keys));
        judging.enter();
        assertEquals(CommitKind.COMPLETE, judging.state().commit().orElseThrow().kind());
    }

    @Test
    void handingOverAsPartialNeedsAReason() {
        judging.partial();
        judging.typed("  ");
        assertTrue(judging.state().commit().isEmpty());
        judging.partial();
        judging.typed("The right camera is dark");
        assertEquals(CommitKind.PARTIAL, judging.state().commit().orElseThrow().kind());
    }

    @Test
    void undoAndRedoGoBackAsFarAsOneLikes() {
        bench.watchAll();
        List<ItemId> judged = judging.state().items().stream()
                .limit(25)
                .filter(ItemState::isOpen)
                .map(ItemState::id)
                .toList();
        judged.forEach(id -> {
            judging.select(id);
            judging.accept();
        });
        judged.forEach(id -> judging.undo());
        assertTrue(judged.stream().allMatch(id -> item(id).isOpen()));
        judging.redo();
        assertEquals(1, judged.stream().filter(id -> !item(id).isOpen()).count());
    }

    @Test
    void anEdgeThatTwoStepsShareMovesForBothAndNoStepVanishes() {
        judging.select(ItemId.step(2));
        judging.edges().put(true, 90);
        assertEquals(new FrameRange(0, 90), range(1));
        assertEquals(new FrameRange(90, 200), range(2));
        judging.edges().nudge(-1);
        assertEquals(new FrameRange(89, 200), range(2));
        judging.edges().snap(List.of(40, 80, 120, 280));
        assertEquals(new FrameRange(120, 200), range(2));
        judging.edges().put(true, 200);
        assertEquals(new FrameRange(120, 200), range(2));
        assertTrue(judging.message().contains("at least one frame"), judging.message());
    }

    private FrameRange range(int step) {
        return judging.state().step(step).orElseThrow().range().orElseThrow();
    }

    @Test
    void nothingIsAnsweredWhileTheDiskRefuses() {
        bench.watchAll();
        judging.refuse(true);
        judging.accept();
        judging.yesNo(true);
        judging.undo();
        judging.enter();
        assertEquals(0, bench.saves);
        assertTrue(judging.state().commit().isEmpty());
        judging.refuse(false);
        judging.accept();
        assertEquals(1, bench.saves);
    }

    @Test
    void aSecondEnterBeforeTheFirstIsOnTheDiskSaysNothingMore() {
        bench.watchAll();
        while (judging.openCount() > 0) {
            judging.accept();
        }
        int before = bench.saves;
        bench.hold();
        judging.enter();
        judging.enter();
        assertEquals(before + 1, bench.saves);
        assertTrue(judging.state().commit().isEmpty(), "nothing is handed over that is not on the disk");
        bench.letGo();
        assertEquals(CommitKind.COMPLETE, judging.state().commit().orElseThrow().kind());
    }
}
