package org.telescribe.devices.emulator.camera;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescription;
import org.telescribe.devices.emulator.motion.BenchArm;

/// The look of one arm: rods and balls on its links.
final class ArmShape {
    private static final int BODY_RGB = 0x4A5058;
    private static final int JOINT_RGB = 0x2E3238;
    private static final int SHELL_RGB = 0xC9CDD2;
    private static final int FINGER_RGB = 0x23262B;
    private static final int LEFT_RGB = 0x3F8FD2;
    private static final int RIGHT_RGB = 0xE08A3C;

    private final RobotDescription description = BenchArm.description();
    private final List<String> jointNames =
            BenchArm.layout().joints().stream().map(ArmJoint::name).toList();
    private final Pose benchFromBase;
    private final int accentRgb;

    ArmShape(ArmSide side) {
        this.benchFromBase = BenchArm.benchFromBase(side);
        this.accentRgb = side == ArmSide.LEFT ? LEFT_RGB : RIGHT_RGB;
    }

    /// {@return pose of each link on the bench}
    Map<String, Pose> benchFromLinks(double[] positionsRad) {
        Map<String, Double> positions = new HashMap<>();
        for (int joint = 0; joint < jointNames.size(); joint++) {
            positions.put(jointNames.get(joint), positionsRad[joint]);
        }
        Map<String, Pose> links = new HashMap<>();
        description.rootFromLinks(positions).forEach((link, pose) -> links.put(link, benchFromBase.times(pose)));
        return links;
    }

    void addTo(List<Capsule> capsules, Map<String, Pose> links) {
        Pose base = pose(links, "base");
        add(capsules, base, -0.05, 0, 0.012, 0.05, 0, 0.012, 0.048, JOINT_RGB);
        add(capsules, base, 0, 0, 0.02, 0, 0, 0.07, 0.045, BODY_RGB);
        Pose turret = pose(links, "turret");
        add(capsules, turret, 0, 0, 0, 0, 0, 0.012, 0.047, SHELL_RGB);
        add(capsules, turret, 0, -0.038, 0.05, 0, 0.038, 0.05, 0.034, JOINT_RGB);
        Pose upper = pose(links, "upper_arm");
        add(capsules, upper, 0, -0.024, 0.02, 0, -0.024, 0.28, 0.016, SHELL_RGB);
        add(capsules, upper, 0, 0.024, 0.02, 0, 0.024, 0.28, 0.016, SHELL_RGB);
        add(capsules, upper, 0, -0.022, 0.29, 0.055, -0.022, 0.30, 0.018, BODY_RGB);
        add(capsules, upper, 0, 0.022, 0.29, 0.055, 0.022, 0.30, 0.018, BODY_RGB);
        Pose forearm = pose(links, "forearm");
        add(capsules, forearm, 0, -0.034, 0, 0, 0.034, 0, 0.029, JOINT_RGB);
        add(capsules, forearm, 0.03, 0, 0, 0.17, 0, 0, 0.024, SHELL_RGB);
        Pose tube = pose(links, "forearm_tube");
        add(capsules, tube, -0.012, 0, 0, -0.004, 0, 0, 0.0275, accentRgb);
        add(capsules, tube, 0.01, 0, 0, 0.08, 0, 0, 0.019, BODY_RGB);
        Pose wrist = pose(links, "wrist");
        add(capsules, wrist, 0, -0.024, 0, 0, 0.024, 0, 0.021, JOINT_RGB);
        add(capsules, wrist, 0.01, 0, 0, 0.055, 0, 0, 0.018, SHELL_RGB);
        addHand(capsules, links);
    }

    private void addHand(List<Capsule> capsules, Map<String, Pose> links) {
        Pose hand = pose(links, "hand");
        add(capsules, hand, 0, 0, 0, 0.02, 0, 0, 0.023, accentRgb);
        add(capsules, hand, 0.04, -0.038, 0, 0.04, 0.038, 0, 0.016, BODY_RGB);
        Pose left = pose(links, "left_finger");
        add(capsules, left, -0.015, 0.008, 0, 0.035, 0.006, 0, 0.0085, FINGER_RGB);
        add(capsules, left, 0.035, 0.004, 0, 0.068, 0.001, 0, 0.0065, FINGER_RGB);
        Pose right = pose(links, "right_finger");
        add(capsules, right, -0.015, -0.008, 0, 0.035, -0.006, 0, 0.0085, FINGER_RGB);
        add(capsules, right, 0.035, -0.004, 0, 0.068, -0.001, 0, 0.0065, FINGER_RGB);
    }

    static Pose pose(Map<String, Pose> links, String link) {
        Pose pose = links.get(link);
        if (pose == null) {
            throw new IllegalStateException("the bench arm has no link " + link);
        }
        return pose;
    }

    private static void add(
            List<Capsule> capsules,
            Pose link,
            double ax,
            double ay,
            double az,
            double bx,
            double by,
            double bz,
            double radiusMetres,
            int rgb) {
        Pose a = link.times(Pose.translation(ax, ay, az));
        Pose b = link.times(Pose.translation(bx, by, bz));
        capsules.add(new Capsule(
                a.xMetres(), a.yMetres(), a.zMetres(), b.xMetres(), b.yMetres(), b.zMetres(), radiusMetres, rgb));
    }
}
