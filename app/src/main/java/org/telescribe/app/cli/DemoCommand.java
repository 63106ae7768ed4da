package org.telescribe.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.demo.DemoPage;
import org.telescribe.app.demo.DemoReport;
import org.telescribe.app.demo.DemoRun;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.BuiltInStation;
import org.telescribe.app.window.WindowDemo;
import org.telescribe.app.window.WindowTour;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The main job once, on the built-in station.
@Command(
        name = "demo",
        description =
                "Records two episodes on the built-in station (emulated arms and cameras), commits them as a LeRobot "
                        + "v3.0 dataset, verifies it, reads it back, and looks at it in the Library and in Review.")
final class DemoCommand implements Callable<Integer> {
    private static final int BAR = 28;
    private static final long PROGRESS_NANOS = 250_000_000L;

    private final AppFolders folders;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the dataset. Default: a new one.")
    private @Nullable Path out;

    @Option(
            names = "--headless",
            description = "Nothing is shown: the window is opened unseen. Implied when there is no display.")
    private boolean headless;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed, another scene and motion. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--motion",
            paramLabel = "DIR",
            description = "The leader arms move as the arms moved in this LeRobot recording.")
    private @Nullable Path motion;

    @Option(
            names = "--episode",
            paramLabel = "N",
            description = "Episode of --motion. Default: the first whose data are there.")
    private int motionEpisode = -1;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder of the report with pictures of the window. Default: the dataset's name with -report.")
    private @Nullable Path report;

    private long shownQuarter = -1;

    DemoCommand(AppFolders folders) {
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed {
        SystemSessionClock clock = new SystemSessionClock();
        Path dataset = (out == null ? DatasetFolders.fresh(folders.datasets(), "demo", clock) : out)
                .toAbsolutePath()
                .normalize();
        Path folder = report == null ? dataset.resolveSibling(dataset.getFileName() + "-report") : report;
        BuiltInStation.Setup setup = new BuiltInStation.Setup(seed, motion, motionEpisode, false);
        boolean seen = !headless && !Boolean.getBoolean("telescribe.headless");
        try (WindowDemo window =
                WindowDemo.start(folders, WindowDemo.Run.usual(), setup, dataset, clock, folder, this::progress)) {
            List<DemoRun.Recorded> recorded = window.await();
            common.say("Verifying the dataset and reading it back from disk ...");
            DemoReport found = DemoReport.of(dataset, recorded);
            found.lines().forEach(common::say);
            Map<String, Object> values = new LinkedHashMap<>(found.values());
            List<Path> pictures = window.tour();
            WindowTour.Judged judged = window.judged();
            String queue = String.valueOf(dataset.getFileName());
            values.put("facts", judged.facts());
            values.put("vqa", judged.questions());
            values.put("verdicts_read_back", JudgedFacts.areReadBack(folder, queue, judged));
            values.put("rollouts", window.rollouts());
            values.put("screenshots", pictures.size());
            Path page = DemoPage.write(folder, values, pictures);
            values.put("report", page.toAbsolutePath().toString());
            common.say("Report: " + page.toAbsolutePath());
            if (seen) {
                common.say("The window stays open. Close it to end.");
                window.awaitClosed();
            }
            common.result(values);
            return found.verified() ? 0 : 1;
        }
    }

    private void progress(CollectView view, boolean changed) {
        CollectPhase phase = view.phase();
        long quarter = view.recorder().elapsedNanos() / PROGRESS_NANOS;
        if (phase == CollectPhase.RECORDING && quarter == shownQuarter) {
            return;
        }
        shownQuarter = quarter;
        if (phase == CollectPhase.RECORDING) {
            double share = 1 - (double) view.remainingNanos() / view.plan().episodeNanos();
            int full = Math.clamp(Math.round(share * BAR), 0, BAR);
            common.progress(
                    String.format(
                            Locale.ROOT,
                            "Episode %d of %d  [%s%s]  %.1f s  %d rows",
                            view.recorder().datasetEpisodes() + 1,
                            view.plan().episodes(),
                            "#".repeat(full),
                            ".".repeat(BAR - full),
                            view.recorder().elapsedNanos() * 1e-9,
                            view.recorder().rows()),
                    false);
        } else if (changed) {
            boolean ends = phase == CollectPhase.SAVING || phase == CollectPhase.VERDICT;
            common.progress(ends ? "" : "%-10s %s".formatted(phase.word(), view.sentence()), true);
        }
    }
}
