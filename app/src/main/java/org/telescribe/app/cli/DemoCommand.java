package org.telescribe.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.demo.DemoReport;
import org.telescribe.app.demo.DemoRun;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.BuiltInStation;
import org.telescribe.app.station.CompositionRoot;
import org.telescribe.app.station.StationStart;
import org.telescribe.app.station.TerminationHook;
import org.telescribe.app.window.WindowDemo;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectPlan;
import org.telescribe.teleop.control.collect.CollectSession;
import org.telescribe.teleop.control.collect.CollectView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The main job once, on the built-in station.
@Command(
        name = "demo",
        description =
                "Records two episodes on the built-in station (emulated arms and cameras), commits them as a LeRobot "
                        + "v3.0 dataset, verifies it and reads it back.")
final class DemoCommand implements Callable<Integer> {
    private static final int EPISODES = 2;
    private static final int BAR = 28;
    private static final long PROGRESS_NANOS = 250_000_000L;
    private static final long TAIL_NANOS = 600_000_000L;

    private final AppFolders folders;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the dataset. Default: a new one.")
    private @Nullable Path out;

    @Option(names = "--headless", description = "No window. Implied when there is no display.")
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
            names = "--screenshots",
            paramLabel = "DIR",
            description = "Writes pictures of the window while it records.")
    private @Nullable Path screenshots;

    private long shownQuarter = -1;

    DemoCommand(AppFolders folders) {
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed {
        SystemSessionClock clock = new SystemSessionClock();
        Path dataset = out == null ? DatasetFolders.fresh(folders.datasets(), "demo", clock) : out;
        BuiltInStation.Setup setup = new BuiltInStation.Setup(seed, motion, motionEpisode);
        boolean withWindow = !headless && !Boolean.getBoolean("telescribe.headless");
        if (withWindow || screenshots != null) {
            try (WindowDemo window = WindowDemo.start(setup, dataset, clock, screenshots, this::progress)) {
                int code = report(dataset, window.await());
                if (withWindow) {
                    common.say("The window stays open. Close it to end.");
                    window.awaitClosed();
                }
                return code;
            }
        }
        return report(dataset, headlessly(setup, dataset, clock));
    }

    private int report(Path dataset, List<DemoRun.Recorded> recorded) throws CommandFailed {
        common.say("Verifying the dataset and reading it back from disk ...");
        DemoReport report = DemoReport.of(dataset, recorded);
        report.lines().forEach(common::say);
        common.result(report.values());
        return report.verified() ? 0 : 1;
    }

    private List<DemoRun.Recorded> headlessly(BuiltInStation.Setup setup, Path dataset, SystemSessionClock clock)
            throws CommandFailed {
        BuiltInStation.Opened opened = BuiltInStation.open(setup, clock);
        CollectPlan plan = new CollectPlan(
                opened.task(), "demo", EPISODES, opened.emulation().motionNanos() + TAIL_NANOS);
        try (CompositionRoot root = StationStart.start(opened.station(), dataset, clock);
                TerminationHook hook = new TerminationHook(root::close)) {
            if (!root.recovered().isEmpty()) {
                common.say(root.recovered());
            }
            CollectSession session = new CollectSession(root.loop(), root.recorder(), plan, clock);
            DemoRun demo = new DemoRun(session, opened.emulation(), clock, new ParkingWait(clock), 0, this::progress);
            List<DemoRun.Recorded> recorded = demo.record(EPISODES);
            common.say(root.loop().realTime().sentence());
            return recorded;
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
