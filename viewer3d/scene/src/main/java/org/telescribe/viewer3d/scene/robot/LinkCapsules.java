package org.telescribe.viewer3d.scene.robot;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescription;
import org.telescribe.devices.core.robot.RobotJoint;
import org.telescribe.viewer3d.scene.colour.Colour;

/// Stand-ins for links whose mesh is missing: a capsule to each joint that hangs on the link, or a small
/// sphere.
final class LinkCapsules {
    private static final double SHORTEST_METRES = 0.005;
    private static final double THINNEST_METRES = 0.006;
    private static final double THICKEST_METRES = 0.03;

    private LinkCapsules() {}

    static List<LinkVisual> of(RobotDescription robot, String link, Colour colour) {
        List<LinkVisual> capsules = new ArrayList<>();
        for (RobotJoint joint : robot.joints()) {
            if (joint.parentLink().equals(link)) {
                Pose to = joint.parentFromJoint();
                double length = Math.sqrt(
                        to.xMetres() * to.xMetres() + to.yMetres() * to.yMetres() + to.zMetres() * to.zMetres());
                if (length > SHORTEST_METRES) {
                    double radius = Math.max(THINNEST_METRES, Math.min(THICKEST_METRES, length / 7));
                    capsules.add(new LinkVisual(
                            link,
                            between(0, 0, 0, to.xMetres(), to.yMetres(), to.zMetres()),
                            new VisualShape.Capsule(radius, length),
                            colour));
                }
            }
        }
        if (capsules.isEmpty()) {
            capsules.add(new LinkVisual(link, Pose.IDENTITY, new VisualShape.Sphere(2 * THINNEST_METRES), colour));
        }
        return capsules;
    }

    /// {@return a frame in the middle of two points whose Z points from the first to the second}
    static Pose between(double ax, double ay, double az, double bx, double by, double bz) {
        Pose turn = turningZTo(bx - ax, by - ay, bz - az);
        return Pose.translation((ax + bx) / 2, (ay + by) / 2, (az + bz) / 2).times(turn);
    }

    /// {@return the shortest turn that brings Z to a direction}
    static Pose turningZTo(double x, double y, double z) {
        double aside = Math.hypot(x, y);
        double angle = Math.atan2(aside, z);
        if (aside < 1e-12) {
            return z < 0 ? Pose.rotation(1, 0, 0, Math.PI) : Pose.IDENTITY;
        }
        return Pose.rotation(-y, x, 0, angle);
    }
}
