package org.telescribe.app.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.control.message.ControlSnapshot.ArmSnapshot;
import org.telescribe.teleop.episode.setup.StationSetup;
import org.telescribe.teleop.episode.setup.StationSetup.ArmSetup;
import org.telescribe.viewer3d.fx.player.SpaceScene;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.frame.RobotLook;
import org.telescribe.viewer3d.scene.frame.SceneFrame;
import org.telescribe.viewer3d.scene.frame.SceneRobot;
import org.telescribe.viewer3d.scene.robot.RobotModel;

/// A station's arms as they stand now: each follower solid, and the pose that its leader asks for
/// as a ghost in the arm's colour. Where the ghost is not seen, leader and follower are aligned.
public final class LiveScene implements SpaceScene {
    private static final double GHOST_ALPHA = 0.6;
    private static final double VISIBLE_RAD = 0.005;

    private final List<Arm> arms;
    private final Supplier<ControlSnapshot> now;

    /// One arm of the station.
    private record Arm(ArmSide side, ArmSetup setup, RobotModel model) {}

    private LiveScene(List<Arm> arms, Supplier<ControlSnapshot> now) {
        this.arms = List.copyOf(arms);
        this.now = now;
    }

    /// {@return the scene of a station; empty when none of its arms is described}
    ///
    /// @param setup where its arms are
    /// @param descriptions built-in robots by `DESCRIPTION/ARM`
    /// @param now what the control loop said last
    static Optional<LiveScene> of(
            StationSetup setup, Map<String, Supplier<RobotModel>> descriptions, Supplier<ControlSnapshot> now) {
        List<Arm> arms = new ArrayList<>();
        for (ArmSetup arm : setup.arms()) {
            Supplier<RobotModel> description = descriptions.get(arm.description() + "/" + arm.name());
            for (ArmSide side : ArmSide.values()) {
                if (description != null && side.word().equals(arm.name())) {
                    arms.add(new Arm(side, arm, description.get()));
                }
            }
        }
        return arms.isEmpty() ? Optional.empty() : Optional.of(new LiveScene(arms, now));
    }

    /// {@return a number that changes when an arm has visibly moved}
    ///
    /// @param snapshot what the control loop said
    public static int pose(ControlSnapshot snapshot) {
        int hash = 0;
        for (ArmSnapshot arm : List.of(snapshot.left(), snapshot.right())) {
            for (List<Double> joints : List.of(arm.leaderRad(), arm.followerRad())) {
                for (double positionRad : joints) {
                    hash = 31 * hash + (int) Math.rint(positionRad / VISIBLE_RAD);
                }
            }
        }
        return hash;
    }

    @Override
    public SceneFrame at(long tickNanos, int row, Layers layers) {
        ControlSnapshot snapshot = now.get();
        SceneFrame.Builder frame = SceneFrame.builder();
        for (Arm arm : arms) {
            ArmSnapshot pose = switch (arm.side()) {
                case LEFT -> snapshot.left();
                case RIGHT -> snapshot.right();
            };
            Colour hue = switch (arm.side()) {
                case LEFT -> Colour.ARM_LEFT;
                case RIGHT -> Colour.ARM_RIGHT;
            };
            frame.robot(robot(arm, pose.jointNames(), pose.followerRad(), RobotLook.SOLID));
            if (!pose.worstJoint().isEmpty()) {
                frame.robot(robot(arm, pose.jointNames(), pose.leaderRad(), RobotLook.ghost(hue, GHOST_ALPHA)));
            }
        }
        return frame.build();
    }

    private static SceneRobot robot(Arm arm, List<String> names, List<Double> positionsRad, RobotLook look) {
        Map<String, Double> joints = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), positionsRad.size()); i++) {
            if (Double.isFinite(positionsRad.get(i))) {
                joints.put(names.get(i), positionsRad.get(i));
            }
        }
        return SceneRobot.at(arm.model(), arm.setup().worldFromBase(), joints, look);
    }
}
