package org.telescribe.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.policy.LivePolicyBench;
import org.telescribe.app.policy.LiveRollout;
import org.telescribe.app.policy.PolicyChoice;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.simulation.BenchPolicySetup;
import org.telescribe.app.simulation.DemonstrationSet;
import org.telescribe.app.station.GlBenchPictures;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.task.ReachOutcome;
import org.telescribe.devices.emulator.task.ReachTask;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.policyruntime.inference.check.BundleVerdict;
import org.telescribe.policyruntime.inference.check.CheckItem;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.viewer3d.render.RenderService;
import org.telescribe.viewer3d.render.RenderingUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Policies of the bench.
@Command(name = "policy", description = "Policies: check a bundle, run it, record demonstrations to train one.")
final class PolicyCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        throw common.usage("telescribe policy needs a command: check, run or demonstrate");
    }

    /// Holds a bundle against the bench.
    @Command(
            name = "check",
            description = "Checks a bundle against the built-in bench: files, names, units, statistics, golden sample.")
    static final class Check implements Callable<Integer> {
        @Mixin
        private CommonOptions common = new CommonOptions();

        private final AppFolders folders;

        @Parameters(
                arity = "0..1",
                paramLabel = "BUNDLE",
                description = "Folder that holds policy.yaml. Default: the shipped policy, bench-reach.")
        private @Nullable Path bundle;

        Check(AppFolders folders) {
            this.folders = folders;
        }

        @Override
        public Integer call() throws CommandFailed {
            PolicyChoice choice = new PolicyChoice(folders, new BenchArms());
            BundleVerdict verdict = choice.check(choice.folder(bundle));
            for (CheckItem item : verdict.items()) {
                common.say("%-8s %-14s %s"
                        .formatted(
                                item.passed() ? "passed" : "REFUSED",
                                item.subject().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                item.sentence()));
            }
            boolean passed = verdict instanceof BundleVerdict.Passed;
            common.say(
                    passed
                            ? "The bundle may drive the built-in bench."
                            : "The bundle may not drive the built-in bench. Nothing was armed.");
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("ok", passed);
            values.put(
                    "refused",
                    verdict.items().stream().filter(item -> !item.passed()).count());
            common.result(values);
            return passed ? 0 : 1;
        }
    }

    /// Lets a policy act on the bench in real time.
    @Command(
            name = "run",
            description =
                    "Lets a policy reach one block on the bench in real time, over its buses, and says how it went.")
    static final class Run implements Callable<Integer> {
        @Mixin
        private CommonOptions common = new CommonOptions();

        private final AppFolders folders;

        @Parameters(
                arity = "0..1",
                paramLabel = "BUNDLE",
                description = "Folder that holds policy.yaml. Default: the shipped policy, bench-reach.")
        private @Nullable Path bundle;

        @Option(
                names = "--seed",
                paramLabel = "N",
                description = "Seed of the blocks' places and of the task. Default: 1.")
        private long seed = 1;

        @Option(
                names = "--instruction",
                paramLabel = "TEXT",
                description = "What the policy is told; may be empty. Default: the task's own sentence.")
        private @Nullable String instruction;

        @Option(names = "--seconds", paramLabel = "N", description = "How long it may act. Default: 8.")
        private int seconds = 8;

        Run(AppFolders folders) {
            this.folders = folders;
        }

        @Override
        public Integer call() throws CommandFailed {
            SystemSessionClock clock = new SystemSessionClock();
            BenchArms arms = new BenchArms();
            PolicyChoice choice = new PolicyChoice(folders, arms);
            CheckedBundle checked = choice.passed(choice.folder(bundle));
            BenchObjects objects = BenchObjects.scattered(seed);
            ReachTask task = ReachTask.ofSeed(arms, objects, seed);
            String told = instruction == null ? task.sentence() : instruction;
            checked.vocabulary().flatMap(words -> words.whyNot(told)).ifPresent(reason -> {
                throw common.usage(reason);
            });
            try (RenderService service = RenderService.start(clock, new PosixThreadScheduling());
                    LivePolicyBench bench = LivePolicyBench.open(
                            checked, arms, objects, new GlBenchPictures(service), clock, lateNanos -> {})) {
                common.say("Task: %s. The policy is told: \"%s\".".formatted(task.sentence(), told));
                common.say(bench.runsOn());
                LiveRollout rollout = new LiveRollout(bench, checked, arms, clock, new ParkingWait(clock));
                String refusal = rollout.arm();
                if (refusal != null) {
                    throw new CommandFailed("The policy was not let near the arms: %s".formatted(refusal));
                }
                LiveRollout.Ended ended = rollout.act(task, told, seconds * 1_000_000_000L);
                common.say("%s %.1f s, %d chunks, %d ticks at which the last action stood."
                        .formatted(
                                ended.sentence(),
                                ended.nanos() / 1e9,
                                bench.hands().chunks(),
                                bench.hands().standingTicks()));
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("ok", true);
                values.put("done", ended.outcome() instanceof ReachOutcome.Done);
                values.put("sentence", ended.sentence());
                values.put("seconds", ended.nanos() / 1e9);
                values.put("chunks", bench.hands().chunks());
                common.result(values);
                return 0;
            } catch (RenderingUnavailable refused) {
                throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
            }
        }
    }

    /// Records demonstrations of reaching.
    @Command(
            name = "demonstrate",
            description = "Records demonstrations of reaching on the bench with physics, faster than real time,"
                    + " for training a policy.")
    static final class Demonstrate implements Callable<Integer> {
        @Mixin
        private CommonOptions common = new CommonOptions();

        @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the dataset.")
        private Path out = Path.of("");

        @Option(
                names = "--episodes",
                paramLabel = "N",
                defaultValue = "800",
                description = "How many to record. Default: ${DEFAULT-VALUE}.")
        private int episodes;

        @Option(
                names = "--seed",
                paramLabel = "N",
                defaultValue = "1000000",
                description = "Seed of the first episode; each further one has the next. Default: ${DEFAULT-VALUE}.")
        private long seed;

        @Override
        public Integer call() throws CommandFailed {
            if (episodes < 1) {
                throw common.usage("--episodes must be at least 1, not %d".formatted(episodes));
            }
            SystemSessionClock clock = new SystemSessionClock();
            long startNanos = clock.nanoTime();
            try (RenderService service = RenderService.start(clock, new PosixThreadScheduling())) {
                DemonstrationSet set = new DemonstrationSet(new BenchArms(), GlBenchPictures.patient(service), clock);
                DemonstrationSet.Recorded recorded = set.record(
                        out.toAbsolutePath().normalize(),
                        episodes,
                        seed,
                        done -> common.progress(
                                "Recorded %d of %d demonstrations".formatted(done, episodes), done == episodes));
                double seconds = (clock.nanoTime() - startNanos) / 1e9;
                double speedup = recorded.rows() / (double) BenchPolicySetup.CONTROL_HZ / seconds;
                common.say(
                        "%,d rows in %s, %.1f times real time; %d attempts left out because the rule did not call them done"
                                .formatted(recorded.rows(), out, speedup, recorded.leftOut()));
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("ok", true);
                values.put("episodes", recorded.episodes());
                values.put("rows", recorded.rows());
                values.put("left_out", recorded.leftOut());
                values.put("speedup", speedup);
                common.result(values);
                return 0;
            } catch (RenderingUnavailable | DatasetException refused) {
                throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
            }
        }
    }
}
