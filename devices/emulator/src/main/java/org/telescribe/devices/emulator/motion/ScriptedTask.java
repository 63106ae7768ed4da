package org.telescribe.devices.emulator.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;

/// The demonstration's task, done by two hands at once: the left arm puts the red block into the bowl,
/// the right arm puts the blue block onto the pad. Each reach has the bell-shaped speed of a human one,
/// between two of them the hands rest for a moment; another seed gives other blocks, heights, speeds
/// and pauses. Starts and ends at rest.
public final class ScriptedTask {
    private static final double OPEN_RAD = 1.0;
    private static final double CLOSED_RAD = 0.38;
    private static final double ABOVE_METRES = 0.11;
    private static final double GRASP_METRES = 0.022;
    private static final double RELEASE_METRES = 0.06;

    private ScriptedTask() {}

    /// {@return what the task is, a sentence}
    public static String sentence() {
        return "Put the RED block into the bowl with the LEFT arm and the BLUE block onto the pad with the RIGHT arm";
    }

    /// {@return the motion of both hands}
    ///
    /// @param arms the bench's arms
    /// @param objects where the blocks, the bowl and the pad are
    /// @param seed of speeds, heights and pauses
    public static TwoArmMotion of(BenchArms arms, BenchObjects objects, long seed) {
        Random random = new Random(seed);
        List<KeyPose> left = hand(arms, ArmSide.LEFT, objects.red(), objects.bowl(), random, 0.2);
        List<KeyPose> right =
                hand(arms, ArmSide.RIGHT, objects.blue(), objects.pad(), random, 0.7 + 0.5 * random.nextDouble());
        double seconds = Math.max(KeyPose.seconds(left), KeyPose.seconds(right));
        return new TwoArmMotion(new KeyPoseMotion(left, seconds), new KeyPoseMotion(right, seconds));
    }

    private static List<KeyPose> hand(
            BenchArms arms,
            ArmSide side,
            BenchObjects.Place from,
            BenchObjects.Place to,
            Random random,
            double waitSeconds) {
        double above = ABOVE_METRES + 0.03 * random.nextDouble();
        double turn = 0.3 * random.nextGaussian();
        List<KeyPose> poses = new ArrayList<>();
        poses.add(KeyPose.of(arms.restRad(), 0, waitSeconds));
        poses.add(reach(arms, side, from, above, turn, OPEN_RAD, 1.1, random));
        poses.add(reach(arms, side, from, GRASP_METRES, turn, OPEN_RAD, 0.7, random));
        poses.add(reach(arms, side, from, GRASP_METRES, turn, CLOSED_RAD, 0.35, random));
        poses.add(reach(arms, side, from, above, turn, CLOSED_RAD, 0.6, random));
        poses.add(reach(arms, side, to, above, 0, CLOSED_RAD, 1.0, random));
        poses.add(reach(arms, side, to, RELEASE_METRES, 0, CLOSED_RAD, 0.6, random));
        poses.add(reach(arms, side, to, RELEASE_METRES, 0, OPEN_RAD, 0.4, random));
        poses.add(reach(arms, side, to, above, 0, OPEN_RAD, 0.5, random));
        poses.add(KeyPose.of(arms.restRad(), 1.1 + 0.2 * random.nextDouble(), 0.3));
        return poses;
    }

    private static KeyPose reach(
            BenchArms arms,
            ArmSide side,
            BenchObjects.Place place,
            double heightMetres,
            double turnRad,
            double gripperRad,
            double seconds,
            Random random) {
        double[] joints = arms.reachDown(side, place.xMetres(), place.yMetres(), heightMetres, turnRad, gripperRad);
        double pace = 0.9 + 0.25 * random.nextDouble();
        double pause = 0.04 + 0.12 * random.nextDouble();
        return KeyPose.of(joints, seconds * pace, pause);
    }
}
