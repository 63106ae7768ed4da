package org.telescribe.devices.core.robot;

import org.jspecify.annotations.Nullable;

/// One joint of a robot description.
///
/// @param name the joint's name
/// @param kind how it moves
/// @param parentLink link nearer to the root
/// @param childLink link that it moves
/// @param parentFromJoint pose of the joint's frame in the parent link at position 0
/// @param axisX axis in the joint's frame
/// @param axisY axis in the joint's frame
/// @param axisZ axis in the joint's frame
/// @param lower lowest position, radians or metres; NaN when not said
/// @param upper highest position, radians or metres; NaN when not said
/// @param mimic joint that this one follows, or null
public record RobotJoint(
        String name,
        Kind kind,
        String parentLink,
        String childLink,
        Pose parentFromJoint,
        double axisX,
        double axisY,
        double axisZ,
        double lower,
        double upper,
        @Nullable Mimic mimic) {
    /// How a joint moves.
    public enum Kind {
        /// Turns, within limits.
        REVOLUTE,
        /// Turns without limits.
        CONTINUOUS,
        /// Slides.
        PRISMATIC,
        /// Does not move.
        FIXED
    }

    /// A joint that follows another: `position = multiplier * other + offset`.
    ///
    /// @param joint the other joint's name
    /// @param multiplier factor
    /// @param offset radians or metres
    public record Mimic(String joint, double multiplier, double offset) {}

    /// {@return pose of the child link in the parent link}
    ///
    /// @param position radians or metres
    public Pose parentFromChild(double position) {
        return switch (kind) {
            case FIXED -> parentFromJoint;
            case REVOLUTE, CONTINUOUS -> parentFromJoint.times(Pose.rotation(axisX, axisY, axisZ, position));
            case PRISMATIC ->
                parentFromJoint.times(Pose.translation(axisX * position, axisY * position, axisZ * position));
        };
    }
}
