package org.telescribe.app.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.physics.BenchWorldState;
import org.telescribe.devices.emulator.task.ReachJudge;
import org.telescribe.devices.emulator.task.ReachOutcome;
import org.telescribe.devices.emulator.task.ReachTask;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.control.message.ControlState;

/// One attempt of a policy on the bench in real time: start pose, arming, ramp, acting, the rule's
/// verdict.
public final class LiveRollout {
    private static final long LOOK_NANOS = 10_000_000L;
    private static final long ARMING_NANOS = 5_000_000_000L;

    private final LivePolicyBench bench;
    private final CheckedBundle bundle;
    private final BenchArms arms;
    private final SessionClock clock;
    private final DeadlineWait wait;

    /// How an attempt went.
    ///
    /// @param outcome what the rule says
    /// @param sentence the same in words
    /// @param nanos how long the policy acted
    public record Ended(ReachOutcome outcome, String sentence, long nanos) {}

    /// An attempt that has not begun.
    ///
    /// @param bench the open bench
    /// @param bundle the policy
    /// @param arms the bench's arms
    /// @param clock the session clock
    /// @param wait how the calling thread waits
    public LiveRollout(
            LivePolicyBench bench, CheckedBundle bundle, BenchArms arms, SessionClock clock, DeadlineWait wait) {
        this.bench = bench;
        this.bundle = bundle;
        this.arms = arms;
        this.clock = clock;
        this.wait = wait;
    }

    /// Turns the torque on and lets the arms follow the policy, which stands still until it is told
    /// what to do.
    ///
    /// @return why it may not; null when they follow
    public @Nullable String arm() {
        bench.loop().send(new ControlCommand.Arm());
        ControlSnapshot armed = await(ControlState.ARMED);
        if (armed.state() != ControlState.ARMED) {
            return refusal(armed);
        }
        List<String> outside = bundle.outsideStartPose(state(armed));
        if (!outside.isEmpty()) {
            return outside.getFirst() + " Bring the arm there first.";
        }
        bench.loop().send(new ControlCommand.Follow());
        ControlSnapshot following = await(ControlState.FOLLOWING);
        return following.state() == ControlState.FOLLOWING ? null : refusal(following);
    }

    private static String refusal(ControlSnapshot snapshot) {
        return snapshot.holdCause().whatHappened().isEmpty()
                ? "the arms did not get ready within 5 s (%s)".formatted(snapshot.state())
                : snapshot.holdCause().whatHappened();
    }

    private double[] state(ControlSnapshot snapshot) {
        List<Double> left = snapshot.left().followerRad();
        double[] inOrder = new double[bundle.manifest().state().size()];
        int[] places = bundle.stateOnStation();
        for (int channel = 0; channel < inOrder.length; channel++) {
            int place = places[channel];
            inOrder[channel] = place < left.size()
                    ? left.get(place)
                    : snapshot.right().followerRad().get(place - left.size());
        }
        return inOrder;
    }

    private ControlSnapshot await(ControlState wanted) {
        long untilNanos = clock.nanoTime() + ARMING_NANOS;
        ControlSnapshot snapshot = bench.loop().snapshot();
        while (snapshot.state() != wanted && clock.nanoTime() < untilNanos) {
            if (wanted == ControlState.ARMED && snapshot.state() == ControlState.IDLE) {
                bench.loop().send(new ControlCommand.Arm()); // the buses may not have answered at first
            }
            wait.waitUntil(clock.nanoTime() + LOOK_NANOS);
            snapshot = bench.loop().snapshot();
        }
        return snapshot;
    }

    /// Lets the policy act until the rule has spoken, the arms hold or time is up.
    ///
    /// @param task what the rule looks for
    /// @param instruction what the policy is told
    /// @param limitNanos how long at most
    /// @return how it went
    public Ended act(ReachTask task, String instruction, long limitNanos) {
        BenchWorldState begin = bench.state();
        if (begin == null) {
            throw new IllegalStateException("the bench has not begun to move");
        }
        ReachJudge judge = new ReachJudge(arms, task, begin);
        long startNanos = clock.nanoTime();
        bench.hands().instruct(instruction);
        ReachOutcome outcome = new ReachOutcome.Running();
        while (outcome instanceof ReachOutcome.Running && clock.nanoTime() - startNanos < limitNanos) {
            wait.waitUntil(clock.nanoTime() + LOOK_NANOS);
            BenchWorldState now = bench.state();
            if (now != null) {
                outcome = judge.look(now);
            }
            ControlSnapshot snapshot = bench.loop().snapshot();
            if (snapshot.state() == ControlState.HOLD) {
                return new Ended(
                        outcome, "HOLD: %s.".formatted(snapshot.holdCause().whatHappened()), since(startNanos));
            }
        }
        return new Ended(outcome, sentence(outcome, judge), since(startNanos));
    }

    private long since(long startNanos) {
        return clock.nanoTime() - startNanos;
    }

    private static String sentence(ReachOutcome outcome, ReachJudge judge) {
        return switch (outcome) {
            case ReachOutcome.Done _ -> "Done: the hand is over the block and stayed.";
            case ReachOutcome.Failed failed -> "Failed: %s.".formatted(failed.reason());
            case ReachOutcome.Running _ ->
                "Not done in time: the hand is %.0f mm beside the block.".formatted(1000 * judge.besideMetres());
        };
    }
}
