package org.telescribe.devices.emulator.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.joint.JointLimit;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescription;
import org.telescribe.devices.core.robot.RobotDescriptionException;
import org.telescribe.devices.core.robot.RobotJoint;
import org.telescribe.devices.core.robot.UrdfReader;

/// The bench's two arms: joints, where they stand, forward and inverse kinematics. The bench frame has
/// its origin in the middle of the table's surface, X from the robot's left arm to its right one, Y
/// away from the operator, Z up. Immutable.
public final class BenchArms {
    private static final String FILE = "bench_arm.urdf";
    private static final List<String> JOINTS =
            List.of("waist", "shoulder", "elbow", "forearm_roll", "wrist_angle", "wrist_rotate", "gripper");
    private static final double MAX_SPEED_RAD_PER_S = 4;
    private static final double MAX_ACCELERATION_RAD_PER_S2 = 200;
    private static final double BASE_DISTANCE_METRES = 0.45;
    private static final double SHOULDER_HEIGHT_METRES = 0.13;
    private static final double ELBOW_FORWARD_METRES = 0.05;
    private static final double ELBOW_UP_METRES = 0.30;
    private static final double FOREARM_METRES = 0.30;
    private static final double TOOL_METRES = 0.21;

    private final RobotDescription arm;
    private final ArmLayout layout;

    /// Reads the arm's description from the program's own files.
    public BenchArms() {
        try (InputStream in = Objects.requireNonNull(BenchArms.class.getResourceAsStream(FILE), FILE)) {
            this.arm = new UrdfReader().read(in, FILE);
        } catch (IOException | RobotDescriptionException broken) {
            throw new IllegalStateException("the program's own %s is broken; build it again".formatted(FILE), broken);
        }
        List<ArmJoint> joints = new ArrayList<>();
        for (String name : JOINTS) {
            RobotJoint joint = Objects.requireNonNull(arm.joint(name), name);
            joints.add(new ArmJoint(
                    name,
                    new JointLimit(joint.lower(), joint.upper(), MAX_SPEED_RAD_PER_S, MAX_ACCELERATION_RAD_PER_S2)));
        }
        this.layout = new ArmLayout(joints);
    }

    /// {@return joints of each arm: six and the gripper, in the order of their servos}
    public ArmLayout layout() {
        return layout;
    }

    /// {@return links and joints of each arm}
    public RobotDescription description() {
        return arm;
    }

    /// {@return pose of an arm's base in the bench frame}
    ///
    /// @param side the robot's side
    public Pose benchFromBase(ArmSide side) {
        return side == ArmSide.LEFT
                ? Pose.translation(-BASE_DISTANCE_METRES, 0, 0)
                : Pose.ofRollPitchYaw(0, 0, Math.PI, BASE_DISTANCE_METRES, 0, 0);
    }

    /// {@return poses of all links of an arm in the bench frame, by link name}
    ///
    /// @param side the robot's side
    /// @param jointRad joint positions in the order of the layout, radians
    public Map<String, Pose> benchFromLinks(ArmSide side, double[] jointRad) {
        Map<String, Double> positions = new HashMap<>();
        for (int i = 0; i < JOINTS.size(); i++) {
            positions.put(JOINTS.get(i), jointRad[i]);
        }
        Pose base = benchFromBase(side);
        Map<String, Pose> links = new HashMap<>();
        arm.rootFromLinks(positions).forEach((link, pose) -> links.put(link, base.times(pose)));
        return links;
    }

    /// {@return joint positions that bring the tool to a point from straight above, radians}
    ///
    /// @param side the robot's side
    /// @param xMetres bench frame
    /// @param yMetres bench frame
    /// @param zMetres bench frame
    /// @param turnRad turn of the gripper about the vertical, radians
    /// @param gripperRad opening of the gripper, radians
    public double[] reachDown(
            ArmSide side, double xMetres, double yMetres, double zMetres, double turnRad, double gripperRad) {
        Pose point = benchFromBase(side).inverse().times(Pose.translation(xMetres, yMetres, zMetres));
        double waist = Math.atan2(point.yMetres(), point.xMetres());
        double forward = Math.hypot(point.xMetres(), point.yMetres());
        double up = point.zMetres() + TOOL_METRES - SHOULDER_HEIGHT_METRES;
        double distance = Math.hypot(forward, up);
        double upper = Math.hypot(ELBOW_FORWARD_METRES, ELBOW_UP_METRES);
        double cosine =
                (upper * upper + distance * distance - FOREARM_METRES * FOREARM_METRES) / (2 * upper * distance);
        if (cosine > 1) {
            throw new IllegalArgumentException(
                    "the %s arm cannot reach (%.3f, %.3f, %.3f)".formatted(side.word(), xMetres, yMetres, zMetres));
        }
        double upperPolar = Math.atan2(up, forward) + Math.acos(cosine);
        double shoulder = Math.atan2(ELBOW_UP_METRES, ELBOW_FORWARD_METRES) - upperPolar;
        double forearmPolar = Math.atan2(up - upper * Math.sin(upperPolar), forward - upper * Math.cos(upperPolar));
        double elbow = -forearmPolar - shoulder;
        double wristAngle = Math.PI / 2 - (shoulder + elbow);
        return new double[] {waist, shoulder, elbow, 0, wristAngle, turnRad, gripperRad};
    }

    /// {@return joint positions at rest: folded over its own base, gripper half open, radians}
    public double[] restRad() {
        return new double[] {0, -0.75, 0.85, 0, 0.75, 0, 0.45};
    }
}
