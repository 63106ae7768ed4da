package org.telescribe.devices.emulator.motion;

import java.util.List;

/// A pose that a hand reaches and keeps for a moment.
///
/// @param jointRad joint positions, radians
/// @param reachSeconds time to get there from the pose before
/// @param restSeconds time to stay
record KeyPose(double[] jointRad, double reachSeconds, double restSeconds) {
    static double seconds(List<KeyPose> poses) {
        return poses.stream()
                .mapToDouble(pose -> pose.reachSeconds() + pose.restSeconds())
                .sum();
    }
}
