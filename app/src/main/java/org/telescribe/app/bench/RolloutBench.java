package org.telescribe.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.policy.LivePolicyBench;
import org.telescribe.app.policy.LiveRollout;
import org.telescribe.app.policy.PolicyChoice;
import org.telescribe.app.policy.RolloutStudy;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.GlBenchPictures;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.task.ReachOutcome;
import org.telescribe.devices.emulator.task.ReachTask;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.rollouts.live.PolicyHands;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.teleop.control.loop.RunningLoop;
import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.viewer3d.render.RenderService;
import org.telescribe.viewer3d.render.RenderingUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The policy in the operator's place: how punctual the loop and the policy's own ticks are.
@Command(
        name = "rollout",
        description = "Lets a policy drive the bench over its buses in real time and measures the loop; then on the"
                + " simulated clock and measures how much faster than real time that is.")
public final class RolloutBench implements Callable<Integer> {
    private static final int TICKS_PER_SECOND = 200;
    private static final int POLICY_TICKS_PER_SECOND = 50;
    private static final long TASK_NANOS = 6_000_000_000L;
    private static final int SIMULATED_RUNS = 20;
    private static final int PAUSE_PRIORITY = 45;
    private static final int NICENESS = -8;

    private final AppFolders folders;
    private final SystemSessionClock clock = new SystemSessionClock();
    private final BenchArms arms = new BenchArms();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "BUNDLE", description = "Folder of the bundle. Default: the shipped one.")
    private @Nullable Path bundle;

    @Option(names = "--seconds", paramLabel = "N", description = "How long it drives over the buses. Default: 120.")
    private int seconds = 120;

    /// The command.
    ///
    /// @param folders where the program keeps its things
    public RolloutBench(AppFolders folders) {
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed {
        PolicyChoice choice = new PolicyChoice(folders, arms);
        CheckedBundle checked = choice.passed(choice.folder(bundle));
        new PosixThreadScheduling().favourThisProcess(PAUSE_PRIORITY, NICENESS);
        BenchResult result = new BenchResult("rollout");
        Path folder = folders.cache().resolve("bench-" + clock.wallMillis());
        RecordBench.makeFolder(folder);
        try (RenderService service = RenderService.start(clock, new PosixThreadScheduling());
                MachineWitness witness = MachineWitness.start(folder.resolve("witness.log"))) {
            live(checked, service, witness, folder, result);
            simulated(checked, service, folder, result);
        } catch (IOException | RenderingUnavailable refused) {
            throw new CommandFailed("The benchmark cannot go on: %s".formatted(refused.getMessage()), refused);
        }
        result.metrics().forEach((name, value) -> common.say("%-28s %s".formatted(name, value)));
        common.result(result.line());
        return 0;
    }

    private void live(
            CheckedBundle checked, RenderService service, MachineWitness witness, Path folder, BenchResult result)
            throws CommandFailed, IOException {
        BenchObjects objects = BenchObjects.scattered(1);
        List<ReachTask> tasks = ReachTask.possible(arms, objects);
        TickTrace trace = new TickTrace((seconds + 30) * TICKS_PER_SECOND);
        PolicyLateness lateness = new PolicyLateness((seconds + 30) * POLICY_TICKS_PER_SECOND);
        int done = 0;
        int attempts = 0;
        try (LivePolicyBench bench =
                        LivePolicyBench.open(checked, arms, objects, new GlBenchPictures(service), clock, lateness);
                AgentRunner _ = new AgentRunner(
                                new TickReader(bench.loop(), trace),
                                clock,
                                new ParkingWait(clock),
                                failure -> common.say("the reader of ticks ended: " + failure))
                        .start()) {
            LiveRollout rollout = new LiveRollout(bench, checked, arms, clock, new ParkingWait(clock));
            String refusal = rollout.arm();
            if (refusal != null) {
                throw new CommandFailed("The policy was not let near the arms: %s".formatted(refusal));
            }
            common.say("The policy drives the bench for %d s ...".formatted(seconds));
            rollout.act(tasks.getFirst(), tasks.getFirst().sentence(), TASK_NANOS); // warms up what compiles late
            long skippedBefore = bench.hands().skippedTicks();
            trace.begin();
            lateness.begin();
            long untilNanos = clock.nanoTime() + seconds * 1_000_000_000L;
            while (clock.nanoTime() < untilNanos) {
                ReachTask task = tasks.get(++attempts % tasks.size());
                long leftNanos = Math.min(TASK_NANOS, untilNanos - clock.nanoTime());
                if (rollout.act(task, task.sentence(), leftNanos).outcome() instanceof ReachOutcome.Done) {
                    done++;
                }
            }
            trace.end();
            lateness.end();
            refuseHold(bench.loop().snapshot());
            trace.write(folder.resolve("ticks.csv"));
            long policySkipped = bench.hands().skippedTicks() - skippedBefore;
            List<MachineStop> stops = witness.end();
            result.put("ticks", trace.size());
            result.put("ticks_skipped", trace.skipped() + policySkipped);
            result.put("policy_ticks", lateness.size());
            result.put("policy_ticks_skipped", policySkipped);
            MachineStop.put(stops, trace.beganNanos(), trace.endedNanos(), result);
            result.put("ticks_skipped_while_stopped", trace.skippedWhileStopped(stops));
            percentiles("lateness_ms", trace.latenessMillis(), result);
            percentiles("policy_lateness_ms", lateness.millis(), result);
            result.put("chunks", bench.hands().chunks());
            result.put("standing_ticks", bench.hands().standingTicks());
            result.put("tasks", attempts);
            result.put("tasks_done", done);
        }
    }

    /// Arms that hold are driven by nobody; figures of such a run would be of something else.
    private static void refuseHold(ControlSnapshot end) throws CommandFailed {
        if (end.state() == ControlState.HOLD) {
            throw new CommandFailed("The arms went into HOLD while the policy drove: %s. Nothing was measured."
                    .formatted(end.holdCause().whatHappened()));
        }
    }

    private void simulated(CheckedBundle checked, RenderService service, Path folder, BenchResult result)
            throws CommandFailed {
        common.say("%d rollouts on the simulated clock ...".formatted(SIMULATED_RUNS));
        RolloutStudy study = new RolloutStudy(arms, GlBenchPictures.patient(service), clock);
        RolloutStudy.Wanted wanted = new RolloutStudy.Wanted(
                List.of(new RolloutStudy.Contestant(checked, false)), RolloutStudy.FIRST_SEED, SIMULATED_RUNS, false);
        long beginNanos = clock.nanoTime();
        Study done = study.run(folder.resolve("study"), wanted, (so, of) -> {}, () -> false);
        double seconds = (clock.nanoTime() - beginNanos) * 1e-9;
        result.put("rollouts", done.trials().size());
        result.put(
                "rollouts_done",
                done.trials().stream().filter(trial -> trial.success()).count());
        result.put("speedup", RolloutStudy.simulatedSeconds(done) / seconds);
    }

    private static void percentiles(String name, double[] values, BenchResult result) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        result.put(name + "_p50", at(sorted, 0.5));
        result.put(name + "_p99", at(sorted, 0.99));
        result.put(name + "_max", at(sorted, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }

    /// Takes the loop's ticks out of their ring.
    private static final class TickReader implements Agent {
        private static final long PERIOD_NANOS = 20_000_000L;

        private final RunningLoop loop;
        private final TickTrace trace;
        private final Lanes tick;

        TickReader(RunningLoop loop, TickTrace trace) {
            this.loop = loop;
            this.trace = trace;
            this.tick = new Lanes(loop.tickLayout().size());
            trace.layout(loop.tickLayout());
        }

        @Override
        public String roleName() {
            return "tick reader";
        }

        @Override
        public long doWork(long nowNanos) {
            while (loop.ticks().poll(tick)) {
                trace.onTick(tick);
            }
            return nowNanos + PERIOD_NANOS;
        }
    }

    /// Keeps how late each of the policy's ticks was. Filled by the policy's thread, read after [#end].
    private static final class PolicyLateness implements PolicyHands.Lateness {
        private final long[] lateNanos;
        private final AtomicBoolean on = new AtomicBoolean();
        private volatile int size;

        PolicyLateness(int capacity) {
            this.lateNanos = new long[capacity];
        }

        void begin() {
            on.set(true);
        }

        void end() {
            on.set(false);
        }

        int size() {
            return size;
        }

        @Override
        public void saw(long nanos) {
            int at = size;
            if (on.get() && at < lateNanos.length) {
                lateNanos[at] = nanos;
                size = at + 1;
            }
        }

        double[] millis() {
            return Arrays.stream(lateNanos, 0, size)
                    .mapToDouble(nanos -> nanos * 1e-6)
                    .toArray();
        }
    }
}
