package org.telescribe.devices.core.joint;

import java.util.HashSet;
import java.util.List;

/// The ordered joints of one arm. The order is that of the readings' lanes; nothing outside maps by
/// number: use [#indexOf] or [#channelNames].
///
/// @param joints joints in the order of the lanes, at least one, names unique
public record ArmLayout(List<ArmJoint> joints) {
    /// Copies and checks.
    public ArmLayout {
        joints = List.copyOf(joints);
        if (joints.isEmpty()) {
            throw new IllegalArgumentException("an arm needs at least one joint");
        }
        HashSet<String> names = new HashSet<>();
        for (ArmJoint joint : joints) {
            if (!names.add(joint.name())) {
                throw new IllegalArgumentException("joint %s is there twice".formatted(joint.name()));
            }
        }
    }

    /// {@return number of joints}
    public int size() {
        return joints.size();
    }

    /// {@return index of its lane, or -1}
    ///
    /// @param jointName name within the arm
    public int indexOf(String jointName) {
        for (int i = 0; i < joints.size(); i++) {
            if (joints.get(i).name().equals(jointName)) {
                return i;
            }
        }
        return -1;
    }

    /// {@return channel names in lane order, such as `left_elbow.pos`}
    ///
    /// @param side side of the arm
    /// @param quantity what the channel holds, such as `pos`, `vel` or `current`
    public List<String> channelNames(ArmSide side, String quantity) {
        return joints.stream()
                .map(joint -> side.word() + "_" + joint.name() + "." + quantity)
                .toList();
    }
}
