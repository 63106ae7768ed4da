package org.telescribe.devices.emulator.physics;

import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.motion.MotionSource;
import org.telescribe.devices.emulator.motion.ScriptedTask;
import org.telescribe.devices.emulator.motion.TwoArmMotion;

/// Runs the scripted task on a world, straight from the hands to the servos.
final class Runs {
    private static final long SETTLE_NANOS = 500_000_000L;

    private Runs() {}

    static BenchWorldState scripted(BenchWorld world, BenchArms arms, long seed) {
        world.reset(seed);
        TwoArmMotion motion = ScriptedTask.of(arms, BenchObjects.of(seed), seed);
        long durationNanos = motion.left().durationNanos();
        double[] leftRad = new double[ArmBody.JOINTS];
        double[] rightRad = new double[ArmBody.JOINTS];
        while (world.simulatedNanos() < durationNanos + SETTLE_NANOS) {
            long atNanos = Math.min(world.simulatedNanos(), durationNanos - 1);
            read(motion.left(), atNanos, leftRad);
            read(motion.right(), atNanos, rightRad);
            world.step(leftRad, rightRad);
        }
        return world.state();
    }

    static void read(MotionSource motion, long atNanos, double[] intoRad) {
        for (int joint = 0; joint < intoRad.length; joint++) {
            intoRad[joint] = motion.positionRad(joint, atNanos);
        }
    }
}
