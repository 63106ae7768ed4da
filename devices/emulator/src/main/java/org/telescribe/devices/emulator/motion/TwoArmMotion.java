package org.telescribe.devices.emulator.motion;

import org.telescribe.devices.core.joint.ArmSide;

/// A motion of both arms that belong together.
///
/// @param left the left arm's
/// @param right the right arm's
public record TwoArmMotion(MotionSource left, MotionSource right) {
    /// {@return one arm's motion}
    ///
    /// @param side which arm
    public MotionSource of(ArmSide side) {
        return side == ArmSide.LEFT ? left : right;
    }
}
