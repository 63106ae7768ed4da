package org.telescribe.devices.emulator.motion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.joint.JointLimit;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescription;
import org.telescribe.devices.core.robot.RobotDescriptionException;
import org.telescribe.devices.core.robot.RobotJoint;
import org.telescribe.devices.core.robot.UrdfReader;

/// The arm of the built-in bench: joints, limits, where two of them stand, and which angles reach a
/// point. The bench's frame has X from the left arm to the right one, Y away from the onlooker, Z up,
/// its origin on the table between the arms; the arms face each other.
public final class BenchArm {
    /// From the bench's origin to each arm's base, metres.
    public static final double BASE_DISTANCE_METRES = 0.45;

    private static final String RESOURCE = "/org/telescribe/devices/emulator/bench_arm.urdf";
    private static final List<String> JOINTS =
            List.of("waist", "shoulder", "elbow", "forearm_roll", "wrist_angle", "wrist_rotate", "gripper");
    private static final double SPEED_RAD_PER_S = 3.2;
    private static final double GRIPPER_SPEED_RAD_PER_S = 6.0;
    private static final double ACCELERATION_RAD_PER_S2 = 40;
    private static final double GRIPPER_ACCELERATION_RAD_PER_S2 = 120;

    private static final double SHOULDER_HEIGHT_METRES = 0.13;
    private static final double UPPER_FORWARD_METRES = 0.06;
    private static final double UPPER_UP_METRES = 0.30;
    private static final double FOREARM_METRES = 0.30;
    private static final double WRIST_TO_TIP_METRES = 0.20;

    private BenchArm() {}

    /// {@return the arm's links and joints}
    public static RobotDescription description() {
        try (InputStream in = BenchArm.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program's own file %s is missing".formatted(RESOURCE));
            }
            return new UrdfReader().read(in, RESOURCE);
        } catch (RobotDescriptionException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    /// {@return the seven joints, in the order of the servos, with their limits}
    public static ArmLayout layout() {
        RobotDescription description = description();
        return new ArmLayout(
                JOINTS.stream().map(name -> joint(description, name)).toList());
    }

    private static ArmJoint joint(RobotDescription description, String name) {
        RobotJoint joint = description.joint(name);
        if (joint == null) {
            throw new IllegalStateException("the bench arm has no joint " + name);
        }
        boolean gripper = name.equals("gripper");
        return new ArmJoint(
                name,
                new JointLimit(
                        joint.lower(),
                        joint.upper(),
                        gripper ? GRIPPER_SPEED_RAD_PER_S : SPEED_RAD_PER_S,
                        gripper ? GRIPPER_ACCELERATION_RAD_PER_S2 : ACCELERATION_RAD_PER_S2));
    }

    /// {@return the pose in which a task starts and ends, radians, in the order of the layout}
    public static double[] restRad() {
        return new double[] {0, -0.96, 1.16, 0, -0.30, 0, 0.10};
    }

    /// {@return where an arm stands}
    ///
    /// @param side which arm
    public static Pose benchFromBase(ArmSide side) {
        return side == ArmSide.LEFT
                ? Pose.translation(-BASE_DISTANCE_METRES, 0, 0)
                : Pose.ofRollPitchYaw(0, 0, Math.PI, BASE_DISTANCE_METRES, 0, 0);
    }

    /// Finds the angles that bring the tip to a point, elbow up, without rolling the forearm.
    ///
    /// @param side which arm
    /// @param xMetres the tip, bench frame
    /// @param yMetres the tip, bench frame
    /// @param zMetres the tip, bench frame
    /// @param pitchRad how far the hand points down: 0 is level, a quarter turn is straight down
    /// @param rotateRad turn of the hand about its own axis
    /// @param gripperRad gripper
    /// @return seven angles in the order of the layout, radians
    /// @throws IllegalArgumentException when the arm is too short
    public static double[] reach(
            ArmSide side,
            double xMetres,
            double yMetres,
            double zMetres,
            double pitchRad,
            double rotateRad,
            double gripperRad) {
        double forward = BASE_DISTANCE_METRES + (side == ArmSide.LEFT ? xMetres : -xMetres);
        double sideways = side == ArmSide.LEFT ? yMetres : -yMetres;
        double wristForward = Math.hypot(forward, sideways) - WRIST_TO_TIP_METRES * Math.cos(pitchRad);
        double wristUp = zMetres + WRIST_TO_TIP_METRES * Math.sin(pitchRad) - SHOULDER_HEIGHT_METRES;
        double distance = Math.hypot(wristForward, wristUp);
        double upper = Math.hypot(UPPER_FORWARD_METRES, UPPER_UP_METRES);
        double cosine =
                (upper * upper + distance * distance - FOREARM_METRES * FOREARM_METRES) / (2 * upper * distance);
        if (!(Math.abs(cosine) <= 1)) {
            throw new IllegalArgumentException(
                    "the %s arm cannot reach (%.3f, %.3f, %.3f) m".formatted(side.word(), xMetres, yMetres, zMetres));
        }
        double upperAngle = Math.atan2(wristUp, wristForward) + Math.acos(cosine);
        double shoulder = Math.atan2(UPPER_UP_METRES, UPPER_FORWARD_METRES) - upperAngle;
        double forearmAngle =
                Math.atan2(wristUp - upper * Math.sin(upperAngle), wristForward - upper * Math.cos(upperAngle));
        double elbow = -forearmAngle - shoulder;
        return new double[] {
            Math.atan2(sideways, forward), shoulder, elbow, 0, pitchRad - shoulder - elbow, rotateRad, gripperRad
        };
    }
}
