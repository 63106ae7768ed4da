package org.telescribe.devices.emulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.motion.ScriptedTask;
import org.telescribe.devices.emulator.motion.TwoArmMotion;

class ScriptedTaskOnBenchTest {
    private static final int SEEDS = 10;

    private final BenchArms arms = new BenchArms();

    @Test
    void theScriptedHandsDoTheTaskForAtLeastNineOfTenSeeds() {
        int done = 0;
        StringBuilder failures = new StringBuilder();
        try (BenchWorld world = new BenchWorld(arms, 0)) {
            for (long seed = 100; seed < 100 + SEEDS; seed++) {
                BenchWorldState end = Runs.scripted(world, arms, seed);
                if (BenchOutcome.of(end).isDone()) {
                    done++;
                } else {
                    failures.append("seed %d: %s%n".formatted(seed, end.blocks()));
                }
            }
        }
        assertTrue(done >= SEEDS - 1, failures.toString());
    }

    @Test
    void theTaskIsNotDoneWhenNobodyMoves() {
        try (BenchWorld world = new BenchWorld(arms, 3)) {
            for (int i = 0; i < 500; i++) {
                world.step(arms.restRad(), arms.restRad());
            }
            BenchOutcome outcome = BenchOutcome.of(world.state());
            assertFalse(outcome.redInBowl());
            assertFalse(outcome.blueOnPad());
        }
    }

    @Test
    void jointsFollowTheirTargetsCloselyInMotionAndArriveAtRest() {
        long seed = 4;
        try (BenchWorld world = new BenchWorld(arms, seed)) {
            TwoArmMotion motion = ScriptedTask.of(arms, BenchObjects.of(seed), seed);
            double[] leftRad = new double[ArmBody.JOINTS];
            double[] rightRad = new double[ArmBody.JOINTS];
            double[] measuredRad = new double[ArmBody.JOINTS];
            double worstRad = 0;
            double squares = 0;
            long count = 0;
            while (world.simulatedNanos() < motion.left().durationNanos() - 1) {
                Runs.read(motion.left(), world.simulatedNanos(), leftRad);
                Runs.read(motion.right(), world.simulatedNanos(), rightRad);
                world.step(leftRad, rightRad);
                world.readJoints(ArmSide.LEFT, measuredRad);
                for (int joint = 0; joint < ArmBody.GRIPPER; joint++) {
                    double errorRad = Math.abs(measuredRad[joint] - leftRad[joint]);
                    worstRad = Math.max(worstRad, errorRad);
                    squares += errorRad * errorRad;
                    count++;
                }
            }
            double rmsRad = Math.sqrt(squares / count);
            assertTrue(worstRad < 0.04, "worst %.4f rad".formatted(worstRad));
            assertTrue(rmsRad < 0.010, "root mean square %.4f rad".formatted(rmsRad));
            for (int joint = 0; joint < ArmBody.JOINTS; joint++) {
                assertEquals(leftRad[joint], measuredRad[joint], 0.003, "joint " + joint + " at rest");
            }
        }
    }

    @Test
    void theGraspJointHoldsWhileTheFingersAreClosedAndEndsWhenTheyOpen() {
        BenchObjects objects = BenchObjects.of(2);
        double[] rest = arms.restRad();
        double x = objects.red().xMetres();
        double y = objects.red().yMetres();
        try (BenchWorld world = new BenchWorld(arms, 2)) {
            go(world, arms.reachDown(ArmSide.LEFT, x, y, 0.12, 0, 1.0), rest, 500);
            go(world, arms.reachDown(ArmSide.LEFT, x, y, 0.022, 0, 1.0), rest, 500);
            assertNull(world.state().block(BenchBlock.RED).heldBy(), "an open hand holds nothing");
            go(world, arms.reachDown(ArmSide.LEFT, x, y, 0.022, 0, 0.38), rest, 300);
            assertEquals(ArmSide.LEFT, world.state().block(BenchBlock.RED).heldBy());
            assertTrue(world.state().contacts().size() >= 2, "both fingers touch it");
            go(world, arms.reachDown(ArmSide.LEFT, x, y, 0.12, 0, 0.38), rest, 500);
            double liftedMetres =
                    world.state().block(BenchBlock.RED).benchFromBlock().zMetres();
            assertTrue(liftedMetres > 0.10, "lifted to %.3f m".formatted(liftedMetres));
            go(world, arms.reachDown(ArmSide.LEFT, x, y, 0.12, 0, 1.0), rest, 600);
            assertNull(world.state().block(BenchBlock.RED).heldBy());
            assertEquals(
                    0.02, world.state().block(BenchBlock.RED).benchFromBlock().zMetres(), 0.012);
        }
    }

    private static void go(BenchWorld world, double[] leftRad, double[] rightRad, int steps) {
        for (int i = 0; i < steps; i++) {
            world.step(leftRad, rightRad);
        }
    }
}
