package org.telescribe.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.simulation.BenchPolicySetup;
import org.telescribe.app.simulation.DemonstrationSet;
import org.telescribe.app.station.GlBenchPictures;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.policyruntime.inference.bundle.ExecutionProvider;
import org.telescribe.policyruntime.inference.check.BundleCheck;
import org.telescribe.policyruntime.inference.check.BundleVerdict;
import org.telescribe.policyruntime.inference.check.CheckItem;
import org.telescribe.policyruntime.inference.graph.GraphSettings;
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

        @Parameters(paramLabel = "BUNDLE", description = "Folder that holds policy.yaml.")
        private Path bundle = Path.of("");

        @Override
        public Integer call() {
            GraphSettings settings = GraphSettings.leavingRoom(
                    ExecutionProvider.CPU, Runtime.getRuntime().availableProcessors());
            BundleVerdict verdict = BundleCheck.check(
                    bundle, BenchPolicySetup.station(new BenchArms(), BenchPolicySetup.smallCameras()), settings);
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
