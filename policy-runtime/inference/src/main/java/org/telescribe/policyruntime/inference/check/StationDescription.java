package org.telescribe.policyruntime.inference.check;

import java.util.List;
import org.telescribe.policyruntime.inference.bundle.GripperConvention;

/// What the station is, for holding a policy against it.
///
/// @param robotType the robot
/// @param controlHz actions a second that the station will ask the policy for
/// @param state what can be told, in the station's order
/// @param actions what can be commanded, in the station's order
/// @param grippers which numbers are open and closed; one for each gripper
/// @param cameras cameras by role
public record StationDescription(
        String robotType,
        double controlHz,
        List<StationChannel> state,
        List<StationChannel> actions,
        List<GripperConvention> grippers,
        List<StationCamera> cameras) {
    /// Copies.
    public StationDescription {
        state = List.copyOf(state);
        actions = List.copyOf(actions);
        grippers = List.copyOf(grippers);
        cameras = List.copyOf(cameras);
    }
}
