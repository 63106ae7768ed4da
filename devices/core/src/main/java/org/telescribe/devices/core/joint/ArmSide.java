package org.telescribe.devices.core.joint;

/// The robot's own left or right, never the operator's.
public enum ArmSide {
    /// The robot's left arm.
    LEFT,
    /// The robot's right arm.
    RIGHT;

    /// {@return the word in channel names: `left` or `right`}
    public String word() {
        return this == LEFT ? "left" : "right";
    }
}
