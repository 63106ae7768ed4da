package org.telescribe.devices.emulator.motion;

import java.util.Arrays;
import java.util.List;

/// A pose that a hand reaches and keeps for a moment.
///
/// @param jointRad joint positions, radians
/// @param reachSeconds time to get there from the pose before
/// @param restSeconds time to stay
record KeyPose(List<Double> jointRad, double reachSeconds, double restSeconds) {
    static KeyPose of(double[] jointRad, double reachSeconds, double restSeconds) {
        return new KeyPose(Arrays.stream(jointRad).boxed().toList(), reachSeconds, restSeconds);
    }

    static double seconds(List<KeyPose> poses) {
        return poses.stream()
                .mapToDouble(pose -> pose.reachSeconds() + pose.restSeconds())
                .sum();
    }
}
