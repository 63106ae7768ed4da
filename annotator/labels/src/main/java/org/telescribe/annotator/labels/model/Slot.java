package org.telescribe.annotator.labels.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.telescribe.annotator.labels.model.SlotValues.Closed;
import org.telescribe.annotator.labels.model.SlotValues.Open;
import org.telescribe.annotator.labels.model.SlotValues.Suggested;

/// What a fact is about within its dimension. Directions are the robot's own: forward is away from its
/// base, left is its left, up is up; the front of a thing is the side nearer the robot.
public enum Slot {
    /// The verb.
    PRIMITIVE_ACTION(
            Dimension.ACTION_SEQUENCE,
            new Suggested(List.of(
                    "grasp", "pick up", "move", "place", "release", "rotate", "push", "insert", "press", "grab", "drag",
                    "wipe", "sweep", "knock"))),
    /// Whether the gripper is said to open or close.
    GRIPPER_STATE(Dimension.ACTION_SEQUENCE, new Closed(List.of("close", "open"))),
    /// Which arm.
    ACTOR(Dimension.ACTIVE_ACTOR, new Closed(List.of("left arm", "right arm", "both arms"))),
    /// What kind of thing.
    CATEGORY(Dimension.TARGET_OBJECT, new Open()),
    /// Its colour.
    COLOR(
            Dimension.TARGET_OBJECT,
            new Suggested(List.of("red", "green", "blue", "yellow", "orange", "white", "black", "brown", "grey"))),
    /// What it is made of.
    MATERIAL(Dimension.TARGET_OBJECT, new Suggested(List.of("wood", "metal", "plastic", "paper", "glass", "cloth"))),
    /// Its shape or size.
    SHAPE_OR_SIZE(
            Dimension.TARGET_OBJECT, new Suggested(List.of("small", "large", "round", "square", "cubic", "long"))),
    /// How it lies before.
    INITIAL_POSE(
            Dimension.INITIAL_CONFIGURATION,
            new Suggested(List.of("upright", "lying flat", "tilted", "upside down", "on its side"))),
    /// Where on the table it is before.
    INITIAL_WORKSPACE_LOCATION(Dimension.INITIAL_CONFIGURATION, places()),
    /// What it stands beside before.
    INITIAL_RELATION(Dimension.INITIAL_CONFIGURATION, new Open()),
    /// What state it is in before.
    INITIAL_STATE(
            Dimension.INITIAL_CONFIGURATION, new Suggested(List.of("open", "closed", "half open", "empty", "full"))),
    /// How it lies after.
    FINAL_POSE(
            Dimension.FINAL_CONFIGURATION,
            new Suggested(List.of("upright", "lying flat", "tilted", "upside down", "on its side"))),
    /// Where on the table it is after.
    FINAL_WORKSPACE_LOCATION(Dimension.FINAL_CONFIGURATION, places()),
    /// What it stands beside after.
    FINAL_RELATION(Dimension.FINAL_CONFIGURATION, new Open()),
    /// What state it is in after.
    FINAL_STATE(
            Dimension.FINAL_CONFIGURATION,
            new Suggested(List.of("open", "closed", "half open", "empty", "full", "released"))),
    /// Where it is touched.
    CONTACT_REGION(
            Dimension.CONTACT_AND_APPROACH,
            new Suggested(List.of("top edge", "handle", "centre", "left side", "right side", "front", "back", "body"))),
    /// From which side the gripper comes.
    APPROACH_DIRECTION(
            Dimension.CONTACT_AND_APPROACH,
            new Suggested(List.of(
                    "from above", "from the left", "from the right", "from the front", "from behind", "from below"))),
    /// Which way it moves.
    TRANSLATION_DIRECTION(
            Dimension.TRAJECTORY_AND_ORIENTATION,
            new Suggested(List.of(
                    "left",
                    "right",
                    "forward",
                    "backward",
                    "up",
                    "down",
                    "forward left",
                    "forward right",
                    "backward left"))),
    /// How far it moves.
    TRANSLATION_EXTENT(Dimension.TRAJECTORY_AND_ORIENTATION, new Open()),
    /// Which way it turns.
    ROTATION_DIRECTION(Dimension.TRAJECTORY_AND_ORIENTATION, new Suggested(List.of("clockwise", "counterclockwise"))),
    /// How far it turns.
    ROTATION_ANGLE(
            Dimension.TRAJECTORY_AND_ORIENTATION,
            new Suggested(List.of("45 degrees", "90 degrees", "180 degrees", "360 degrees"))),
    /// The form of the way.
    PATH_SHAPE(
            Dimension.TRAJECTORY_AND_ORIENTATION,
            new Suggested(List.of("straight", "curved", "arc", "circular", "L-shaped"))),
    /// What happens to another thing.
    INTERACTION_TYPE(Dimension.OBJECT_INTERACTION, new Suggested(List.of("touches", "pushes", "knocks over", "lifts"))),
    /// Which other thing.
    AFFECTED_OBJECT(Dimension.OBJECT_INTERACTION, new Open()),
    /// What becomes of it.
    EFFECT(Dimension.OBJECT_INTERACTION, new Open()),
    /// What fails.
    FAILURE(
            Dimension.FAILURE_AND_RECOVERY,
            new Suggested(List.of("misses the grasp", "drops it", "slips", "collides", "wrong place"))),
    /// What is tried again.
    RETRY(Dimension.FAILURE_AND_RECOVERY, new Open()),
    /// Whether the new try works.
    RECOVERY_RESULT(Dimension.FAILURE_AND_RECOVERY, new Suggested(List.of("succeeds", "fails"))),
    /// How many tries.
    ATTEMPT_COUNT(Dimension.FAILURE_AND_RECOVERY, new Suggested(List.of("1", "2", "3", "4", "5"))),
    /// How the base moves.
    BASE_MOTION(
            Dimension.BODY_MOTION,
            new Suggested(List.of("forward", "backward", "turns left", "turns right", "stands still"))),
    /// How the torso moves.
    TORSO_MOTION(
            Dimension.BODY_MOTION, new Suggested(List.of("rises", "lowers", "turns left", "turns right", "bends"))),
    /// How the camera moves.
    CAMERA_MOTION(
            Dimension.BODY_MOTION,
            new Suggested(List.of("turns left", "turns right", "tilts up", "tilts down", "stands still")));

    private final Dimension dimension;

    @SuppressWarnings("ImmutableEnumChecker") // a sealed type of records with copied lists
    private final SlotValues choices;

    Slot(Dimension dimension, SlotValues choices) {
        this.dimension = dimension;
        this.choices = choices;
    }

    private static SlotValues places() {
        return new Suggested(List.of(
                "left side of the table",
                "right side of the table",
                "centre of the table",
                "front of the table",
                "back of the table"));
    }

    /// {@return the dimension that it belongs to}
    public Dimension dimension() {
        return dimension;
    }

    /// {@return what it may hold}
    public SlotValues choices() {
        return choices;
    }

    /// {@return its name in files, such as `primitive_action`}
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return its name for people, such as `primitive action`}
    public String title() {
        return key().replace('_', ' ');
    }

    /// {@return the slot of a name in a file; empty for names that files have and this list has not}
    ///
    /// @param dimension the dimension of the fact
    /// @param key the name
    public static Optional<Slot> ofKey(Dimension dimension, String key) {
        return Arrays.stream(values())
                .filter(slot -> slot.dimension == dimension && slot.key().equals(key))
                .findFirst();
    }
}
