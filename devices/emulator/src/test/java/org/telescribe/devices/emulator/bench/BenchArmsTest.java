package org.telescribe.devices.emulator.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;

class BenchArmsTest {
    private final BenchArms arms = new BenchArms();

    @ParameterizedTest
    @EnumSource(ArmSide.class)
    void inverseKinematicsBringTheToolWhereItWasAsked(ArmSide side) {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            double sign = side == ArmSide.LEFT ? -1 : 1;
            double x = sign * (0.02 + 0.18 * random.nextDouble());
            double y = -0.2 + 0.4 * random.nextDouble();
            double z = 0.02 + 0.12 * random.nextDouble();
            double[] joints = arms.reachDown(side, x, y, z, 0, 0.5);
            Pose tool = Objects.requireNonNull(arms.benchFromLinks(side, joints).get("tool"));
            assertEquals(x, tool.xMetres(), 1e-9, "seed " + seed);
            assertEquals(y, tool.yMetres(), 1e-9, "seed " + seed);
            assertEquals(z, tool.zMetres(), 1e-9, "seed " + seed);
            assertEquals(-1, tool.r20(), 1e-9, "the tool points straight down, seed " + seed);
        }
    }

    @Test
    void pointBeyondReachIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> arms.reachDown(ArmSide.LEFT, 0.9, 0, 0.02, 0, 0.5));
    }

    @Test
    void blockGoesWithTheClosedGripperAndStaysWhereItOpens() {
        BenchObjects objects = BenchObjects.of(1);
        BenchScene scene = new BenchScene(arms, objects);
        double[] rest = arms.restRad();
        double[] open = arms.reachDown(
                ArmSide.LEFT, objects.red().xMetres(), objects.red().yMetres(), 0.022, 0, 1.0);
        double[] closed = open.clone();
        closed[6] = 0.3;
        scene.at(open, rest);
        scene.at(closed, rest);
        double[] away = arms.reachDown(
                ArmSide.LEFT, objects.bowl().xMetres(), objects.bowl().yMetres(), 0.1, 0, 0.3);
        BenchScene.SeenBlock carried = scene.at(away, rest).blocks().getFirst();
        assertEquals(objects.bowl().xMetres(), carried.xMetres(), 1e-6);
        assertEquals(0.1, carried.zMetres(), 1e-6);
        away[6] = 1.0;
        BenchScene.SeenBlock dropped = scene.at(away, rest).blocks().getFirst();
        assertEquals(0.032, dropped.zMetres(), 1e-9);
        scene.putBack();
        assertEquals(
                objects.red().xMetres(),
                scene.at(rest, rest).blocks().getFirst().xMetres(),
                1e-9);
    }
}
