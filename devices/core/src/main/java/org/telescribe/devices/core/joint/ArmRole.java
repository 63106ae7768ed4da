package org.telescribe.devices.core.joint;

/// What an arm is for.
public enum ArmRole {
    /// Moved by a person's hand, only read.
    LEADER,
    /// Moved by its servos, commanded and read.
    FOLLOWER;

    /// {@return the word in names: `leader` or `follower`}
    public String word() {
        return this == LEADER ? "leader" : "follower";
    }
}
