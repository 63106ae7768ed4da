package org.telescribe.teleop.control.message;

/// State of the control loop. The table of transitions is in docs/threads.md.
public enum ControlState {
    /// No torque, nothing moves.
    IDLE,
    /// Torque on, the followers stand; the gate compares leaders and followers.
    ARMED,
    /// The followers move onto the leaders, slowly.
    RAMP,
    /// The followers follow the leaders.
    FOLLOWING,
    /// The followers were stopped and stand, torque on; only a person leaves this state.
    HOLD;

    private static final ControlState[] VALUES = values();

    /// {@return the state handed over in a lane}
    ///
    /// @param ordinal its ordinal
    public static ControlState of(long ordinal) {
        return VALUES[(int) ordinal];
    }

    /// {@return whether the followers may move}
    public boolean moves() {
        return this == RAMP || this == FOLLOWING;
    }
}
