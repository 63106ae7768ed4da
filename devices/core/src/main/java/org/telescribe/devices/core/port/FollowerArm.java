package org.telescribe.devices.core.port;

/// An arm that the program moves and reads. Confined to its bus thread once that runs.
public interface FollowerArm extends LeaderArm {
    /// Sends goal positions to all joints at once; no reply is awaited.
    ///
    /// @param goalRad goals in lane order, radians, already within the joints' limits
    /// @return OK when the bytes were written, LINK_LOST otherwise
    BusOutcome writeGoals(double[] goalRad);

    /// {@return session clock, nanoseconds, read just before the first byte of the last `writeGoals`
    /// was written}
    long lastWriteNanos();

    /// Turns the servos' torque on or off, and waits for the answers.
    ///
    /// @param on true to hold, false to let go: the arm drops
    /// @param deadlineNanos session clock, nanoseconds
    /// @return how it ended
    BusOutcome setTorque(boolean on, long deadlineNanos);
}
