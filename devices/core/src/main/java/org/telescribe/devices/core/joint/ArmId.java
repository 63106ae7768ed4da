package org.telescribe.devices.core.joint;

/// Which arm of the station.
///
/// @param side the robot's side
/// @param role leader or follower
public record ArmId(ArmSide side, ArmRole role) {
    /// {@return the name people read, such as `left follower`}
    public String word() {
        return side.word() + " " + role.word();
    }
}
