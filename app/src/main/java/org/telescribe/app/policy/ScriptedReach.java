package org.telescribe.app.policy;

import org.telescribe.app.simulation.BenchPolicySetup;
import org.telescribe.app.simulation.RolloutEpisodes;
import org.telescribe.app.simulation.SimulatedBench;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.task.ReachHand;
import org.telescribe.devices.emulator.task.ReachJudge;
import org.telescribe.devices.emulator.task.ReachOutcome;
import org.telescribe.devices.emulator.task.ReachTask;

/// The scripted hands at the task of a start, recorded as an episode.
final class ScriptedReach {
    private static final int MOST_TICKS = 200;

    private ScriptedReach() {}

    static void perform(SimulatedBench bench, RolloutEpisodes episodes, long seed) {
        BenchObjects objects = BenchObjects.scattered(seed);
        bench.reset(objects);
        ReachTask task = ReachTask.ofSeed(bench.arms(), objects, seed);
        ReachHand hand = new ReachHand(bench.arms(), objects, task, seed);
        ReachJudge judge = new ReachJudge(bench.arms(), task, bench.state());
        ReachOutcome outcome = new ReachOutcome.Running();
        episodes.begin(task.sentence(), "scripted hands");
        for (int tick = 0; tick < MOST_TICKS && outcome instanceof ReachOutcome.Running; tick++) {
            hand.tick();
            double[] left = hand.sentRad(ArmSide.LEFT);
            double[] right = hand.sentRad(ArmSide.RIGHT);
            double[] sent = both(left, right);
            episodes.row(sent, both(hand.wishRad(ArmSide.LEFT), hand.wishRad(ArmSide.RIGHT)));
            bench.run(BenchPolicySetup.TICK_NANOS, left, right);
            outcome = judge.look(bench.state());
        }
        episodes.keep(outcome instanceof ReachOutcome.Done);
    }

    private static double[] both(double[] left, double[] right) {
        double[] joined = new double[left.length + right.length];
        System.arraycopy(left, 0, joined, 0, left.length);
        System.arraycopy(right, 0, joined, left.length, right.length);
        return joined;
    }
}
