package org.telescribe.annotator.labels.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.EpisodeLink;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.model.TaskVideo;
import org.telescribe.annotator.labels.state.LabelFold;
import org.telescribe.devices.core.joint.ArmSide;

class ScriptDraftTest {
    private static ScriptFacts script(ScriptedMove... moves) {
        return new ScriptFacts(
                "bench-demo",
                new EpisodeLink("/data/bench-demo", 3, "6f6e2f5e-0000-4000-8000-000000000001"),
                List.of(new TaskVideo("head", "videos/head.mp4", "")),
                30,
                540,
                "put the red block in the bowl with the left arm",
                List.of(moves),
                List.of("red", "green", "blue", "yellow"),
                List.of("in the bowl", "on the pad"));
    }

    private static ScriptedMove move(ArmSide arm, String color, int from) {
        return new ScriptedMove(
                arm,
                color,
                "on the left side of the table",
                "in the bowl",
                "forward right",
                new FrameRange(from, from + 90),
                new FrameRange(from + 90, from + 200),
                new FrameRange(from + 200, from + 260));
    }

    @Test
    void whichArmWhichBlockFromWhereAndWhereToAreFacts() {
        AnnotationTask draft = ScriptDraft.of(script(move(ArmSide.LEFT, "red", 0)));
        assertEquals(3, draft.steps().size());
        assertEquals(
                "The left arm comes down from above and grasps the red block on the left side of the table.",
                draft.steps().getFirst().text());
        assertEquals(
                Optional.of(new FrameRange(200, 260)), draft.steps().getLast().range());
        List<String> said = draft.facts().stream()
                .map(fact -> fact.id().name() + " " + fact.slot() + "=" + fact.value())
                .toList();
        assertEquals(
                List.of(
                        "action_sequence_1 primitive_action=grasp",
                        "action_sequence_2 primitive_action=move",
                        "action_sequence_3 primitive_action=place",
                        "active_actor_1 actor=left arm",
                        "target_object_1 color=red",
                        "initial_configuration_1 initial_workspace_location=left side of the table",
                        "final_configuration_1 final_relation=in the bowl",
                        "contact_and_approach_1 approach_direction=from above",
                        "trajectory_and_orientation_1 translation_direction=forward right"),
                said);
        assertEquals(
                List.of(Dimension.OBJECT_INTERACTION, Dimension.FAILURE_AND_RECOVERY, Dimension.BODY_MOTION),
                draft.claimedEmpty());
    }

    @Test
    void everyFactHasAKnownSlotAndEveryQuestionAnAnswerOfItsKind() {
        AnnotationTask draft = ScriptDraft.of(script(move(ArmSide.RIGHT, "blue", 0), move(ArmSide.LEFT, "red", 260)));
        assertTrue(draft.facts().stream().allMatch(fact -> fact.knownSlot().isPresent()));
        assertEquals(
                draft.facts().size(),
                draft.facts().stream().map(Fact::id).distinct().count());
        for (Question question : draft.questions()) {
            assertTrue(question.normalized(question.draftAnswer()).isPresent(), question.text());
        }
        assertEquals(
                List.of("no", "2", "blue", "in the bowl"),
                draft.questions().stream().map(Question::draftAnswer).toList());
        assertTrue(LabelFold.fold(draft, List.of()).steps().stream().allMatch(step -> step.standsByFacts()));
    }

    @Test
    void placeOnTheTableIsOneThatTheSlotOffersAndAnotherThingIsARelation() {
        AnnotationTask draft = ScriptDraft.of(script(move(ArmSide.LEFT, "red", 0)));
        Fact lies = draft.facts().get(5);
        assertTrue(lies.choices().offered().contains(lies.value()), lies.value());
        ScriptedMove fromBowl = new ScriptedMove(
                ArmSide.LEFT,
                "red",
                "in the bowl",
                "on the pad",
                "",
                new FrameRange(0, 1),
                new FrameRange(1, 2),
                new FrameRange(2, 3));
        Fact relation = ScriptDraft.of(script(fromBowl)).facts().get(5);
        assertEquals("initial_relation=in the bowl", relation.slot() + "=" + relation.value());
    }

    @Test
    void nothingMovedIsNoDraft() {
        assertThrows(IllegalArgumentException.class, () -> ScriptDraft.of(script()));
    }
}
