package org.telescribe.viewer3d.scene.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.path.EndEffectorPath;
import org.telescribe.viewer3d.scene.robot.LinkVisual;
import org.telescribe.viewer3d.scene.robot.RobotModel;

class BenchSetupTest {
    private final BenchSetup setup = new BenchSetup();
    private final BenchArms arms = new BenchArms();

    @ParameterizedTest
    @EnumSource(ArmSide.class)
    void armIsDrawnWhereTheEmulatorMovesIt(ArmSide side) {
        assertEquals(arms.layout().joints().stream().map(ArmJoint::name).toList(), setup.jointNames());
        long seed = 5;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            double[] joints = new double[7];
            for (int i = 0; i < 7; i++) {
                joints[i] = random.nextDouble() * 2 - 1;
            }
            Map<String, Pose> drawn = setup.sceneFromLinks(side, joints);
            Map<String, Pose> moved = arms.benchFromLinks(side, joints);
            assertEquals(moved, drawn, "seed " + seed);
            assertEquals(moved.get("tool"), setup.sceneFromTool(side, joints));
        }
    }

    @ParameterizedTest
    @EnumSource(ArmSide.class)
    void everyMovingLinkIsSeenAndTheArmHasItsHue(ArmSide side) {
        RobotModel arm = setup.arm(side);
        Set<String> seen = new HashSet<>();
        arm.visuals().forEach(visual -> seen.add(visual.link()));
        assertTrue(seen.containsAll(List.of(
                "base",
                "turret",
                "upper_arm",
                "forearm",
                "forearm_tube",
                "wrist",
                "hand",
                "left_finger",
                "right_finger")));
        Colour hue = side == ArmSide.LEFT ? Colour.ARM_LEFT : Colour.ARM_RIGHT;
        assertTrue(arm.visuals().stream()
                        .map(LinkVisual::colour)
                        .filter(hue::equals)
                        .count()
                >= 5);
        assertTrue(arm.triangleCount() > 3_000 && arm.triangleCount() < 9_500, arm.triangleCount() + " triangles");
    }

    @Test
    void closedFingersHoldABlockBetweenThem() {
        double[] joints = {0, 0, 0, 0, 0, 0, 0.33};
        Map<String, Pose> links = setup.sceneFromLinks(ArmSide.LEFT, joints);
        Pose left = links.get("left_finger");
        Pose right = links.get("right_finger");
        assertTrue(left != null && right != null);
        double gap = left.inverse().times(right).yMetres();
        assertEquals(-0.04, gap, 0.002, "the fingers' inner faces lie 40 mm apart, as wide as a block");
    }

    @Test
    void toolPathFollowsTheToolAndItsGripper() {
        double[][] joints = {{0, 0, 0, 0, 0, 0, 1.0}, {0.2, -0.3, 0.4, 0, 0.5, 0, 0.38}};
        EndEffectorPath path = setup.toolPath(ArmSide.RIGHT, new long[] {7, 9}, joints);
        Pose tool = setup.sceneFromTool(ArmSide.RIGHT, joints[1]);
        assertEquals(tool.xMetres(), path.xMetres(1), 1e-6);
        assertEquals(tool.yMetres(), path.yMetres(1), 1e-6);
        assertEquals(tool.zMetres(), path.zMetres(1), 1e-6);
        assertEquals(9, path.timeNanos(1));
        assertTrue(!path.gripperClosed(0) && path.gripperClosed(1));
    }
}
