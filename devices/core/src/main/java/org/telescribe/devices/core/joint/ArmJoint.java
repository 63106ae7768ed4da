package org.telescribe.devices.core.joint;

/// One joint of an arm as the station knows it.
///
/// @param name the joint's name within its arm, such as `elbow`; lower case, no slash
/// @param limit what it may do
public record ArmJoint(String name, JointLimit limit) {
    /// Refuses a name that cannot be part of a channel name.
    public ArmJoint {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "joint name \"%s\": lower-case letters, digits and _ only, a letter first".formatted(name));
        }
    }
}
