package org.telescribe.annotator.labels.model;

import java.util.Locale;

/// Which arm a step or a fact speaks of; sides are the robot's own.
public enum ActingArm {
    /// The left arm.
    LEFT,
    /// The right arm.
    RIGHT,
    /// Both.
    BOTH,
    /// The text does not say.
    UNSAID;

    /// {@return the arm that a text names; a text that names both sides for other reasons, such as a
    /// place, can mislead it, so it is a hint for the choice of a camera and no label}
    ///
    /// @param text a step's or a fact's sentence
    public static ActingArm namedIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("both arms") || lower.contains("both hands") || lower.contains("both grippers")) {
            return BOTH;
        }
        boolean left = names(lower, "left");
        boolean right = names(lower, "right");
        if (left && right) {
            return BOTH;
        }
        return left ? LEFT : right ? RIGHT : UNSAID;
    }

    private static boolean names(String lower, String side) {
        return lower.contains(side + " arm")
                || lower.contains(side + " hand")
                || lower.contains(side + " gripper")
                || lower.contains(side + " robot arm");
    }
}
