package org.telescribe.teleop.control.message;

/// What a person, the window or the policy may ask of the control loop. Whether it is done shows in the
/// next snapshot.
public sealed interface ControlCommand {
    /// Turn the followers' torque on where they stand and watch the alignment. From IDLE.
    record Arm() implements ControlCommand {}

    /// Ramp the followers onto the leaders and follow. From ARMED, when both arms are aligned.
    record Follow() implements ControlCommand {}

    /// Stop following; the followers stay where they are, torque on. From FOLLOWING.
    record StopFollowing() implements ControlCommand {}

    /// Stop all motion now and keep the torque. From any state with torque.
    ///
    /// @param cause why
    record Hold(HoldCause cause) implements ControlCommand {}

    /// A person has looked and lets the arms be armed again. From HOLD; the alignment gate comes next.
    record LeaveHold() implements ControlCommand {}

    /// Turn the followers' torque off: the arms drop. From any state but RAMP and FOLLOWING.
    record ReleaseTorque() implements ControlCommand {}
}
