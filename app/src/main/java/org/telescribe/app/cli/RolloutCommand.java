package org.telescribe.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.policy.PolicyChoice;
import org.telescribe.app.policy.RolloutStudy;
import org.telescribe.app.policy.StudyPage;
import org.telescribe.app.policy.StudyReport;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.GlBenchPictures;
import org.telescribe.app.station.TerminationHook;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.policyruntime.rollouts.study.StudyEvent;
import org.telescribe.policyruntime.rollouts.study.StudyFile;
import org.telescribe.policyruntime.rollouts.study.StudyUnreadable;
import org.telescribe.viewer3d.render.RenderService;
import org.telescribe.viewer3d.render.RenderingUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Rollouts of policies and what may be concluded from them.
@Command(name = "rollout", description = "Runs policies on the simulated bench, and says what the numbers carry.")
final class RolloutCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        throw common.usage("telescribe rollout needs a command: run or report");
    }

    /// Says what a study found. From then on the policies' names are known, which the study's file
    /// says too.
    private static Map<String, Object> said(CommonOptions common, StudyFile file, Study study) throws StudyUnreadable {
        if (!study.namesShown()) {
            file.append(new StudyEvent.Unblinded());
        }
        StudyReport report = new StudyReport(study);
        report.lines().forEach(common::say);
        return report.values();
    }

    /// Runs a study.
    @Command(name = "run", description = "Runs one or more policies on the same starts, on the simulated clock.")
    static final class Run implements Callable<Integer> {
        private static final Pattern SEEDS = Pattern.compile("(\\d{1,15})\\.\\.(\\d{1,15})");
        private static final int MOST_RUNS = 10_000;

        private final AppFolders folders;
        private final AtomicBoolean stopped = new AtomicBoolean();

        @Mixin
        private CommonOptions common = new CommonOptions();

        @Parameters(
                arity = "0..*",
                paramLabel = "BUNDLE",
                description = "Folders of bundles. Default: the shipped policy, bench-reach.")
        private List<Path> bundles = new ArrayList<>();

        @Option(names = "--seeds", paramLabel = "A..B", description = "The starts, A to B. Default: 5000000..5000019.")
        private String seeds = RolloutStudy.FIRST_SEED + ".." + (RolloutStudy.FIRST_SEED + 19);

        @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the study; a new one.")
        private Path out = Path.of("");

        @Option(names = "--blank", description = "Each policy takes part once more, with the instruction kept from it.")
        private boolean blank;

        @Option(names = "--no-video", description = "Rollouts are not recorded as episodes; several times faster.")
        private boolean withoutVideo;

        @Option(
                names = "--blind",
                description = "Says neither names nor rates, so that the study can be judged in the window.")
        private boolean blind;

        Run(AppFolders folders) {
            this.folders = folders;
        }

        @Override
        public Integer call() throws CommandFailed {
            Matcher range = SEEDS.matcher(seeds);
            if (!range.matches()) {
                throw common.usage("--seeds takes two numbers, such as 100..199, not %s".formatted(seeds));
            }
            long first = Long.parseLong(range.group(1));
            long last = Long.parseLong(range.group(2));
            if (last < first || last - first >= MOST_RUNS) {
                throw common.usage("--seeds %s: the last must not be before the first, and at most %d starts are run"
                        .formatted(seeds, MOST_RUNS));
            }
            int runs = (int) (last - first + 1);
            SystemSessionClock clock = new SystemSessionClock();
            BenchArms arms = new BenchArms();
            List<RolloutStudy.Contestant> contestants = contestants(new PolicyChoice(folders, arms));
            common.say("%d rollouts: %d starts, %d contestants. %s"
                    .formatted(runs * contestants.size(), runs, contestants.size(), StudyReport.canShow(runs)));
            try (RenderService service = RenderService.start(clock, new PosixThreadScheduling());
                    TerminationHook _ = new TerminationHook(() -> stopped.set(true))) {
                RolloutStudy study = new RolloutStudy(arms, GlBenchPictures.patient(service), clock);
                long beginNanos = clock.nanoTime();
                Study done = study.run(
                        out.toAbsolutePath().normalize(),
                        new RolloutStudy.Wanted(contestants, first, runs, !withoutVideo),
                        this::progress,
                        stopped::get);
                double seconds = (clock.nanoTime() - beginNanos) / 1e9;
                Map<String, Object> values = new LinkedHashMap<>();
                if (blind) {
                    values.put("ok", true);
                    values.put("rollouts", done.trials().size());
                } else {
                    values.putAll(said(common, new StudyFile(out), done));
                }
                values.put("folder", out.toAbsolutePath().normalize().toString());
                values.put("speedup", Math.round(10 * RolloutStudy.simulatedSeconds(done) / seconds) / 10.0);
                common.result(values);
                return 0;
            } catch (RenderingUnavailable | StudyUnreadable refused) {
                throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
            }
        }

        private List<RolloutStudy.Contestant> contestants(PolicyChoice choice) throws CommandFailed {
            List<RolloutStudy.Contestant> contestants = new ArrayList<>();
            List<@Nullable Path> said = new ArrayList<>(bundles);
            if (said.isEmpty()) {
                said.add(null);
            }
            for (Path bundle : said) {
                CheckedBundle checked = choice.passed(choice.folder(bundle));
                contestants.add(new RolloutStudy.Contestant(checked, false));
                if (blank) {
                    contestants.add(new RolloutStudy.Contestant(checked, true));
                }
            }
            return contestants;
        }

        private void progress(Study study, int of) {
            int done = study.trials().size();
            common.progress("Rollout %d of %d".formatted(done, of), done == of);
        }
    }

    /// Says what a study found.
    @Command(name = "report", description = "Says what a study found: rates with intervals, differences if any.")
    static final class Report implements Callable<Integer> {
        @Mixin
        private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "DIR", description = "Folder of the study.")
        private Path folder = Path.of("");

        @Option(names = "--html", paramLabel = "FILE", description = "Writes a page too.")
        private @Nullable Path html;

        @Override
        public Integer call() throws CommandFailed {
            try {
                StudyFile file = new StudyFile(folder);
                if (file.isTorn()) {
                    common.say("The last line of the study was torn off by a crash and is left out.");
                }
                Study study = file.read();
                Map<String, Object> values = new LinkedHashMap<>(said(common, file, study));
                if (html != null) {
                    Files.writeString(html, new StudyPage(study).html(), StandardCharsets.UTF_8);
                    common.say("Page: %s".formatted(html.toAbsolutePath()));
                    values.put("page", html.toAbsolutePath().toString());
                }
                common.result(values);
                return 0;
            } catch (StudyUnreadable refused) {
                throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
            } catch (IOException refused) {
                throw new CommandFailed(
                        "%s cannot be written (%s). Choose another file.".formatted(html, refused.getMessage()),
                        refused);
            }
        }
    }
}
