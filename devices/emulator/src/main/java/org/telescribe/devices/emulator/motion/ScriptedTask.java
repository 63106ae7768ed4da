package org.telescribe.devices.emulator.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.telescribe.devices.core.joint.ArmSide;

/// The built-in two-arm task: each hand takes the block on its side and drops it into the bowl in the
/// middle, the right one a little after the left. It starts and ends at rest, lasts the same whatever
/// the seed, and repeats.
///
/// @param scene what lies where
/// @param motion how the two hands move
public record ScriptedTask(BenchScene scene, TwoArmMotion motion) {
    /// How long the task takes.
    public static final long DURATION_NANOS = 11_000_000_000L;

    private static final double DOWN_RAD = Math.PI / 2;
    private static final double OPEN_RAD = 1.10;
    private static final double HELD_RAD = 0.28;
    private static final double ABOVE_METRES = 0.13;
    private static final double GRASP_METRES = 0.018;
    private static final double DROP_METRES = 0.12;
    private static final double BOWL_PITCH_RAD = 1.25;

    /// Makes a task.
    ///
    /// @param seed the same seed gives the same task; another one other places, paths and pauses
    /// @return the task
    public static ScriptedTask of(long seed) {
        BenchScene scene = BenchScene.scattered(seed);
        SplittableRandom random = new SplittableRandom(seed ^ 0x5DEECE66DL);
        double leftStart = random.nextDouble(0.35, 0.6);
        double rightStart = leftStart + random.nextDouble(1.5, 1.9);
        TwoArmMotion motion = new TwoArmMotion(
                arm(ArmSide.LEFT, scene, leftStart, random.split()),
                arm(ArmSide.RIGHT, scene, rightStart, random.split()));
        return new ScriptedTask(scene, motion);
    }

    private static MotionSource arm(ArmSide side, BenchScene scene, double startSeconds, SplittableRandom random) {
        boolean left = side == ArmSide.LEFT;
        double x = left ? scene.leftBlockXMetres() : scene.rightBlockXMetres();
        double y = left ? scene.leftBlockYMetres() : scene.rightBlockYMetres();
        double yaw = left ? scene.leftBlockYawRad() : scene.rightBlockYawRad();
        double rotate = handTurn(side, x, y, yaw);
        double bowlX = scene.bowlXMetres() + (left ? -0.012 : 0.012);
        double bowlY = scene.bowlYMetres();
        double lean = random.nextDouble(-0.12, 0.12);
        double[] rest = BenchArm.restRad();
        double[] above = BenchArm.reach(side, x, y, ABOVE_METRES, DOWN_RAD - 0.15, rotate, OPEN_RAD);
        above[3] += lean;
        double[] at = BenchArm.reach(side, x, y, GRASP_METRES, DOWN_RAD, rotate, OPEN_RAD);
        double[] held = at.clone();
        held[6] = HELD_RAD;
        double[] lifted = BenchArm.reach(side, x, y, ABOVE_METRES + 0.05, DOWN_RAD - 0.1, rotate * 0.7, HELD_RAD);
        lifted[3] -= lean;
        double[] over = BenchArm.reach(side, bowlX, bowlY, DROP_METRES + 0.08, BOWL_PITCH_RAD, 0.1, HELD_RAD);
        double[] drop = BenchArm.reach(side, bowlX, bowlY, DROP_METRES, BOWL_PITCH_RAD, 0.1, HELD_RAD);
        double[] released = drop.clone();
        released[6] = OPEN_RAD;
        double[] away = BenchArm.reach(side, bowlX, bowlY, DROP_METRES + 0.09, BOWL_PITCH_RAD - 0.2, 0, OPEN_RAD);

        Script script = new Script(rest, startSeconds, random);
        script.to(above, 1.25, 0.08).to(at, 0.80, 0.12).to(held, 0.45, 0.15).to(lifted, 0.75, 0.04);
        script.to(over, 1.15, 0.05)
                .to(drop, 0.50, 0.12)
                .to(released, 0.40, 0.18)
                .to(away, 0.50, 0.03);
        script.to(rest, 1.30, 0);
        return script.motion();
    }

    /// A hand that points down is turned so that its fingers close on two faces of the block.
    private static double handTurn(ArmSide side, double x, double y, double yaw) {
        double forward = BenchArm.BASE_DISTANCE_METRES + (side == ArmSide.LEFT ? x : -x);
        double waist = Math.atan2(side == ArmSide.LEFT ? y : -y, forward);
        return waist - yaw;
    }

    /// Poses one after the other, with a person's uneven pace.
    private static final class Script {
        private final List<double[]> poses = new ArrayList<>();
        private final List<Long> arrive = new ArrayList<>();
        private final List<Long> leave = new ArrayList<>();
        private final SplittableRandom random;
        private double atSeconds;

        Script(double[] rest, double startSeconds, SplittableRandom random) {
            this.random = random;
            poses.add(rest);
            arrive.add(0L);
            leave.add(nanos(startSeconds));
            atSeconds = startSeconds;
        }

        Script to(double[] pose, double travelSeconds, double pauseSeconds) {
            atSeconds += travelSeconds * random.nextDouble(0.95, 1.08);
            poses.add(pose);
            arrive.add(nanos(atSeconds));
            atSeconds += pauseSeconds * random.nextDouble(0.8, 1.4);
            leave.add(nanos(atSeconds));
            return this;
        }

        private static long nanos(double seconds) {
            return Math.round(seconds * 1e9);
        }

        MotionSource motion() {
            return new KeyframeMotion(
                    poses.toArray(double[][]::new),
                    arrive.stream().mapToLong(Long::longValue).toArray(),
                    leave.stream().mapToLong(Long::longValue).toArray(),
                    DURATION_NANOS,
                    random.nextDouble(0, 6));
        }
    }
}
