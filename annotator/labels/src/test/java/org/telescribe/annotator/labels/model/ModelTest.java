package org.telescribe.annotator.labels.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModelTest {
    @Test
    void tenDimensionsStandInTheFieldsOrderWithTheirSlots() {
        String table = Arrays.stream(Dimension.values())
                .map(dimension -> dimension.key() + ":"
                        + dimension.slots().stream().map(Slot::key).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        assertEquals("""
                action_sequence:primitive_action,gripper_state
                active_actor:actor
                target_object:category,color,material,shape_or_size
                initial_configuration:initial_pose,initial_workspace_location,initial_relation,initial_state
                final_configuration:final_pose,final_workspace_location,final_relation,final_state
                contact_and_approach:contact_region,approach_direction
                trajectory_and_orientation:translation_direction,translation_extent,rotation_direction,rotation_angle,path_shape
                object_interaction:interaction_type,affected_object,effect
                failure_and_recovery:failure,retry,recovery_result,attempt_count
                body_motion:base_motion,torso_motion,camera_motion""", table);
    }

    @Test
    void noValueIsOfferedTwiceAndClosedSlotsOfferAChoice() {
        for (Slot slot : Slot.values()) {
            List<String> offered = slot.choices().offered();
            assertEquals(offered.size(), offered.stream().distinct().count(), slot.key());
            assertTrue(!(slot.choices() instanceof SlotValues.Closed) || offered.size() >= 2, slot.key());
        }
        assertEquals(
                List.of("left arm", "right arm", "both arms"),
                Slot.ACTOR.choices().offered());
    }

    @Test
    void slotOfAnotherDimensionIsNotKnown() {
        assertEquals(Optional.of(Slot.COLOR), Slot.ofKey(Dimension.TARGET_OBJECT, "color"));
        assertEquals(Optional.empty(), Slot.ofKey(Dimension.ACTIVE_ACTOR, "color"));
    }

    @Test
    void anchorsComeOutAsTheyWentIn() {
        for (String key : List.of("step_1", "step_12", "between_step_2_and_step_3", "", "step_1_to_step_2", "start")) {
            assertEquals(key, StepAnchor.ofKey(key).key());
        }
        assertEquals(
                List.of(2, 3), StepAnchor.ofKey("between_step_2_and_step_3").steps());
        assertInstanceOf(StepAnchor.Other.class, StepAnchor.ofKey("step_1_to_step_2"));
    }

    @Test
    void answersAreKeptInOneForm() {
        Question yesNo = new Question.YesNo(ItemId.question("a"), "", "?", "Yes");
        Question number = new Question.WholeNumber(ItemId.question("b"), "", "?", "2");
        Question choice = new Question.MultipleChoice(ItemId.question("c"), "", "?", "Red", List.of("Red", "Blue"));
        assertEquals(Optional.of("no"), yesNo.normalized(" No "));
        assertEquals(Optional.empty(), yesNo.normalized("2"));
        assertEquals(Optional.of("12"), number.normalized("012"));
        assertEquals(Optional.empty(), number.normalized("-1"));
        assertEquals(Optional.of("Blue"), choice.normalized("blue"));
        assertEquals(Optional.empty(), choice.normalized("purple"));
    }

    @Test
    void emptyFrameRangesAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new FrameRange(5, 5));
        FrameRange range = new FrameRange(5, 7);
        assertTrue(range.contains(6) && !range.contains(7));
        assertEquals(2, range.frames());
    }

    @Test
    void armIsFoundInASentence() {
        assertEquals(ActingArm.LEFT, ActingArm.namedIn("Left arm lifts the bottle on the right side."));
        assertEquals(ActingArm.BOTH, ActingArm.namedIn("The left arm holds it while the right arm turns it."));
        assertEquals(ActingArm.RIGHT, ActingArm.namedIn("Grasp it using the right robot arm."));
        assertEquals(ActingArm.UNSAID, ActingArm.namedIn("Move the spoon to the left."));
    }
}
