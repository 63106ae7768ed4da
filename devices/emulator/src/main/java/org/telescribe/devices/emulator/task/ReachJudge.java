package org.telescribe.devices.emulator.task;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.physics.BenchBlock;
import org.telescribe.devices.emulator.physics.BenchWorldState;

/// Says whether a [ReachTask] is done, from the states of a world one after the other.
///
/// Done: the tool of the named arm has been over the named block, at most [#REACH_METRES] beside
/// its middle and [#LOWEST_METRES] to [#HIGHEST_METRES] over the table, for [#STAY_NANOS] without a
/// break. Failed: before that, a block was moved by more than [#MOVED_METRES] or the tool of the
/// other arm by more than [#OTHER_METRES].
public final class ReachJudge {
    /// How far the tool may be beside the block's middle, seen from above, metres.
    public static final double REACH_METRES = 0.030;
    /// Lowest height of the tool over the table, metres.
    public static final double LOWEST_METRES = 0.045;
    /// Greatest height of the tool over the table, metres.
    public static final double HIGHEST_METRES = 0.100;
    /// How long it must stay, simulated nanoseconds.
    public static final long STAY_NANOS = 300_000_000L;
    /// How far a block may be moved, metres.
    public static final double MOVED_METRES = 0.015;
    /// How far the other arm's tool may be moved, metres.
    public static final double OTHER_METRES = 0.080;

    private final BenchArms arms;
    private final ReachTask task;
    private final BenchWorldState start;
    private final Pose otherStart;
    private long overSinceNanos = -1;
    private ReachOutcome outcome = new ReachOutcome.Running();
    private double besideMetres;

    /// A judge of one attempt.
    ///
    /// @param arms the bench's arms
    /// @param task what is to be done
    /// @param start the world at its beginning
    public ReachJudge(BenchArms arms, ReachTask task, BenchWorldState start) {
        this.arms = arms;
        this.task = task;
        this.start = start;
        this.otherStart = tool(other(task.side()), start);
    }

    /// Looks at the next state. What is done or failed stays so.
    ///
    /// @param state the world some time later
    /// @return how it stands
    public ReachOutcome look(BenchWorldState state) {
        if (outcome instanceof ReachOutcome.Running) {
            outcome = judged(state);
        }
        return outcome;
    }

    /// {@return how far the tool was beside the block when last looked at, metres}
    public double besideMetres() {
        return besideMetres;
    }

    private ReachOutcome judged(BenchWorldState state) {
        Pose tool = tool(task.side(), state);
        Pose block = state.block(task.block()).benchFromBlock();
        besideMetres = Math.hypot(tool.xMetres() - block.xMetres(), tool.yMetres() - block.yMetres());
        for (BenchBlock each : BenchBlock.values()) {
            double moved =
                    metres(state.block(each).benchFromBlock(), start.block(each).benchFromBlock());
            if (moved > MOVED_METRES) {
                return new ReachOutcome.Failed("the %s block was moved by %.0f mm"
                        .formatted(each.name().toLowerCase(Locale.ROOT), 1000 * moved));
            }
        }
        ArmSide other = other(task.side());
        double otherMoved = metres(tool(other, state), otherStart);
        if (otherMoved > OTHER_METRES) {
            return new ReachOutcome.Failed("the %s arm moved by %.0f mm".formatted(other.word(), 1000 * otherMoved));
        }
        boolean over =
                besideMetres <= REACH_METRES && tool.zMetres() >= LOWEST_METRES && tool.zMetres() <= HIGHEST_METRES;
        if (!over) {
            overSinceNanos = -1;
            return outcome;
        }
        if (overSinceNanos < 0) {
            overSinceNanos = state.simulatedNanos();
        }
        return state.simulatedNanos() - overSinceNanos >= STAY_NANOS ? new ReachOutcome.Done() : outcome;
    }

    private Pose tool(ArmSide side, BenchWorldState state) {
        List<Double> joints = state.arm(side).jointRad();
        double[] jointRad = joints.stream().mapToDouble(Double::doubleValue).toArray();
        return Objects.requireNonNull(arms.benchFromLinks(side, jointRad).get("tool"), "tool");
    }

    private static double metres(Pose a, Pose b) {
        return Math.hypot(Math.hypot(a.xMetres() - b.xMetres(), a.yMetres() - b.yMetres()), a.zMetres() - b.zMetres());
    }

    private static ArmSide other(ArmSide side) {
        return side == ArmSide.LEFT ? ArmSide.RIGHT : ArmSide.LEFT;
    }
}
