package org.telescribe.devices.emulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.bench.BenchObjects.Place;

class BenchOutcomeTest {
    private final BenchObjects objects = BenchObjects.of(5);
    private final Place bowl = objects.bowl();
    private final Place pad = objects.pad();

    private static BenchWorldState.Block block(
            BenchBlock which, double x, double y, double z, double speed, @Nullable ArmSide holder) {
        return new BenchWorldState.Block(which, Pose.translation(x, y, z), speed, 0, holder);
    }

    private BenchOutcome outcome(BenchWorldState.Block red, BenchWorldState.Block blue) {
        List<Double> zeros = Collections.nCopies(7, 0.0);
        BenchWorldState.Arm arm = new BenchWorldState.Arm(zeros, zeros);
        BenchWorldState.Block green = block(BenchBlock.GREEN, 0, 0, 0.02, 0, null);
        BenchWorldState.Block yellow = block(BenchBlock.YELLOW, 0.1, 0, 0.02, 0, null);
        return BenchOutcome.of(
                new BenchWorldState(0, objects, arm, arm, List.of(red, blue, green, yellow), List.of(), 0));
    }

    private BenchWorldState.Block redAt(double away, double z, double speed, @Nullable ArmSide holder) {
        return block(BenchBlock.RED, bowl.xMetres() + away, bowl.yMetres(), z, speed, holder);
    }

    private BenchWorldState.Block blueAt(double away, double z, double speed, @Nullable ArmSide holder) {
        return block(BenchBlock.BLUE, pad.xMetres(), pad.yMetres() - away, z, speed, holder);
    }

    @Test
    void isDoneWhenBothLieWhereTheyBelong() {
        assertEquals(
                new BenchOutcome(true, true), outcome(redAt(0.039, 0.028, 0, null), blueAt(0.059, 0.0225, 0, null)));
    }

    @Test
    void isNotDoneBesideTooHighTooLowMovingOrHeld() {
        BenchWorldState.Block good = blueAt(0, 0.0225, 0, null);
        assertEquals(new BenchOutcome(false, true), outcome(redAt(0.041, 0.028, 0, null), good), "beside the bowl");
        assertEquals(new BenchOutcome(false, true), outcome(redAt(0, 0.061, 0, null), good), "on the rim");
        assertEquals(new BenchOutcome(false, true), outcome(redAt(0, 0.014, 0, null), good), "through the table");
        assertEquals(new BenchOutcome(false, true), outcome(redAt(0, 0.028, 0.011, null), good), "moving");
        assertEquals(new BenchOutcome(false, true), outcome(redAt(0, 0.028, 0, ArmSide.LEFT), good), "held");
        BenchWorldState.Block red = redAt(0, 0.028, 0, null);
        assertEquals(new BenchOutcome(true, false), outcome(red, blueAt(0.061, 0.0225, 0, null)), "beside the pad");
        assertEquals(new BenchOutcome(true, false), outcome(red, blueAt(0, 0.0625, 0, null)), "on another block");
        assertEquals(new BenchOutcome(true, false), outcome(red, blueAt(0, 0.0225, 0, ArmSide.RIGHT)), "held");
    }
}
