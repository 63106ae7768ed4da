package org.telescribe.annotator.labels.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.Correction;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.event.UnsureReason;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.ItemId;

class UndoTest {
    private static final LabelAction ACCEPT = new LabelAction.Accepted();
    private static final LabelAction REJECT = new LabelAction.Rejected(null);

    private final AnnotationTask task = Drafts.spoon("s1");
    private final Sayings said = new Sayings(task);

    private Verdict verdict(ItemId item) {
        return said.state().item(item).orElseThrow().verdict();
    }

    private Optional<LabelEvent> nextUndo() {
        return said.state().nextUndo("ada");
    }

    private Optional<LabelEvent> nextRedo() {
        return said.state().nextRedo("ada");
    }

    @Test
    void undoTakesBackTheAuthorsOwnLastStatement() {
        LabelEvent mine = said.say("ada", Drafts.GRASP, ACCEPT);
        said.say("bob", Drafts.ACTOR, ACCEPT);
        assertEquals(Optional.of(mine), nextUndo());
        said.undo(mine);
        assertEquals(Optional.empty(), nextUndo());
        assertInstanceOf(Verdict.Open.class, verdict(Drafts.GRASP));
        assertInstanceOf(Verdict.Accepted.class, verdict(Drafts.ACTOR));
    }

    @Test
    void undoingStepByStepGoesBackInTimeAndRedoingForwardAgain() {
        LabelEvent first = said.say(Drafts.GRASP, ACCEPT);
        LabelEvent second = said.say(Drafts.GRASP, REJECT);
        said.undo(second);
        assertEquals(Optional.of(first), nextUndo());
        assertInstanceOf(Verdict.Accepted.class, verdict(Drafts.GRASP));
        said.undo(first);
        assertEquals(Optional.of(first), nextRedo());
        said.redo(first);
        assertEquals(Optional.of(second), nextRedo());
        said.redo(second);
        assertInstanceOf(Verdict.Rejected.class, verdict(Drafts.GRASP));
        assertEquals(Optional.empty(), nextRedo());
    }

    @Test
    void redoIsLostOnlyForWhatSomethingNewerReplaced() {
        LabelEvent grasp = said.say(Drafts.GRASP, ACCEPT);
        LabelEvent actor = said.say(Drafts.ACTOR, ACCEPT);
        said.undo(actor);
        said.undo(grasp);
        LabelEvent newer = said.say(Drafts.GRASP, REJECT);
        assertEquals(Optional.of(actor), nextRedo());
        said.redo(actor);
        assertEquals(Optional.empty(), nextRedo());
        said.undo(newer);
        assertEquals(Optional.of(newer), nextRedo());
    }

    @Test
    void anOldStatementIsUndoneByNameWithoutTouchingNewerOnes() {
        LabelEvent old = said.say(Drafts.GRASP, ACCEPT);
        for (ItemId item : List.of(Drafts.ACTOR, Drafts.LEFTWARD, Drafts.LIES)) {
            said.say(item, ACCEPT);
        }
        said.undo(old);
        assertInstanceOf(Verdict.Open.class, verdict(Drafts.GRASP));
        assertInstanceOf(Verdict.Accepted.class, verdict(Drafts.LIES));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatIsUndoneLeavesNoTraceInTheVerdicts(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 120; i++) {
            act(random);
        }
        TaskState state = said.state();
        List<LabelEvent> counting = new ArrayList<>();
        for (HistoryEntry entry : state.history()) {
            if (!entry.undone()) {
                counting.add(entry.event());
            }
        }
        TaskState clean = LabelFold.fold(task, counting);
        assertEquals(clean.facts(), state.facts(), "seed " + seed);
        assertEquals(clean.questions(), state.questions(), "seed " + seed);
        assertEquals(clean.none(), state.none(), "seed " + seed);
        while (nextUndo().isPresent()) {
            said.undo(nextUndo().get());
        }
        assertEquals(LabelFold.fold(task, List.of()).items(), said.state().items(), "seed " + seed);
        assertTrue(said.state().history().stream().allMatch(HistoryEntry::undone), "seed " + seed);
    }

    private void act(Random random) {
        List<ItemId> facts = List.of(Drafts.GRASP, Drafts.ACTOR, Drafts.LEFTWARD, Drafts.LIES);
        ItemId item = facts.get(random.nextInt(facts.size()));
        switch (random.nextInt(8)) {
            case 0, 1 -> said.say(item, ACCEPT);
            case 2 -> said.say(item, new LabelAction.Rejected(new Correction("v" + random.nextInt(3), "t")));
            case 3 -> said.say(item, new LabelAction.TextEdited("text " + random.nextInt(3)));
            case 4 -> said.say(item, new LabelAction.Unsure(UnsureReason.DO_NOT_KNOW));
            case 5 -> said.say(Drafts.IS_LEFT, new LabelAction.Answered(random.nextBoolean() ? "yes" : "no"));
            case 6 -> nextUndo().ifPresent(said::undo);
            default -> nextRedo().ifPresent(said::redo);
        }
    }
}
