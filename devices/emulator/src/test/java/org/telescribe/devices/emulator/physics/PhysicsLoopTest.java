package org.telescribe.devices.emulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.servo.ArmMechanics;

class PhysicsLoopTest {
    private static final double FAST_RAD_PER_S = 11;

    private final BenchArms arms = new BenchArms();
    private final SteppedClock clock = new SteppedClock(5_000_000_000L);
    private final PhysicsLoop loop = new PhysicsLoop(arms, BenchObjects.of(3));

    @AfterEach
    void free() {
        loop.onClose();
    }

    private void run(double seconds) {
        long untilNanos = clock.nanoTime() + Math.round(seconds * 1e9);
        while (clock.nanoTime() < untilNanos) {
            long nextNanos = loop.doWork(clock.nanoTime());
            clock.advance(nextNanos - clock.nanoTime());
        }
    }

    private void command(ArmSide side, boolean torque, double[] goalRad, double speedRadPerS) {
        ArmMechanics arm = loop.arm(side);
        for (int joint = 0; joint < goalRad.length; joint++) {
            arm.command(joint, torque, goalRad[joint], speedRadPerS);
        }
    }

    private BenchWorldState state() {
        BenchWorldState state = loop.state();
        assertNotNull(state);
        return state;
    }

    @Test
    void aServosGoalMovesItsOwnArmAloneAndItsPositionComesBack() {
        double[] rest = arms.restRad();
        double[] goal = rest.clone();
        goal[0] = 0.4;
        assertEquals(rest[1], loop.arm(ArmSide.LEFT).positionRad(1), 1e-12, "known before the first step");
        command(ArmSide.LEFT, true, goal, FAST_RAD_PER_S);
        run(1);
        assertEquals(0.4, loop.arm(ArmSide.LEFT).positionRad(0), 0.002);
        assertEquals(0, loop.arm(ArmSide.LEFT).velocityRadPerS(0), 0.02);
        assertEquals(rest[0], loop.arm(ArmSide.RIGHT).positionRad(0), 0.002);
    }

    @Test
    void simulatedTimeKeepsUpWithTheClock() {
        loop.doWork(clock.nanoTime());
        long beforeNanos = state().simulatedNanos();
        run(0.5);
        assertEquals(0.5, (state().simulatedNanos() - beforeNanos) / 1e9, 0.022);
        assertEquals(0, loop.skippedNanos());
    }

    @Test
    void aThreadThatWasAwayTooLongLeavesTheTimeOutAndSaysSo() {
        run(0.1);
        long beforeNanos = state().simulatedNanos();
        clock.advance(3_000_000_000L);
        run(0.1);
        assertTrue(state().simulatedNanos() - beforeNanos < 200_000_000L, "did not rush through what it missed");
        assertEquals(3, loop.skippedNanos() / 1e9, 0.005);
    }

    @Test
    void withoutTorqueAJointStaysAndWithALowSpeedLimitItGoesSlowly() {
        double[] goal = arms.restRad();
        goal[0] = 1;
        command(ArmSide.LEFT, false, goal, FAST_RAD_PER_S);
        run(0.5);
        assertEquals(0, loop.arm(ArmSide.LEFT).positionRad(0), 0.002);
        command(ArmSide.LEFT, true, goal, 0.5);
        run(1);
        assertEquals(0.5, loop.arm(ArmSide.LEFT).positionRad(0), 0.03);
    }

    @Test
    void puttingBackMovesTheBlocksAndNotTheArms() {
        run(0.02);
        double startMetres = state().block(BenchBlock.RED).benchFromBlock().xMetres();
        BenchWorldState.Block red = state().block(BenchBlock.RED);
        double y = red.benchFromBlock().yMetres();
        command(ArmSide.LEFT, true, arms.reachDown(ArmSide.LEFT, startMetres - 0.07, y, 0.02, 0, 0.2), FAST_RAD_PER_S);
        run(1);
        command(ArmSide.LEFT, true, arms.reachDown(ArmSide.LEFT, startMetres + 0.05, y, 0.02, 0, 0.2), FAST_RAD_PER_S);
        run(1);
        double pushedMetres = state().block(BenchBlock.RED).benchFromBlock().xMetres() - startMetres;
        assertTrue(Math.abs(pushedMetres) > 0.02, "an arm that goes through pushes it: %.3f m".formatted(pushedMetres));
        command(ArmSide.LEFT, true, arms.restRad(), FAST_RAD_PER_S);
        run(1.5);
        loop.askPutBack();
        run(0.1);
        assertEquals(startMetres, state().block(BenchBlock.RED).benchFromBlock().xMetres(), 0.001);
        assertEquals(arms.restRad()[1], loop.arm(ArmSide.LEFT).positionRad(1), 0.002);
    }
}
