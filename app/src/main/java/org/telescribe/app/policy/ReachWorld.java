package org.telescribe.app.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.telescribe.app.simulation.BenchPolicySetup;
import org.telescribe.app.simulation.SimulatedBench;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.task.ReachJudge;
import org.telescribe.devices.emulator.task.ReachOutcome;
import org.telescribe.devices.emulator.task.ReachTask;
import org.telescribe.policyruntime.rollouts.run.RolloutTask;
import org.telescribe.policyruntime.rollouts.run.RolloutWorld;
import org.telescribe.policyruntime.rollouts.run.Standing;

/// The simulated bench with reaching tasks, for rollouts.
final class ReachWorld implements RolloutWorld {
    private static final List<String> SMALL =
            BenchPolicySetup.smallCameras().stream().map(CameraInfo::name).toList();

    private final SimulatedBench bench;
    private final int joints;
    private ReachJudge judge;
    private ReachOutcome outcome = new ReachOutcome.Running();

    /// @param bench whose first cameras are [BenchPolicySetup#smallCameras]; closed by its owner
    ReachWorld(SimulatedBench bench) {
        this.bench = bench;
        this.joints = bench.arms().layout().size();
        ReachTask any = ReachTask.ofSeed(bench.arms(), bench.state().objects(), 0);
        this.judge = new ReachJudge(bench.arms(), any, bench.state());
    }

    @Override
    public RolloutTask reset(long seed) {
        BenchObjects objects = BenchObjects.scattered(seed);
        bench.reset(objects);
        ReachTask task = ReachTask.ofSeed(bench.arms(), objects, seed);
        judge = new ReachJudge(bench.arms(), task, bench.state());
        outcome = new ReachOutcome.Running();
        return new RolloutTask(
                task.sentence(),
                Map.of(
                        "arm", task.side().word(),
                        "colour", task.block().name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public ArmLayout layout(ArmSide side) {
        return bench.arms().layout();
    }

    @Override
    public void readState(double[] intoRad) {
        bench.readJoints(intoRad);
    }

    @Override
    public void look(String role, byte[] rgb) {
        bench.draw(SMALL.indexOf(role), rgb);
    }

    @Override
    public void act(double[] goalsRad, long nanos) {
        double[] left = new double[joints];
        double[] right = new double[joints];
        System.arraycopy(goalsRad, 0, left, 0, joints);
        System.arraycopy(goalsRad, joints, right, 0, joints);
        bench.run(nanos, left, right);
        outcome = judge.look(bench.state());
    }

    @Override
    public Standing standing() {
        return switch (outcome) {
            case ReachOutcome.Done _ -> new Standing.Done("the hand is over the block and stayed");
            case ReachOutcome.Failed failed -> new Standing.Failed(failed.reason());
            case ReachOutcome.Running _ -> new Standing.Running();
        };
    }

    @Override
    public long stateHash() {
        return bench.state().hash();
    }
}
