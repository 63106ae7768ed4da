package org.telescribe.annotator.labels.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ten dimensions of an episode's description, in the order in which files hold them.
public enum Dimension {
    /// What is done, and what the gripper is said to do.
    ACTION_SEQUENCE,
    /// Which arm acts, where the text tells left from right.
    ACTIVE_ACTOR,
    /// What the primary object is, without where it is.
    TARGET_OBJECT,
    /// How things stand before any action.
    INITIAL_CONFIGURATION,
    /// How things stand after all actions.
    FINAL_CONFIGURATION,
    /// Where an object is touched, and from which side.
    CONTACT_AND_APPROACH,
    /// How things move and turn.
    TRAJECTORY_AND_ORIENTATION,
    /// What happens to other things by the way.
    OBJECT_INTERACTION,
    /// What goes wrong, and what is done about it.
    FAILURE_AND_RECOVERY,
    /// How base, torso and camera move.
    BODY_MOTION;

    /// {@return its name in files, such as `action_sequence`}
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return its name for people, such as `action sequence`}
    public String title() {
        return key().replace('_', ' ');
    }

    /// {@return its slots, in their order}
    public List<Slot> slots() {
        return Arrays.stream(Slot.values())
                .filter(slot -> slot.dimension() == this)
                .toList();
    }

    /// {@return the dimension of a name in a file}
    ///
    /// @param key the name
    public static Optional<Dimension> ofKey(String key) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.key().equals(key))
                .findFirst();
    }
}
