package org.telescribe.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.CompositionRoot;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.episode.model.VideoSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Benchmarks: each prints one JSON line with `--json`.
@Command(
        name = "bench",
        description = "Benchmarks: the recorder's timing, its promises after a crash, the player's timing, judging.")
public final class BenchCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    /// The group's own command.
    public BenchCommand() {}

    @Override
    public Integer call() {
        throw common.usage("telescribe bench needs a command: record, crash, view, demo-load or judge");
    }

    /// Timing of the recorder.
    @Command(
            name = "record",
            description =
                    "Records with emulated arms and cameras in other processes and measures the loop, the rows and the "
                            + "commits.")
    public static final class RecordTiming implements Callable<Integer> {
        private final AppFolders folders;

        @Mixin
        private CommonOptions common = new CommonOptions();

        @Option(names = "--seconds", paramLabel = "N", description = "Length of the long episode. Default: 60.")
        private int seconds = 60;

        @Option(
                names = "--short-episodes",
                paramLabel = "N",
                description = "One-second episodes recorded afterwards. Default: 100.")
        private int shortEpisodes = 100;

        @Option(
                names = "--runs",
                paramLabel = "N",
                description = "Repetitions; the figures are the medians of all runs. Default: 1.")
        private int runs = 1;

        @Option(
                names = "--keyframes",
                paramLabel = "N",
                description = "Every how many pictures one stands alone: 10 or 2.")
        private int keyframes = 10;

        @Option(names = "--out", paramLabel = "DIR", description = "Folder of datasets and per-tick CSV files.")
        private @Nullable Path out;

        /// The command.
        ///
        /// @param folders where the program keeps its things
        public RecordTiming(AppFolders folders) {
            this.folders = folders;
        }

        @Override
        public Integer call() throws CommandFailed {
            SystemSessionClock clock = new SystemSessionClock();
            Path folder = out == null ? folders.cache().resolve("bench-" + clock.wallMillis()) : out;
            RecordBench.makeFolder(folder);
            CompositionRoot.RunSettings settings = new CompositionRoot.RunSettings(
                    200, 30, VideoSettings.lowDelayAv1().withKeyframeInterval(keyframes));
            RecordBench bench = new RecordBench(clock, folder, settings, common::say);
            List<BenchResult> results = new ArrayList<>();
            try {
                for (int run = 1; run <= runs; run++) {
                    results.add(bench.run(new RecordBench.Plan(seconds, run == 1 ? shortEpisodes : 0, run)));
                }
            } catch (IOException refused) {
                throw new CommandFailed("The benchmark cannot go on: %s.".formatted(refused.getMessage()), refused);
            }
            common.say("Per-tick CSV files: " + folder.toAbsolutePath());
            show(BenchResult.median("record", results));
            return 0;
        }

        private void show(BenchResult result) {
            for (Map.Entry<String, Number> metric : result.metrics().entrySet()) {
                common.say("%-28s %s".formatted(metric.getKey(), metric.getValue()));
            }
            common.result(result.line());
        }
    }
}
