package org.telescribe.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.review.EpisodeAddress;
import org.telescribe.app.review.EpisodeOpening;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.window.ViewBenchWindow;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.viewer3d.playback.player.DecodeHook;
import org.telescribe.viewer3d.playback.player.PlayerCounters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Timing of the player.
@Command(
        name = "view",
        description =
                "Plays and seeks in a long episode of three cameras with plots and 3D in the window, and measures late "
                        + "frames, skew and seeks in the pixels on the screen.")
public final class ViewBench implements Callable<Integer> {
    private static final long LEAD_NANOS = 5_000_000_000L;
    private static final long STALL_NANOS = 100_000_000L;
    private static final int SPACE_WIDTH = 640;
    private static final int SPACE_HEIGHT = 480;
    private static final int STEP_PLACES = 12;

    private final AppFolders folders;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--seconds", paramLabel = "N", description = "How long it is played. Default: 60.")
    private int seconds = 60;

    @Option(names = "--rows", paramLabel = "N", description = "Pictures of each camera. Default: 3000.")
    private int rows = 3000;

    @Option(names = "--seeks", paramLabel = "N", description = "How many places are gone to. Default: 300.")
    private int seeks = 300;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the dataset and the CSV file.")
    private @Nullable Path out;

    /// The command.
    ///
    /// @param folders where the program keeps its things
    public ViewBench(AppFolders folders) {
        this.folders = folders;
    }

    @Override
    public Integer call() throws CommandFailed {
        SystemSessionClock clock = new SystemSessionClock();
        Path folder = out == null ? folders.cache().resolve("bench-" + clock.wallMillis()) : out;
        RecordBench.makeFolder(folder);
        Path dataset = folder.resolve("view");
        if (!Files.exists(dataset)) {
            common.say("Writing %,d pictures of three cameras ...".formatted(rows));
            new ViewSet(clock).write(dataset, rows);
        }
        BenchResult result = new BenchResult("view");
        EpisodeAddress address = new EpisodeAddress(dataset.toAbsolutePath().normalize(), 0);
        AtomicBoolean stall = new AtomicBoolean();
        DecodeHook hook = (camera, wanted) -> {
            if (camera == 1 && stall.compareAndSet(true, false)) {
                new ParkingWait(clock).waitUntil(clock.nanoTime() + STALL_NANOS);
            }
        };
        try (MachineWitness witness = MachineWitness.start(folder.resolve("witness.log"));
                PrintWriter csv = new PrintWriter(Files.newBufferedWriter(folder.resolve("view.csv")));
                ViewBenchWindow window = ViewBenchWindow.open(address, clock, folders, hook)) {
            csv.println("what,picture or number,milliseconds");
            PlayRun played = play(window, clock, stall, csv, result);
            SeekRun random = SeekRun.random(rows, seeks, clock, csv);
            SeekRun back = SeekRun.backwards(rows, STEP_PLACES, clock, csv);
            seek(window, clock, random, back, result);
            List<MachineStop> stops = witness.end();
            played.putStops(stops, result);
            result.put("late_frames_while_stopped", played.lateWhileStopped(stops));
            result.put("seek_ms_p95_without_stops", random.percentileWithout(0.95, stops));
            result.put("step_back_ms_p95_without_stops", back.percentileWithout(0.95, stops));
        } catch (IOException refused) {
            throw new CommandFailed("The benchmark cannot go on: %s.".formatted(refused.getMessage()), refused);
        }
        render(address, clock, result);
        result.metrics().forEach((name, value) -> common.say("%-28s %s".formatted(name, value)));
        common.say("CSV: " + folder.resolve("view.csv").toAbsolutePath());
        common.result(result.line());
        return 0;
    }

    private PlayRun play(
            ViewBenchWindow window, SystemSessionClock clock, AtomicBoolean stall, PrintWriter csv, BenchResult result)
            throws CommandFailed, IOException {
        common.say("Playing for %d s, after 5 s that are counted apart ...".formatted(seconds));
        AtomicReference<PlayerCounters> counters = new AtomicReference<>();
        PlayRun run = new PlayRun(LEAD_NANOS, seconds * 1_000_000_000L, csv, () -> {});
        double cpuBefore = ProcessLoad.processorSeconds();
        window.measure(clock, pane -> {
            pane.space().drawIn(SPACE_WIDTH, SPACE_HEIGHT);
            return (open, now) -> {
                boolean ended = run.look(open, now);
                counters.set(open.player().counters());
                return ended;
            };
        });
        result.put("cpu_cores", (ProcessLoad.processorSeconds() - cpuBefore) / seconds);
        PlayerCounters played = counters.get();
        result.put("shown_frames", played.shownFrames());
        result.put("late_frames", played.lateFrames());
        result.put("late_frames_first_5s", run.leadLate());
        result.put("skipped_frames", played.skippedFrames());
        result.put("late_ms_max", played.worstLateNanos() * 1e-6);
        result.put("skew_frames_max", played.worstSkewFrames());
        result.put("space_fps", run.spacePictures() / (double) seconds);
        window.measure(clock, pane -> {
            PlayRun stalled = new PlayRun(0, 4_000_000_000L, csv, () -> stall.set(true));
            return (open, now) -> {
                boolean ended = stalled.look(open, now);
                counters.set(open.player().counters());
                return ended;
            };
        });
        result.put("stall_seen", counters.get().stallsSeen());
        return run;
    }

    private void seek(
            ViewBenchWindow window, SystemSessionClock clock, SeekRun random, SeekRun back, BenchResult result)
            throws CommandFailed {
        common.say("Going to %d places ...".formatted(seeks));
        AtomicReference<Long> memory = new AtomicReference<>(0L);
        window.measure(clock, pane -> (open, now) -> {
            memory.set(Math.max(memory.get(), open.player().memoryBytes()));
            return random.look(open, now);
        });
        window.measure(clock, pane -> back);
        result.put("seeks", seeks);
        result.put("seek_ms_p50", random.percentile(0.50));
        result.put("seek_ms_p95", random.percentile(0.95));
        result.put("seek_ms_max", random.percentile(1));
        result.put("seek_wrong_frames", (long) random.wrong() + back.wrong());
        result.put("step_back_ms_p50", back.percentile(0.50));
        result.put("step_back_ms_p95", back.percentile(0.95));
        result.put("cache_pct", memory.get() * 100.0 / (rows * 3.0 * 640 * 480 * 1.5));
    }

    private void render(EpisodeAddress address, SystemSessionClock clock, BenchResult result) throws CommandFailed {
        common.say("Drawing 1280x720 ...");
        try (SpaceScenes scenes = ViewBenchWindow.scenes(clock)) {
            EpisodeOpening.Loaded loaded = EpisodeOpening.load(address, scenes);
            var scene = loaded.space().scene();
            var service = loaded.space().service();
            if (scene == null || service == null) {
                throw new CommandFailed(
                        "Nothing can be drawn: " + loaded.space().sentence());
            }
            common.say("GL renderer: " + service.rendererName());
            result.put("render_fps_1280x720", new RenderRate(loaded.clip(), scene, service, clock).measure());
        }
    }
}
