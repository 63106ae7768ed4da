package org.telescribe.devices.emulator.task;

import java.util.Random;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;

/// A scripted pair of hands that does a [ReachTask]: straight through joint space at up to 1.5
/// rad/s, slower near the end; the other arm stays. Starts near the rest pose, never at the same
/// one. Its hands tremble a little, so that demonstrations also show the way back.
public final class ReachHand {
    private static final double TICK_SECONDS = 0.02;
    private static final double FASTEST_RAD_PER_S = 1.5;
    private static final double APPROACH_PER_S = 5;
    private static final double OPEN_RAD = 0.9;
    private static final double START_SPREAD_RAD = 0.14;
    private static final double GRIPPER_SPREAD_RAD = 0.08;
    private static final double TREMBLE_RAD = 0.03;
    private static final double TREMBLE_SECONDS = 0.25;
    private static final double THERE_RAD = 0.004;

    private final Random random;
    private final double[][] wishRad = new double[2][];
    private final double[][] targetRad = new double[2][];
    private final double[][] trembleRad = new double[2][];
    private final int gripper;

    /// Hands at their start pose.
    ///
    /// @param arms the bench's arms
    /// @param objects where things lie
    /// @param task what to do
    /// @param seed of the start pose and the tremble
    public ReachHand(BenchArms arms, BenchObjects objects, ReachTask task, long seed) {
        this.random = new Random(seed ^ 0xD1B54A32D192ED03L);
        this.gripper = arms.layout().size() - 1;
        for (ArmSide side : ArmSide.values()) {
            double[] start = arms.restRad();
            for (int joint = 0; joint < start.length; joint++) {
                double spread = joint == gripper ? GRIPPER_SPREAD_RAD : START_SPREAD_RAD;
                start[joint] += spread * (random.nextDouble() * 2 - 1);
            }
            wishRad[side.ordinal()] = start;
            targetRad[side.ordinal()] = start.clone();
            trembleRad[side.ordinal()] = new double[start.length];
        }
        BenchObjects.Place place = task.block().startPlace(objects);
        targetRad[task.side().ordinal()] =
                arms.reachDown(task.side(), place.xMetres(), place.yMetres(), ReachTask.HEIGHT_METRES, 0, OPEN_RAD);
    }

    /// Moves on by 20 ms.
    public void tick() {
        for (int side = 0; side < wishRad.length; side++) {
            double[] wish = wishRad[side];
            double[] target = targetRad[side];
            double farthest = 0;
            for (int joint = 0; joint < wish.length; joint++) {
                farthest = Math.max(farthest, Math.abs(target[joint] - wish[joint]));
            }
            double speed = Math.min(FASTEST_RAD_PER_S, APPROACH_PER_S * farthest);
            double share = farthest == 0 ? 0 : Math.min(1, speed * TICK_SECONDS / farthest);
            for (int joint = 0; joint < wish.length; joint++) {
                wish[joint] += share * (target[joint] - wish[joint]);
            }
            tremble(trembleRad[side]);
        }
    }

    private void tremble(double[] offsets) {
        double keep = Math.exp(-TICK_SECONDS / TREMBLE_SECONDS);
        double renew = TREMBLE_RAD * Math.sqrt(1 - keep * keep);
        for (int joint = 0; joint < gripper; joint++) {
            offsets[joint] = keep * offsets[joint] + renew * random.nextGaussian();
        }
    }

    /// {@return where an arm is meant to be, radians; a copy}
    ///
    /// @param side the arm
    public double[] wishRad(ArmSide side) {
        return wishRad[side.ordinal()].clone();
    }

    /// {@return where the hand sends the arm, tremble and all, radians; a copy}
    ///
    /// @param side the arm
    public double[] sentRad(ArmSide side) {
        double[] sent = wishRad[side.ordinal()].clone();
        for (int joint = 0; joint < sent.length; joint++) {
            sent[joint] += trembleRad[side.ordinal()][joint];
        }
        return sent;
    }

    /// {@return whether the hand has come to where it stays}
    public boolean isThere() {
        for (int side = 0; side < wishRad.length; side++) {
            for (int joint = 0; joint < wishRad[side].length; joint++) {
                if (Math.abs(targetRad[side][joint] - wishRad[side][joint]) > THERE_RAD) {
                    return false;
                }
            }
        }
        return true;
    }
}
