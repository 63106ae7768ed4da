package org.telescribe.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.demo.DemoRun;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.BuiltInStation;
import org.telescribe.app.window.WindowDemo;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectView;
import org.telescribe.teleop.control.recorder.EpisodeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The recorder with the window open.
@Command(
        name = "demo-load",
        description =
                "Records on the built-in station with the window open and its live tiles, and measures the loop, the "
                        + "rows and the window.")
public final class DemoLoadBench implements Callable<Integer> {
    private static final long SEEN_WITHIN_NANOS = 200_000_000L;

    private final AppFolders folders;
    private final SystemSessionClock clock = new SystemSessionClock();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--seconds", paramLabel = "N", description = "How long it is recorded. Default: 60.")
    private int seconds = 60;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the dataset.")
    private @Nullable Path out;

    private final List<Gap> gaps = new ArrayList<>();
    private long seenSkipped;
    private long recordingNanos;

    /// Ticks that were found missed at a pulse of the window.
    ///
    /// @param seenNanos session clock
    /// @param ticks how many
    private record Gap(long seenNanos, long ticks) {}

    /// The command.
    ///
    /// @param folders where the program keeps its things
    public DemoLoadBench(AppFolders folders) {
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed {
        Path folder = out == null ? folders.cache().resolve("bench-" + clock.wallMillis()) : out;
        RecordBench.makeFolder(folder);
        BuiltInStation.Setup setup = new BuiltInStation.Setup(1, null, -1, true);
        WindowDemo.Run run = new WindowDemo.Run(1, seconds * 1_000_000_000L);
        BenchResult result = new BenchResult("demo-load");
        try (MachineWitness witness = MachineWitness.start(folder.resolve("witness.log"));
                WindowDemo window = WindowDemo.start(
                        folders, run, setup, folder.resolve("set"), clock, folder.resolve("pictures"), this::watch)) {
            double before = ProcessLoad.processorSeconds();
            long beganNanos = clock.nanoTime();
            List<DemoRun.Recorded> recorded = window.await();
            double cores = (ProcessLoad.processorSeconds() - before) * 1e9 / (clock.nanoTime() - beganNanos);
            put(recorded.getFirst(), result);
            List<MachineStop> stops = witness.end();
            MachineStop.put(stops, recordingNanos, clock.nanoTime(), result);
            result.put("ticks_skipped_while_stopped", whileStopped(stops));
            result.put("fx_stall_ms_max", window.longestPulseNanos() * 1e-6);
            result.put("cpu_cores", cores);
        } catch (IOException refused) {
            throw new CommandFailed("The benchmark cannot go on: %s.".formatted(refused.getMessage()), refused);
        }
        result.metrics().forEach((name, value) -> common.say("%-28s %s".formatted(name, value)));
        common.result(result.line());
        return 0;
    }

    /// Says when the loop missed ticks, so that the cause can be looked for in other logs.
    private void watch(CollectView view, boolean changed) {
        long skipped = view.control().ticksSkipped();
        boolean recording = view.phase() == CollectPhase.RECORDING;
        if (recording && recordingNanos == 0) {
            recordingNanos = clock.nanoTime();
        }
        if (recording && skipped > seenSkipped) {
            gaps.add(new Gap(clock.nanoTime(), skipped - seenSkipped));
            common.say("%d ticks missed, %.2f s after the episode began"
                    .formatted(skipped - seenSkipped, view.recorder().elapsedNanos() * 1e-9));
        }
        seenSkipped = skipped;
    }

    private long whileStopped(List<MachineStop> stops) {
        return gaps.stream()
                .filter(gap -> stops.stream()
                        .anyMatch(stop -> stop.overlaps(gap.seenNanos() - SEEN_WITHIN_NANOS, gap.seenNanos())))
                .mapToLong(Gap::ticks)
                .sum();
    }

    private static void put(DemoRun.Recorded recorded, BenchResult result) {
        EpisodeReport report = recorded.report();
        long repeated = report.cameras().stream()
                .mapToLong(EpisodeReport.CameraReport::repeated)
                .sum();
        result.put("ticks", report.ticks());
        result.put("ticks_skipped", report.ticksSkipped());
        result.put("lateness_ms_p50", report.latenessP50Nanos() * 1e-6);
        result.put("lateness_ms_p99", report.latenessP99Nanos() * 1e-6);
        result.put("lateness_ms_max", report.latenessMaxNanos() * 1e-6);
        result.put("rows", report.rows());
        result.put(
                "frames_repeated_pct",
                100.0 * repeated / (report.rows() * report.cameras().size()));
        result.put("commit_ms", recorded.saved().commitNanos() * 1e-6);
    }
}
