package org.telescribe.viewer3d.scene.bench;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.mesh.SolidShapes;
import org.telescribe.viewer3d.scene.mesh.TriangleMesh;
import org.telescribe.viewer3d.scene.robot.LinkVisual;
import org.telescribe.viewer3d.scene.robot.VisualShape.Mesh;

/// The look of the bench arm: light shells with rounded rims, dark joints and feet, and the arm's hue on
/// rings, inlays and fingers. Lengths in metres, in each link's own frame.
final class BenchArmVisuals {
    private static final Colour SHELL = Colour.of255(214, 218, 223);
    private static final Colour JOINT = Colour.of255(50, 56, 64);
    private static final Colour FOOT = Colour.of255(66, 73, 82);
    private static final Colour RUBBER = Colour.of255(30, 33, 37);

    /// Turns a plate so that its length runs along Z and its thickness along Y.
    private static final Pose STANDING = new Pose(0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0);
    /// Turns a plate so that its length runs along X and its thickness along Y.
    private static final Pose LYING = new Pose(1, 0, 0, 0, 0, 1, 0, -1, 0, 0, 0, 0);
    /// Turns a cylinder so that it lies along X.
    private static final Pose ALONG_X = new Pose(0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0);

    private final List<LinkVisual> visuals = new ArrayList<>();
    private final Colour hue;

    private BenchArmVisuals(Colour hue) {
        this.hue = hue;
    }

    static List<LinkVisual> of(Colour hue) {
        BenchArmVisuals arm = new BenchArmVisuals(hue);
        arm.base();
        arm.turret();
        arm.upperArm();
        arm.forearm();
        arm.forearmTube();
        arm.wrist();
        arm.hand();
        arm.finger("left_finger", 1);
        arm.finger("right_finger", -1);
        return arm.visuals;
    }

    private void base() {
        add("base", box(0.176, 0.15, 0.014, 0.006), at(-0.008, 0, 0.007), FOOT);
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) == 0 ? -0.082 : 0.066;
            double y = (corner & 2) == 0 ? -0.062 : 0.062;
            add("base", SolidShapes.cylinder(0.007, 0.006, 6), at(x, y, 0.016), JOINT);
        }
        add("base", cylinder(0.062, 0.044, 0.006), at(0, 0, 0.034), SHELL);
        add("base", cylinder(0.0575, 0.008, 0.001), at(0, 0, 0.059), hue);
        add("base", cylinder(0.053, 0.018, 0.002), at(0, 0, 0.070), JOINT);
        add("base", box(0.05, 0.062, 0.036, 0.008), at(-0.066, 0, 0.032), JOINT);
    }

    private void turret() {
        add("turret", cylinder(0.056, 0.022, 0.005), at(0, 0, 0.013), SHELL);
        for (int side = -1; side <= 1; side += 2) {
            TriangleMesh cheek = SolidShapes.linkPlate(0.047, 0.037, 0.042, 0.017, 0.005);
            add("turret", cheek, at(0, side * 0.043, 0.008).times(STANDING), SHELL);
            add(
                    "turret",
                    cylinder(0.026, 0.006, 0.002),
                    at(0, side * 0.053, 0.05).times(sideways()),
                    JOINT);
        }
    }

    private void upperArm() {
        add("upper_arm", cylinder(0.0345, 0.066, 0.003), sideways(), JOINT);
        double length = Math.hypot(0.05, 0.30);
        Pose along = Pose.rotation(0, 1, 0, Math.atan2(0.05, 0.30));
        TriangleMesh beam = SolidShapes.linkPlate(0.034, 0.028, length, 0.048, 0.011);
        add("upper_arm", beam, along.times(STANDING), SHELL);
        TriangleMesh inlay = SolidShapes.linkPlate(0.0125, 0.0105, 0.13, 0.0496, 0.0012);
        add("upper_arm", inlay, along.times(at(0, 0, 0.088)).times(STANDING), hue);
        TriangleMesh cover = SolidShapes.linkPlate(0.0185, 0.0165, 0.142, 0.0488, 0.001);
        add("upper_arm", cover, along.times(at(0, 0, 0.082)).times(STANDING), JOINT);
    }

    private void forearm() {
        add("forearm", cylinder(0.0295, 0.052, 0.003), sideways(), JOINT);
        for (int side = -1; side <= 1; side += 2) {
            TriangleMesh cheek = SolidShapes.linkPlate(0.031, 0.024, 0.098, 0.013, 0.0045);
            add("forearm", cheek, at(0, side * 0.0325, 0).times(LYING), SHELL);
            add(
                    "forearm",
                    cylinder(0.021, 0.006, 0.002),
                    at(0, side * 0.0395, 0).times(sideways()),
                    JOINT);
        }
        add("forearm", box(0.116, 0.058, 0.05, 0.014), at(0.122, 0, 0), SHELL);
        add("forearm", box(0.062, 0.0592, 0.02, 0.004), at(0.132, 0, 0), JOINT);
        add("forearm", cylinder(0.0255, 0.024, 0.003), at(0.187, 0, 0).times(ALONG_X), JOINT);
    }

    private void forearmTube() {
        add("forearm_tube", cylinder(0.0255, 0.009, 0.0015), at(0.006, 0, 0).times(ALONG_X), hue);
        add("forearm_tube", cylinder(0.0235, 0.05, 0.004), at(0.034, 0, 0).times(ALONG_X), SHELL);
        for (int side = -1; side <= 1; side += 2) {
            TriangleMesh fork = SolidShapes.linkPlate(0.0205, 0.0195, 0.058, 0.0095, 0.0035);
            add("forearm_tube", fork, at(0.042, side * 0.0255, 0).times(LYING), SHELL);
            add(
                    "forearm_tube",
                    cylinder(0.013, 0.005, 0.0015),
                    at(0.10, side * 0.0305, 0).times(sideways()),
                    JOINT);
        }
        add("forearm_tube", box(0.018, 0.05, 0.036, 0.006), at(0.052, 0, 0), SHELL);
    }

    private void wrist() {
        add("wrist", cylinder(0.019, 0.041, 0.002), sideways(), JOINT);
        add("wrist", box(0.046, 0.038, 0.038, 0.009), at(0.030, 0, 0), SHELL);
        add("wrist", cylinder(0.0175, 0.016, 0.002), at(0.058, 0, 0).times(ALONG_X), JOINT);
    }

    private void hand() {
        add("hand", cylinder(0.0215, 0.008, 0.0015), at(0.002, 0, 0).times(ALONG_X), hue);
        add("hand", box(0.042, 0.084, 0.044, 0.012), at(0.026, 0, 0), SHELL);
        add("hand", box(0.016, 0.132, 0.026, 0.005), at(0.052, 0, 0), JOINT);
        add("hand", box(0.034, 0.018, 0.006, 0.002), at(-0.010, 0, 0.0245), JOINT);
        add("hand", box(0.006, 0.018, 0.050, 0.002), at(-0.052, 0, 0.048), JOINT);
        add("hand", box(0.048, 0.018, 0.006, 0.002), at(-0.031, 0, 0.0265), JOINT);
        Pose tilted = at(-0.048, 0, 0.075).times(Pose.rotation(0, 1, 0, Math.toRadians(24)));
        add("hand", box(0.018, 0.046, 0.022, 0.006), tilted, JOINT);
        add(
                "hand",
                cylinder(0.0075, 0.004, 0.001),
                tilted.times(at(0.009, 0, 0)).times(ALONG_X),
                RUBBER);
    }

    private void finger(String link, int side) {
        add(link, box(0.022, 0.024, 0.03, 0.005), at(0.002, side * 0.010, 0), JOINT);
        add(link, box(0.072, 0.0095, 0.020, 0.0035), at(0.040, side * 0.0045, 0), hue);
        add(link, box(0.030, 0.004, 0.0175, 0.0018), at(0.067, side * 0.0003, 0), RUBBER);
    }

    private void add(String link, TriangleMesh mesh, Pose linkFromVisual, Colour colour) {
        visuals.add(new LinkVisual(link, linkFromVisual, new Mesh(mesh), colour));
    }

    private static TriangleMesh box(double x, double y, double z, double radius) {
        return SolidShapes.roundedBox(x, y, z, radius, radius < 0.005 ? 1 : 2);
    }

    private static TriangleMesh cylinder(double radius, double length, double chamfer) {
        int sides = radius < 0.01 ? 10 : radius < 0.03 ? 18 : 24;
        return SolidShapes.chamferedCylinder(radius, length, chamfer, sides);
    }

    private static Pose at(double x, double y, double z) {
        return Pose.translation(x, y, z);
    }

    /// Turns a cylinder so that it lies along Y.
    private static Pose sideways() {
        return Pose.rotation(1, 0, 0, Math.PI / 2);
    }
}
