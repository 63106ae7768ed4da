package org.telescribe.teleop.control.recorder;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.SpscQueue;
import org.telescribe.devices.core.handover.SpscRing;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.control.loop.TickLayout;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.recorder.EpisodeReport.CameraReport;
import org.telescribe.teleop.control.recorder.RecorderSnapshot.RunEpisode;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.dataset.EpisodeRecording;
import org.telescribe.teleop.episode.dataset.PendingEpisode;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.RowLayout;

/// The recorder thread: puts ticks on the dataset's grid, rows and packets into the journal, and
/// commits. The only thread that writes to the dataset.
final class RecorderAgent implements Agent {
    private static final long POLL_NANOS = 4_000_000L;

    private final SessionClock clock;
    private final StationSchema schema;
    private final RecorderSettings settings;
    private final RecordingDataset dataset;
    private final SpscRing ticks;
    private final List<CameraLine> cameras;
    private final SpscQueue<RecorderCommand> commands;
    private final TickObserver observer;
    private final RowLayout rowLayout;
    private final EpisodeStatistics statistics;
    private final Lanes tick;
    private final Lanes before;
    private final List<RunEpisode> run = new ArrayList<>();
    private final List<EpisodeMark> marks = new ArrayList<>();
    private final List<CameraReport> cameraReports = new ArrayList<>();
    private volatile RecordingWindow window = new RecordingWindow(0, new RowGrid(0, 1), 0, true);
    private volatile RecorderSnapshot snapshot;
    private RecorderState state = RecorderState.PREPARING;
    private RecorderCommand.@Nullable Start start;
    private @Nullable EpisodeRecording recording;
    private @Nullable PendingEpisode pending;
    private @Nullable EpisodeReport report;
    private EpisodeOutcome outcome = EpisodeOutcome.UNRATED;
    private String startRefused = "";
    private String stopReason = "";
    private String failure = "";
    private long episode;
    private long rows;
    private long refusedBefore;
    private boolean haveTick;

    RecorderAgent(
            SessionClock clock,
            StationSchema schema,
            RecorderSettings settings,
            RecordingDataset dataset,
            SpscRing ticks,
            List<CameraLine> cameras,
            SpscQueue<RecorderCommand> commands,
            TickObserver observer) {
        this.clock = clock;
        this.schema = schema;
        this.settings = settings;
        this.dataset = dataset;
        this.ticks = ticks;
        this.cameras = List.copyOf(cameras);
        this.commands = commands;
        this.observer = observer;
        this.rowLayout = schema.schema().rowLayout();
        this.statistics = new EpisodeStatistics(schema.layout());
        this.tick = new Lanes(schema.layout().size());
        this.before = new Lanes(schema.layout().size());
        this.snapshot = describe();
    }

    @Override
    public String roleName() {
        return "recorder";
    }

    RecordingWindow window() {
        return window;
    }

    RecorderSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public long doWork(long nowNanos) {
        try {
            if (state == RecorderState.PREPARING && cameras.stream().allMatch(CameraLine::prepared)) {
                state = RecorderState.READY;
            }
            obeyCommands();
            takeTicks();
            takePackets();
            EpisodeRecording open = recording;
            if (open != null) {
                open.forceIfDue(nowNanos);
            }
        } catch (DatasetException refused) {
            fail(String.valueOf(refused.getMessage()));
        }
        snapshot = describe();
        return nowNanos + POLL_NANOS;
    }

    private void obeyCommands() {
        RecorderCommand command = commands.poll();
        while (command != null) {
            switch (command) {
                case RecorderCommand.Start asked -> {
                    boolean ready = isFree();
                    startRefused = ready ? "" : "An episode is not finished yet. Keep or discard it first.";
                    start = ready ? asked : start;
                }
                case RecorderCommand.Stop stop -> stop(stop.reason());
                case RecorderCommand.Mark mark -> mark(mark);
                case RecorderCommand.Result result -> result(result.success());
                case RecorderCommand.Keep keep -> keep(new EpisodeVerdict(outcome, keep.flagged(), keep.notes()));
                case RecorderCommand.Discard discard -> discard(discard.reason());
                case RecorderCommand.Restore restore -> restore(restore.id());
                case RecorderCommand.TakeBack back -> takeBack(back.id());
                case RecorderCommand.EmptyTrash ignored -> emptyTrash();
            }
            command = commands.poll();
        }
    }

    private void takeTicks() {
        while (ticks.poll(tick)) {
            observer.onTick(tick);
            if (start != null && state == RecorderState.READY) {
                begin(start);
            }
            if (state == RecorderState.RECORDING) {
                record();
            }
            before.copyFrom(tick);
            haveTick = true;
        }
    }

    private void begin(RecorderCommand.Start asked) {
        ControlState control = ControlState.of(tick.getLong(TickLayout.STATE));
        if (control != ControlState.FOLLOWING) {
            startRefused = "The arms do not follow yet. Arm them and wait for READY.";
            start = null;
            return;
        }
        long startNanos = tick.getLong(TickLayout.DEADLINE_NANOS);
        RowGrid grid = new RowGrid(startNanos, schema.schema().framesPerSecond());
        List<ByteBuffer> headers =
                cameras.stream().map(CameraLine::preparedHeader).toList();
        EpisodeStart episodeStart = new EpisodeStart(
                EpisodeId.random(),
                asked.task(),
                asked.operator(),
                settings.station(),
                settings.softwareVersion(),
                settings.calibrationHash(),
                settings.armSource(),
                startNanos,
                clock.wallMillis() - (clock.nanoTime() - startNanos) / 1_000_000L);
        start = null;
        recording = dataset.begin(episodeStart, headers);
        episode++;
        rows = 0;
        stopReason = "";
        haveTick = false;
        refusedBefore = ticks.refused();
        cameraReports.clear();
        marks.clear();
        outcome = EpisodeOutcome.UNRATED;
        statistics.begin();
        window = new RecordingWindow(episode, grid, Long.MAX_VALUE, false);
        state = RecorderState.RECORDING;
    }

    /// A row gets the newest tick that is not after it, so it is written when the next tick is
    /// there.
    private void record() {
        if (haveTick) {
            emitRowsBefore(tick.getLong(TickLayout.DEADLINE_NANOS));
        }
        statistics.add(tick);
        if (ControlState.of(tick.getLong(TickLayout.STATE)) != ControlState.FOLLOWING) {
            stop("The arms left following");
        }
    }

    private void emitRowsBefore(long nanos) {
        RowGrid grid = window.grid();
        EpisodeRecording open = Objects.requireNonNull(recording);
        while (grid.rowNanos(rows) < nanos) {
            open.append(schema.row(rowLayout, grid, rows, before));
            rows++;
        }
    }

    private void stop(String reason) {
        start = null;
        if (state == RecorderState.RECORDING) {
            stopReason = reason;
            window = window.endingAt(rows);
            state = RecorderState.ENDING;
        }
    }

    private void mark(RecorderCommand.Mark asked) {
        EpisodeRecording open = recording;
        if (open != null) {
            long sinceStartNanos = asked.atNanos() - window.grid().startNanos();
            EpisodeMark mark = new EpisodeMark(asked.kind(), Math.max(0, sinceStartNanos));
            open.append(mark);
            marks.add(mark);
        }
    }

    private void result(boolean success) {
        EpisodeRecording open = recording;
        if (open != null) {
            open.appendResult(success, clock.nanoTime());
        }
        if (open != null || pending != null) {
            outcome = success ? EpisodeOutcome.SUCCESS : EpisodeOutcome.FAILURE;
        }
    }

    private void takePackets() {
        for (int i = 0; i < cameras.size(); i++) {
            CameraLine camera = cameras.get(i);
            EncoderMessage message = camera.packets().poll();
            while (message != null) {
                if (message instanceof EncoderMessage.Failed failed) {
                    fail(failed.reason());
                } else if (message.episode() == episode && recording != null) {
                    take(camera, message);
                }
                message = camera.packets().poll();
            }
        }
        if (state == RecorderState.ENDING && cameraReports.size() == cameras.size()) {
            finish();
        }
    }

    private void take(CameraLine camera, EncoderMessage message) {
        switch (message) {
            case EncoderMessage.Packet packet ->
                Objects.requireNonNull(recording).append(packet.packet());
            case EncoderMessage.Finished finished ->
                cameraReports.add(new CameraReport(camera.name(), finished.repeated(), finished.droppedFrames()));
            case EncoderMessage.Failed failed -> fail(failed.reason());
        }
    }

    private void finish() {
        EpisodeRecording open = Objects.requireNonNull(recording);
        long lost = ticks.refused() - refusedBefore;
        EpisodeReport finished = statistics.report(rows, lost, cameraReports, marks, stopReason);
        report = finished;
        Map<String, Long> counters = new TreeMap<>();
        counters.put("ticks", finished.ticks());
        counters.put("ticks_skipped", finished.ticksSkipped());
        counters.put("ticks_lost", lost);
        counters.put("clipped_ticks", finished.clippedTicks());
        counters.put("lateness_p99_nanos", finished.latenessP99Nanos());
        pending = open.finish(new EpisodeEnd(clock.nanoTime(), counters));
        recording = null;
        state = RecorderState.VERDICT;
    }

    private void keep(EpisodeVerdict verdict) {
        PendingEpisode waiting = pending;
        EpisodeReport waitingReport = report;
        if (state != RecorderState.VERDICT || waiting == null || waitingReport == null) {
            return;
        }
        state = RecorderState.SAVING;
        snapshot = describe();
        CommittedEpisode saved;
        try {
            saved = waiting.keep(verdict);
        } catch (DatasetException refused) {
            state = RecorderState.VERDICT;
            startRefused = String.valueOf(refused.getMessage());
            return;
        }
        run.add(new RunEpisode(waiting.id(), waitingReport, saved, verdict));
        next();
    }

    private void discard(String reason) {
        PendingEpisode waiting = pending;
        EpisodeReport waitingReport = report;
        if (state != RecorderState.VERDICT || waiting == null || waitingReport == null) {
            return;
        }
        waiting.discard(reason);
        run.add(new RunEpisode(waiting.id(), waitingReport, null, new EpisodeVerdict(outcome, false, "")));
        next();
    }

    private boolean isFree() {
        return state == RecorderState.READY || state == RecorderState.PREPARING;
    }

    private void restore(EpisodeId id) {
        for (RunEpisode episodeOfRun : List.copyOf(run)) {
            if (isFree() && episodeOfRun.id().equals(id) && episodeOfRun.saved() == null) {
                waitAgain(episodeOfRun, dataset.restore(id));
            }
        }
    }

    /// When the dataset refuses, the episode stays kept.
    private void takeBack(EpisodeId id) {
        for (RunEpisode episodeOfRun : List.copyOf(run)) {
            if (isFree() && episodeOfRun.id().equals(id) && episodeOfRun.saved() != null) {
                try {
                    waitAgain(episodeOfRun, dataset.takeBack(id));
                } catch (DatasetException refused) {
                    startRefused = String.valueOf(refused.getMessage());
                }
            }
        }
    }

    private void waitAgain(RunEpisode episodeOfRun, PendingEpisode waiting) {
        pending = waiting;
        report = episodeOfRun.report();
        rows = episodeOfRun.report().rows();
        marks.clear();
        marks.addAll(episodeOfRun.report().marks());
        outcome = episodeOfRun.verdict().outcome();
        run.remove(episodeOfRun);
        start = null;
        startRefused = "";
        state = RecorderState.VERDICT;
    }

    private void emptyTrash() {
        for (RunEpisode episodeOfRun : List.copyOf(run)) {
            if (episodeOfRun.saved() == null) {
                dataset.forget(episodeOfRun.id());
                run.remove(episodeOfRun);
            }
        }
    }

    private void next() {
        pending = null;
        report = null;
        startRefused = "";
        state = RecorderState.PREPARING;
    }

    private void fail(String reason) {
        failure = reason;
        state = RecorderState.FAILED;
        window = window.abandon();
        EpisodeRecording open = recording;
        recording = null;
        if (open != null) {
            open.abandon();
        }
    }

    private RecorderSnapshot describe() {
        PendingEpisode waiting = pending;
        EpisodeRecording open = recording;
        boolean running = state == RecorderState.RECORDING && haveTick;
        return new RecorderSnapshot(
                state,
                open != null ? open.id() : waiting == null ? null : waiting.id(),
                open != null || waiting != null ? window.grid().startNanos() : 0,
                rows,
                open != null ? open.durableRows() : rows,
                running
                        ? before.getLong(TickLayout.DEADLINE_NANOS)
                                - window.grid().startNanos()
                        : 0,
                startRefused,
                failure,
                open != null || waiting != null ? marks : List.of(),
                open != null || waiting != null ? outcome : EpisodeOutcome.UNRATED,
                report,
                waiting == null ? null : waiting.id(),
                run,
                dataset.newestKept(),
                cameras.stream().map(CameraLine::status).toList(),
                dataset.episodes());
    }

    @Override
    public void onClose() {
        EpisodeRecording open = recording;
        recording = null;
        if (open != null) {
            open.abandon();
        }
        dataset.close();
    }
}
