package org.telescribe.devices.emulator.physics;

import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchObjects;

/// Whether the bench's task is done: the red block in the bowl and the blue one on the pad, both let go
/// and at rest. docs/bench-physics.md says the limits in words.
///
/// @param redInBowl whether the red block is in the bowl
/// @param blueOnPad whether the blue block is on the pad
public record BenchOutcome(boolean redInBowl, boolean blueOnPad) {
    /// How far the middle of a block in the bowl may be from the bowl's, metres.
    public static final double BOWL_REACH_METRES = 0.040;
    /// How far the middle of a block on the pad may be from the pad's, along X and along Y, metres.
    public static final double PAD_REACH_METRES = 0.060;
    /// How fast a block at rest may move, metres per second.
    public static final double REST_METRES_PER_S = 0.01;
    /// How fast a block at rest may turn, radians per second.
    public static final double REST_RAD_PER_S = 0.2;
    /// Height of the middle of a block in the bowl, lowest, metres.
    public static final double BOWL_LOWEST_METRES = 0.015;
    /// Height of the middle of a block in the bowl, highest, metres.
    public static final double BOWL_HIGHEST_METRES = 0.060;
    /// Height of the middle of a block on the pad, lowest, metres.
    public static final double PAD_LOWEST_METRES = 0.015;
    /// Height of the middle of a block on the pad, highest, metres.
    public static final double PAD_HIGHEST_METRES = 0.040;

    /// {@return what a state shows}
    ///
    /// @param state any state of a bench world
    public static BenchOutcome of(BenchWorldState state) {
        return new BenchOutcome(
                isInBowl(state.block(BenchBlock.RED), state.objects().bowl()),
                isOnPad(state.block(BenchBlock.BLUE), state.objects().pad()));
    }

    /// {@return whether the whole task is done}
    public boolean isDone() {
        return redInBowl && blueOnPad;
    }

    private static boolean isInBowl(BenchWorldState.Block block, BenchObjects.Place bowl) {
        Pose at = block.benchFromBlock();
        double away = Math.hypot(at.xMetres() - bowl.xMetres(), at.yMetres() - bowl.yMetres());
        return isAtRest(block)
                && away <= BOWL_REACH_METRES
                && at.zMetres() >= BOWL_LOWEST_METRES
                && at.zMetres() <= BOWL_HIGHEST_METRES;
    }

    private static boolean isOnPad(BenchWorldState.Block block, BenchObjects.Place pad) {
        Pose at = block.benchFromBlock();
        return isAtRest(block)
                && Math.abs(at.xMetres() - pad.xMetres()) <= PAD_REACH_METRES
                && Math.abs(at.yMetres() - pad.yMetres()) <= PAD_REACH_METRES
                && at.zMetres() >= PAD_LOWEST_METRES
                && at.zMetres() <= PAD_HIGHEST_METRES;
    }

    private static boolean isAtRest(BenchWorldState.Block block) {
        return block.heldBy() == null
                && block.speedMetresPerS() <= REST_METRES_PER_S
                && block.turningRadPerS() <= REST_RAD_PER_S;
    }
}
