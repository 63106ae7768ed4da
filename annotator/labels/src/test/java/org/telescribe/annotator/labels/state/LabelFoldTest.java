package org.telescribe.annotator.labels.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.CommitKind;
import org.telescribe.annotator.labels.event.Correction;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.event.MovedStep;
import org.telescribe.annotator.labels.event.UnsureReason;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.StepAnchor;
import org.telescribe.annotator.labels.state.ItemState.FactState;
import org.telescribe.annotator.labels.state.ItemState.QuestionState;

class LabelFoldTest {
    private static final LabelAction ACCEPT = new LabelAction.Accepted();
    private static final LabelAction REJECT = new LabelAction.Rejected(null);
    private static final LabelAction TO_THE_RIGHT =
            new LabelAction.Rejected(new Correction("right", "The spoon moves to the right."));

    private final Sayings said = new Sayings(Drafts.spoon("s1"));

    private FactState fact(ItemId id) {
        return (FactState) said.state().item(id).orElseThrow();
    }

    private boolean isStale(int step) {
        return said.state().step(step).orElseThrow().textStale();
    }

    private static Fact missed(String name, Dimension dimension, String slot, String anchor) {
        return new Fact(ItemId.added(name), dimension, slot, "", StepAnchor.ofKey(anchor), "x", "Something happens.");
    }

    @Test
    void everythingIsOpenInTheOrderOfWatching() {
        List<String> order =
                said.state().open().stream().map(item -> item.id().value()).toList();
        assertEquals(
                List.of(
                        "fact:initial_configuration_1",
                        "fact:action_sequence_1",
                        "fact:active_actor_1",
                        "fact:trajectory_and_orientation_1",
                        "step:3",
                        "none:target_object",
                        "none:final_configuration",
                        "none:contact_and_approach",
                        "none:object_interaction",
                        "none:failure_and_recovery",
                        "none:body_motion",
                        "question:q1",
                        "question:q2",
                        "question:q3"),
                order);
        assertEquals(TaskStatus.UNTOUCHED, said.state().status());
    }

    @Test
    void lastVerdictCounts() {
        said.say(Drafts.GRASP, ACCEPT);
        assertInstanceOf(Verdict.Accepted.class, fact(Drafts.GRASP).verdict());
        said.say(Drafts.GRASP, REJECT);
        assertInstanceOf(Verdict.Rejected.class, fact(Drafts.GRASP).verdict());
        assertFalse(fact(Drafts.GRASP).isClaimed());
        said.say(Drafts.GRASP, new LabelAction.Unsure(UnsureReason.CANNOT_BE_SEEN));
        assertEquals(
                new Verdict.Unsure(UnsureReason.CANNOT_BE_SEEN),
                fact(Drafts.GRASP).verdict());
        assertEquals(TaskStatus.STARTED, said.state().status());
    }

    @Test
    void correctionReplacesValueAndSentenceUntilTheFactIsAcceptedAfterAll() {
        said.say(Drafts.LEFTWARD, TO_THE_RIGHT);
        assertEquals("right", fact(Drafts.LEFTWARD).value());
        assertEquals("The spoon moves to the right.", fact(Drafts.LEFTWARD).text());
        said.say(Drafts.LEFTWARD, ACCEPT);
        assertEquals("left", fact(Drafts.LEFTWARD).value());
        assertEquals("The spoon moves to the left.", fact(Drafts.LEFTWARD).text());
    }

    @Test
    void editedSentenceStaysWhenTheFactIsAccepted() {
        said.say(Drafts.LEFTWARD, new LabelAction.TextEdited("The spoon glides to the left."));
        assertInstanceOf(Verdict.Edited.class, fact(Drafts.LEFTWARD).verdict());
        said.say(Drafts.LEFTWARD, ACCEPT);
        assertEquals("The spoon glides to the left.", fact(Drafts.LEFTWARD).text());
    }

    @Test
    void stepWhoseFactChangedNoLongerMatchesAndIsOpenUntilItIsRewritten() {
        assertFalse(isStale(2));
        said.say(Drafts.LEFTWARD, TO_THE_RIGHT);
        assertTrue(isStale(2));
        assertFalse(isStale(1));
        assertTrue(said.state().step(2).orElseThrow().isOpen());
        said.say(Drafts.STEP_2, new LabelAction.TextEdited("It moves the spoon to the right."));
        assertFalse(isStale(2));
        assertEquals(
                "It moves the spoon to the right.",
                said.state().step(2).orElseThrow().text());
    }

    @Test
    void rewrittenStepNoLongerMatchesWhenTheFactGoesBack() {
        said.say(Drafts.LEFTWARD, TO_THE_RIGHT);
        said.say(Drafts.STEP_2, new LabelAction.TextEdited("It moves the spoon to the right."));
        said.say(Drafts.LEFTWARD, ACCEPT);
        assertTrue(isStale(2));
    }

    @Test
    void stepThatWasRewrittenForACorrectionIsMarkedWhenTheCorrectionIsUndone() {
        LabelEvent correction = said.say(Drafts.LEFTWARD, TO_THE_RIGHT);
        said.say(Drafts.STEP_2, new LabelAction.TextEdited("It moves the spoon to the right."));
        said.undo(correction);
        assertTrue(isStale(2));
        said.redo(correction);
        assertFalse(isStale(2));
    }

    @Test
    void undoneChangeLeavesTheStepAsItWas() {
        said.undo(said.say(Drafts.LEFTWARD, TO_THE_RIGHT));
        assertFalse(isStale(2));
    }

    @Test
    void unsureChangesNoSentence() {
        said.say(Drafts.LEFTWARD, new LabelAction.Unsure(UnsureReason.DO_NOT_KNOW));
        assertFalse(isStale(2));
    }

    @Test
    void addedFactMakesItsStepStaleAndSettlesTheEmptyDimension() {
        Fact bumps = missed("b", Dimension.OBJECT_INTERACTION, "effect", "step_2");
        LabelEvent adding = said.say(bumps.id(), new LabelAction.FactAdded(bumps));
        assertTrue(isStale(2));
        assertTrue(fact(bumps.id()).isAdded());
        ItemId none = ItemId.none(Dimension.OBJECT_INTERACTION);
        assertInstanceOf(
                Verdict.Rejected.class, said.state().item(none).orElseThrow().verdict());
        said.undo(adding);
        assertEquals(Optional.empty(), said.state().item(bumps.id()));
        assertTrue(said.state().item(none).orElseThrow().isOpen());
    }

    @Test
    void emptyDimensionIsConfirmed() {
        ItemId none = ItemId.none(Dimension.BODY_MOTION);
        said.say(none, new LabelAction.NoneConfirmed());
        assertInstanceOf(
                Verdict.Accepted.class, said.state().item(none).orElseThrow().verdict());
    }

    @Test
    void draftWithoutAListOfFactsClaimsNoEmptyDimensionAndItsStepsAreJudgedThemselves() {
        var draft = Drafts.spoon("s1");
        var stepsOnly = new org.telescribe.annotator.labels.model.AnnotationTask(
                draft.id(),
                draft.dataset(),
                draft.robotType(),
                null,
                draft.videos(),
                0,
                0,
                draft.instructionRaw(),
                "",
                draft.steps(),
                false,
                List.of(),
                List.of(),
                draft.sources());
        TaskState state = LabelFold.fold(stepsOnly, List.of());
        assertEquals(3, state.open().size());
        assertTrue(state.none().isEmpty());
    }

    @Test
    void questionsTakeAnswersAndAcceptedDraftsAreAnswersToo() {
        said.say(Drafts.IS_LEFT, new LabelAction.Answered("no"));
        said.say(Drafts.WHICH, ACCEPT);
        said.say(Drafts.IS_LEFT, ACCEPT);
        assertEquals(
                Optional.of("yes"),
                ((QuestionState) said.state().item(Drafts.IS_LEFT).orElseThrow()).answer());
        assertEquals(
                Optional.of("red"),
                ((QuestionState) said.state().item(Drafts.WHICH).orElseThrow()).answer());
    }

    @Test
    void movedEdgeMovesBothStepsAndIsUndoneForBoth() {
        LabelEvent moved = said.say(
                Drafts.STEP_2,
                new LabelAction.EdgesMoved(List.of(
                        new MovedStep(Drafts.STEP_1, new FrameRange(0, 80)),
                        new MovedStep(Drafts.STEP_2, new FrameRange(80, 200)))));
        assertEquals(
                Optional.of(new FrameRange(0, 80)),
                said.state().step(1).orElseThrow().range());
        assertEquals(
                Optional.of(new FrameRange(80, 200)),
                said.state().step(2).orElseThrow().range());
        said.undo(moved);
        assertEquals(
                Optional.of(new FrameRange(0, 90)),
                said.state().step(1).orElseThrow().range());
        assertEquals(Optional.empty(), said.state().step(3).orElseThrow().range());
    }

    @Test
    void commitStandsUntilItIsUndoneAndSaysWhetherSomethingWasSaidSince() {
        said.say(Drafts.GRASP, ACCEPT);
        LabelEvent commit =
                said.say(ItemId.TASK, new LabelAction.Committed(CommitKind.PARTIAL, "the wrist camera is dark"));
        assertEquals(TaskStatus.PARTIAL, said.state().status());
        assertFalse(said.state().commit().orElseThrow().changedSince());
        said.say(Drafts.ACTOR, ACCEPT);
        assertTrue(said.state().commit().orElseThrow().changedSince());
        said.undo(commit);
        assertEquals(TaskStatus.STARTED, said.state().status());
        said.redo(commit);
        assertEquals(
                "the wrist camera is dark", said.state().commit().orElseThrow().reason());
    }
}
