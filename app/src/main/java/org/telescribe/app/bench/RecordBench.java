package org.telescribe.app.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.station.CompositionRoot;
import org.telescribe.app.station.OpenStation;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.control.loop.StationRefused;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.recorder.EpisodeReport;
import org.telescribe.teleop.control.recorder.RecorderCommand;
import org.telescribe.teleop.control.recorder.RecorderSnapshot;
import org.telescribe.teleop.control.recorder.RecorderSnapshot.RunEpisode;
import org.telescribe.teleop.control.recorder.RecorderState;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;

/// Records one long episode with emulator and cameras in other processes, then many short ones, and
/// says how it went.
final class RecordBench {
    private static final long STEP_NANOS = 10_000_000L;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    /// The virtual machine compiles a method anew, for good, after 5,000 calls: 25 s of ticks. Meanwhile it
    /// allocates on the loop's thread (a class's texts).
    private static final long REHEARSAL_NANOS = 30_000_000_000L;
    private static final long BARE_NANOS = 5_000_000_000L;
    private static final long SHORT_NANOS = 1_000_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int SAMPLE = 10;

    private final SessionClock clock;
    private final ParkingWait wait;
    private final Path out;
    private final CompositionRoot.RunSettings run;
    private final Consumer<String> say;

    RecordBench(SessionClock clock, Path out, CompositionRoot.RunSettings run, Consumer<String> say) {
        this.clock = clock;
        this.wait = new ParkingWait(clock);
        this.out = out;
        this.run = run;
        this.say = say;
    }

    /// What the bench needs to know of one run.
    ///
    /// @param seconds length of the long episode
    /// @param shortEpisodes number of one-second episodes afterwards
    /// @param number number of the run, for file names
    record Plan(int seconds, int shortEpisodes, int number) {}

    BenchResult run(Plan plan) throws CommandFailed, IOException {
        BenchResult result = new BenchResult("record");
        say.accept("An idle thread is measured for 5 s ...");
        BareLateness.Result bare = BareLateness.measure(clock, BARE_NANOS);
        TickTrace trace = new TickTrace((plan.seconds() + 10) * 220);
        Path dataset = out.resolve("dataset-" + plan.number());
        try (MachineWitness witness = MachineWitness.start(out.resolve("witness.log"));
                BenchStation bench = BenchStation.start(clock, out)) {
            OpenStation station = bench.station();
            long wireNanos = station.arms().leftLeader().readWireNanos();
            try (CompositionRoot root = start(station, dataset, trace)) {
                trace.layout(root.loop().tickLayout());
                follow(root, bench);
                rehearse(root);
                say.accept("Recording %d s ...".formatted(plan.seconds()));
                recordLong(root, plan, trace, result);
                result.put("wire_ms", wireNanos * 1e-6);
                result.put("bare_lateness_ms_p99", bare.p99Millis());
                result.put("realtime", root.loop().realTime().granted() ? 1 : 0);
                List<MachineStop> stops = witness.end();
                MachineStop.put(stops, trace.beganNanos(), trace.endedNanos(), result);
                result.put("ticks_skipped_while_stopped", trace.skippedWhileStopped(stops));
                trace.write(out.resolve("ticks-%d.csv".formatted(plan.number())));
                loopFigures(trace, result);
                if (plan.shortEpisodes() > 0) {
                    say.accept("Recording %d episodes of one second ...".formatted(plan.shortEpisodes()));
                    recordShort(root, plan.shortEpisodes(), result);
                }
            }
        }
        say.accept("Comparing the counters in the pictures with the rows ...");
        RowSamples.Result rows = RowSamples.compare(dataset, 1);
        result.put("rows", rows.rows());
        result.put("rows_wrong_sample", rows.wrong());
        return result;
    }

    private CompositionRoot start(OpenStation station, Path dataset, TickTrace trace) throws CommandFailed {
        try {
            return CompositionRoot.start(station, dataset, run, clock, trace);
        } catch (StationRefused refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
        }
    }

    private void follow(CompositionRoot root, BenchStation bench) throws CommandFailed, IOException {
        await("the arms answer", () -> root.loop().snapshot().aligned(), root);
        root.loop().send(new ControlCommand.Arm());
        await("the arms are armed", () -> root.loop().snapshot().state() == ControlState.ARMED, root);
        root.loop().send(new ControlCommand.Follow());
        await("the arms follow", () -> root.loop().snapshot().state() == ControlState.FOLLOWING, root);
        bench.go();
        pause(WARM_UP_NANOS);
    }

    /// One episode that is not measured: the Java machine compiles what is used for the first time.
    private void rehearse(CompositionRoot root) throws CommandFailed {
        say.accept("Rehearsing %d s ...".formatted(REHEARSAL_NANOS / NANOS_PER_SECOND));
        beginEpisode(root);
        pause(REHEARSAL_NANOS);
        endEpisode(root);
    }

    private void recordLong(CompositionRoot root, Plan plan, TickTrace trace, BenchResult result)
            throws CommandFailed, IOException {
        beginEpisode(root);
        trace.begin();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Long> loopThreads = root.loop().threadIds();
        long allocatedBefore = allocated(threads, loopThreads);
        double processorBefore = ProcessLoad.processorSeconds();
        long startNanos = clock.nanoTime();
        pause(Math.min(10, plan.seconds() / 2) * NANOS_PER_SECOND);
        double residentAt10 = ProcessLoad.residentMebibytes();
        pause(startNanos + plan.seconds() * NANOS_PER_SECOND - clock.nanoTime());
        double residentAtEnd = ProcessLoad.residentMebibytes();
        double seconds = (clock.nanoTime() - startNanos) * 1e-9;
        double cores = (ProcessLoad.processorSeconds() - processorBefore) / seconds;
        long allocatedAfter = allocated(threads, loopThreads);
        trace.end();
        RunEpisode episode = endEpisode(root);
        EpisodeReport report = episode.report();
        long repeated = report.cameras().stream()
                .mapToLong(EpisodeReport.CameraReport::repeated)
                .max()
                .orElse(0);
        CommittedEpisode saved = Objects.requireNonNull(episode.saved());
        result.put("ticks", report.ticks());
        result.put("ticks_skipped", report.ticksSkipped());
        result.put("ticks_lost", report.ticksLost());
        result.put("frames_repeated_pct", 100.0 * repeated / report.rows());
        result.put("loop_bytes_allocated", allocatedAfter - allocatedBefore);
        result.put("rss_mb_10s", residentAt10);
        result.put("rss_mb_end", residentAtEnd);
        result.put("cpu_cores", cores);
        result.put("commit_ms_%ds".formatted(plan.seconds()), saved.commitNanos() * 1e-6);
    }

    private static long allocated(ThreadMXBean threads, List<Long> ids) {
        long sum = 0;
        for (long id : ids) {
            sum += threads.getThreadAllocatedBytes(id);
        }
        return sum;
    }

    private static void loopFigures(TickTrace trace, BenchResult result) {
        double[] lateness = trace.latenessMillis();
        result.put("lateness_ms_p50", BenchResult.percentile(lateness, 0.5));
        result.put("lateness_ms_p99", BenchResult.percentile(lateness, 0.99));
        result.put("lateness_ms_p999", BenchResult.percentile(lateness, 0.999));
        result.put("lateness_ms_max", BenchResult.percentile(lateness, 1));
        double[] through = trace.leaderToFollowerMillis();
        result.put("leader_to_follower_ms_p50", BenchResult.percentile(through, 0.5));
        result.put("leader_to_follower_ms_p99", BenchResult.percentile(through, 0.99));
    }

    private void recordShort(CompositionRoot root, int episodes, BenchResult result) throws CommandFailed {
        List<Double> commits = new ArrayList<>();
        for (int i = 0; i < episodes; i++) {
            beginEpisode(root);
            pause(SHORT_NANOS);
            CommittedEpisode saved = Objects.requireNonNull(endEpisode(root).saved());
            commits.add(saved.commitNanos() * 1e-6);
        }
        int sample = Math.min(SAMPLE, episodes);
        result.put("commit_ms_first10", median(commits.subList(0, sample)));
        result.put("commit_ms_last10", median(commits.subList(episodes - sample, episodes)));
    }

    private static double median(List<Double> values) {
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(all);
        return BenchResult.percentile(all, 0.5);
    }

    private void beginEpisode(CompositionRoot root) throws CommandFailed {
        await("the encoders are open", () -> root.recorder().snapshot().state() == RecorderState.READY, root);
        root.recorder().send(new RecorderCommand.Start("Follow the benchmark's motion", "bench"));
        await("recording begins", () -> root.recorder().snapshot().state() == RecorderState.RECORDING, root);
    }

    private RunEpisode endEpisode(CompositionRoot root) throws CommandFailed {
        int before = root.recorder().snapshot().run().size();
        root.recorder().send(new RecorderCommand.Stop(""));
        await("the episode ends", () -> root.recorder().snapshot().state() == RecorderState.VERDICT, root);
        root.recorder().send(new RecorderCommand.Keep(false, ""));
        await("the episode is saved", () -> root.recorder().snapshot().run().size() > before, root);
        return root.recorder().snapshot().run().getLast();
    }

    private void pause(long nanos) {
        wait.waitUntil(clock.nanoTime() + nanos);
    }

    private void await(String what, BooleanSupplier reached, CompositionRoot root) throws CommandFailed {
        long giveUpNanos = clock.nanoTime() + PATIENCE_NANOS;
        while (!reached.getAsBoolean()) {
            RecorderSnapshot recorder = root.recorder().snapshot();
            ControlSnapshot loop = root.loop().snapshot();
            if (clock.nanoTime() > giveUpNanos || !recorder.failure().isEmpty()) {
                throw new CommandFailed("The benchmark waited in vain until %s. %s %s %s"
                        .formatted(what, recorder.failure(), recorder.startRefused(), loop.holdSentence()));
            }
            pause(STEP_NANOS);
        }
    }

    static void makeFolder(Path folder) throws CommandFailed {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new CommandFailed(
                    "%s cannot be made: %s. Choose another folder with --out.".formatted(folder, refused.getMessage()),
                    refused);
        }
    }
}
