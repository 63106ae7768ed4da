package org.telescribe.teleop.control.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.LatestFrame;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.SpscQueue;
import org.telescribe.devices.core.handover.SpscRing;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.JointLimit;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.teleop.control.loop.TickLayout;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.recorder.RecorderSnapshot.RunEpisode;
import org.telescribe.teleop.episode.check.DatasetVerifier;
import org.telescribe.teleop.episode.check.VerificationReport;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.MarkKind;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.read.RecordedFacts;
import org.telescribe.teleop.episode.video.CameraEncoder;
import org.telescribe.teleop.episode.video.VideoEncoders;

/// The whole recorder, agent by agent, on a stepped clock: no thread, no waiting.
class RecordingFlowTest {
    private static final long TICK_NANOS = 5_000_000L;
    private static final ArmLayout ARM = new ArmLayout(List.of(new ArmJoint("elbow", new JointLimit(-2, 2, 4, 100))));
    private static final CameraInfo CAMERA = new CameraInfo("head", 64, 48, 30);
    private static final StationSchema SCHEMA =
            StationSchema.of("test_arms", 30, ARM, ARM, List.of(CAMERA), VideoSettings.lowDelayAv1());

    @TempDir
    private Path folder = Path.of("");

    private final SteppedClock clock = new SteppedClock(10_000_000_000L);
    private final SpscRing ticks = new SpscRing(4096, SCHEMA.layout().size());
    private final SpscQueue<PooledFrame> frames = new SpscQueue<>(8);
    private final SpscQueue<EncoderMessage> packets = new SpscQueue<>(512);
    private final SpscQueue<RecorderCommand> commands = new SpscQueue<>(8);
    private final FakeCamera source = new FakeCamera();
    private final Lanes tick = new Lanes(SCHEMA.layout().size());
    private @Nullable RecorderAgent recorder;
    private @Nullable EncoderAgent encoder;
    private @Nullable CameraAgent camera;
    private boolean refuseEncoders;
    private long tickNumber;
    private ControlState state = ControlState.FOLLOWING;

    /// A camera at 30 Hz on the stepped clock, which can be stopped.
    private final class FakeCamera implements CameraSource {
        private final FramePool pool = new FramePool(16, CAMERA.width(), CAMERA.height(), true);
        private long nextNanos = clock.nanoTime() + 1_000_000L;
        private long sequence = 100;
        private boolean stalled;

        @Override
        public CameraInfo info() {
            return CAMERA;
        }

        @Override
        public @Nullable PooledFrame next(long deadlineNanos) {
            if (clock.nanoTime() < nextNanos) {
                return null;
            }
            long captureNanos = nextNanos;
            nextNanos += 33_333_333L;
            sequence++;
            PooledFrame frame = stalled ? null : pool.take();
            if (frame != null) {
                ByteBuffer pixels = frame.pixels();
                for (int i = 0; i < pixels.capacity(); i++) {
                    pixels.put(i, (byte) (64 + (i * 7L + sequence) % 64));
                }
                frame.stamp(sequence, captureNanos, StampSource.ARRIVAL);
            }
            return frame;
        }

        @Override
        public void close() {}
    }

    private static final class OrdinaryScheduling implements ThreadScheduling {
        @Override
        public boolean realTime(int priority) {
            return false;
        }

        @Override
        public void background(int niceness) {}
    }

    @BeforeEach
    void open() {
        OrdinaryScheduling scheduling = new OrdinaryScheduling();
        RecordingDataset dataset =
                RecordingDataset.open(folder.resolve("set"), SCHEMA.schema(), new NioDurableFiles(), clock);
        camera = new CameraAgent(source, frames, new LatestFrame());
        encoder = new EncoderAgent(
                0,
                "head",
                frames,
                packets,
                () -> Objects.requireNonNull(recorder).window(),
                () -> openEncoder(scheduling),
                scheduling);
        CameraLine line =
                new CameraLine("head", Objects.requireNonNull(camera), Objects.requireNonNull(encoder), packets);
        recorder = new RecorderAgent(
                clock,
                SCHEMA,
                new RecorderSettings("bench", "test", "", ArmSource.EMULATED),
                dataset,
                ticks,
                List.of(line),
                commands,
                TickObserver.none());
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(camera).onClose();
        Objects.requireNonNull(encoder).onClose();
        Objects.requireNonNull(recorder).onClose();
        assertEquals(16, source.pool.available(), "frames were leaked");
    }

    private CameraEncoder openEncoder(ThreadScheduling scheduling) {
        if (refuseEncoders) {
            throw new DatasetException("The encoder libsvtav1 is missing. Choose another codec.");
        }
        return VideoEncoders.open(
                SCHEMA.schema().video(), SCHEMA.schema().cameras().getFirst(), 30, scheduling);
    }

    private void run(int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(TICK_NANOS);
            long nowNanos = clock.nanoTime();
            tick.setLong(TickLayout.TICK, tickNumber++);
            tick.setLong(TickLayout.DEADLINE_NANOS, nowNanos);
            tick.setLong(TickLayout.WOKE_NANOS, nowNanos + 40_000);
            tick.setLong(TickLayout.STATE, state.ordinal());
            ticks.offer(tick);
            Objects.requireNonNull(camera).doWork(nowNanos);
            Objects.requireNonNull(encoder).doWork(nowNanos);
            Objects.requireNonNull(encoder).doWork(nowNanos);
            Objects.requireNonNull(recorder).doWork(nowNanos);
        }
    }

    private RecorderSnapshot snapshot() {
        return Objects.requireNonNull(recorder).snapshot();
    }

    private void record(int tickCount) {
        run(10);
        assertEquals(RecorderState.READY, snapshot().state());
        commands.offer(new RecorderCommand.Start("push the block", "tester"));
        run(tickCount);
        assertEquals(RecorderState.RECORDING, snapshot().state());
        commands.offer(new RecorderCommand.Stop(""));
        run(30);
        assertEquals(RecorderState.VERDICT, snapshot().state(), () -> snapshot().failure());
    }

    private RunEpisode keep() {
        commands.offer(new RecorderCommand.Keep(false, ""));
        run(2);
        return snapshot().run().getLast();
    }

    @Test
    void everyRowOfACommittedEpisodeHasItsPicture() {
        record(400);
        CommittedEpisode saved = Objects.requireNonNull(keep().saved());
        assertEquals(0, saved.episodeIndex());
        assertTrue(saved.rows() >= 58 && saved.rows() <= 61, "rows " + saved.rows());
        assertEquals(saved.rows(), saved.samplesPerCamera());
        assertEquals(0, snapshot().run().getLast().report().cameras().getFirst().repeated());
    }

    @Test
    void secondEpisodeFollowsTheFirst() {
        record(100);
        keep();
        record(100);
        assertEquals(1, Objects.requireNonNull(keep().saved()).episodeIndex());
        assertEquals(2, snapshot().datasetEpisodes());
    }

    @Test
    void stalledCameraRepeatsItsPictureAndTheReportSaysSo() {
        run(10);
        commands.offer(new RecorderCommand.Start("push the block", "tester"));
        run(100);
        source.stalled = true;
        run(100);
        source.stalled = false;
        run(100);
        commands.offer(new RecorderCommand.Stop(""));
        run(30);
        RunEpisode episode = keep();
        long repeated = episode.report().cameras().getFirst().repeated();
        assertTrue(repeated >= 13 && repeated <= 16, "repeated " + repeated);
        assertEquals(
                Objects.requireNonNull(episode.saved()).rows(),
                Objects.requireNonNull(episode.saved()).samplesPerCamera());
    }

    @Test
    void discardedEpisodeComesBackFromTheTrash() {
        record(100);
        commands.offer(new RecorderCommand.Discard("the block fell"));
        run(5);
        RunEpisode discarded = snapshot().run().getLast();
        assertNull(discarded.saved());
        assertEquals(0, snapshot().datasetEpisodes());
        commands.offer(new RecorderCommand.Restore(discarded.id()));
        run(2);
        assertEquals(RecorderState.VERDICT, snapshot().state());
        assertNotNull(keep().saved());
        assertEquals(1, snapshot().datasetEpisodes());
    }

    @Test
    void anEmptiedTrashHoldsNothingToBringBackAndKeepsWhatWasKept() {
        record(100);
        commands.offer(new RecorderCommand.Discard("the block fell"));
        run(5);
        record(100);
        keep();
        RunEpisode discarded = snapshot().run().getFirst();
        commands.offer(new RecorderCommand.EmptyTrash());
        run(2);
        assertEquals(1, snapshot().run().size());
        assertEquals(1, snapshot().datasetEpisodes());
        commands.offer(new RecorderCommand.Restore(discarded.id()));
        run(2);
        assertNotEquals(RecorderState.VERDICT, snapshot().state());
    }

    private RecordedFacts facts(int episode) {
        try (EpisodeReader reader = EpisodeReader.open(folder.resolve("set"))) {
            return Objects.requireNonNull(reader.recordedFacts().get(episode));
        }
    }

    @Test
    void marksAndTheResultSaidWhileRecordingAreInTheDataset() {
        run(10);
        commands.offer(new RecorderCommand.Mark(MarkKind.STEP, clock.nanoTime())); // nothing is recorded yet
        commands.offer(new RecorderCommand.Start("push the block", "tester"));
        run(100);
        long startNanos = snapshot().startNanos();
        commands.offer(new RecorderCommand.Mark(MarkKind.STEP, startNanos + 123_000_000L));
        commands.offer(new RecorderCommand.Result(true));
        run(20);
        commands.offer(new RecorderCommand.Mark(MarkKind.LOOK, startNanos - 5));
        commands.offer(new RecorderCommand.Result(false));
        run(20);
        List<EpisodeMark> marks =
                List.of(new EpisodeMark(MarkKind.STEP, 123_000_000L), new EpisodeMark(MarkKind.LOOK, 0));
        assertEquals(marks, snapshot().marks());
        assertEquals(EpisodeOutcome.FAILURE, snapshot().outcome());
        commands.offer(new RecorderCommand.Stop(""));
        run(30);
        assertEquals(marks, Objects.requireNonNull(snapshot().waiting()).marks());
        RunEpisode kept = keep();
        assertEquals(EpisodeOutcome.FAILURE, kept.verdict().outcome());
        assertEquals(marks, facts(0).marks());
        assertEquals(EpisodeOutcome.FAILURE, facts(0).outcome());
        record(60);
        assertEquals(List.of(), snapshot().marks());
        assertEquals(EpisodeOutcome.UNRATED, snapshot().outcome());
    }

    @Test
    void aCrashKeepsMarksAndResult() {
        run(10);
        commands.offer(new RecorderCommand.Start("push the block", "tester"));
        run(100);
        commands.offer(new RecorderCommand.Mark(MarkKind.STEP, snapshot().startNanos() + 77_000_000L));
        commands.offer(new RecorderCommand.Result(true));
        run(40);
        close();
        RecordingDataset.open(folder.resolve("set"), SCHEMA.schema(), new NioDurableFiles(), clock)
                .close();
        assertEquals(List.of(new EpisodeMark(MarkKind.STEP, 77_000_000L)), facts(0).marks());
        assertEquals(EpisodeOutcome.SUCCESS, facts(0).outcome());
        open();
    }

    @Test
    void aKeptEpisodeIsTakenBackAndJudgedAgain() {
        record(100);
        keep();
        record(100);
        commands.offer(new RecorderCommand.Result(true));
        RunEpisode kept = keep();
        commands.offer(new RecorderCommand.TakeBack(kept.id()));
        run(2);
        assertEquals(RecorderState.VERDICT, snapshot().state());
        assertEquals(kept.id(), snapshot().waitingId());
        assertEquals(kept.report(), snapshot().waiting());
        assertEquals(EpisodeOutcome.SUCCESS, snapshot().outcome());
        assertEquals(1, snapshot().datasetEpisodes());
        assertEquals(1, snapshot().run().size());
        commands.offer(new RecorderCommand.Discard("on second thoughts"));
        run(2);
        assertEquals(1, snapshot().datasetEpisodes());
        record(100);
        assertEquals(1, Objects.requireNonNull(keep().saved()).episodeIndex());
        VerificationReport report = DatasetVerifier.verify(folder.resolve("set"), true);
        assertTrue(report.sound(), () -> report.findings().toString());
    }

    @Test
    void anEarlierKeptEpisodeStaysKeptAndTheReasonIsSaid() {
        record(100);
        RunEpisode first = keep();
        record(100);
        keep();
        commands.offer(new RecorderCommand.TakeBack(first.id()));
        run(2);
        assertNotEquals(RecorderState.VERDICT, snapshot().state());
        assertEquals(2, snapshot().run().size());
        assertEquals(2, snapshot().datasetEpisodes());
        assertTrue(
                snapshot().startRefused().contains("Only the newest"),
                snapshot().startRefused());
    }

    @Test
    void armsThatLeaveFollowingEndTheEpisodeWhichIsKeptForTheVerdict() {
        run(10);
        commands.offer(new RecorderCommand.Start("push the block", "tester"));
        run(100);
        state = ControlState.HOLD;
        run(30);
        assertEquals(RecorderState.VERDICT, snapshot().state());
        assertTrue(Objects.requireNonNull(snapshot().waiting()).stopReason().contains("following"));
    }

    @Test
    void startIsRefusedWhileTheArmsDoNotFollow() {
        state = ControlState.ARMED;
        run(10);
        commands.offer(new RecorderCommand.Start("push the block", "tester"));
        run(5);
        assertTrue(
                snapshot().startRefused().contains("do not follow"), snapshot().startRefused());
        assertEquals(RecorderState.READY, snapshot().state());
    }

    @Test
    void encoderThatCannotBeOpenedIsSaidAndNothingIsRecorded() {
        refuseEncoders = true;
        run(10);
        assertEquals(RecorderState.FAILED, snapshot().state());
        assertTrue(snapshot().failure().contains("libsvtav1"), snapshot().failure());
    }

    @Test
    void interruptedRecordingIsRecoveredWhenTheDatasetIsOpenedAgain() throws Exception {
        run(10);
        commands.offer(new RecorderCommand.Start("push the block", "tester"));
        run(200);
        close();
        RecordingDataset again =
                RecordingDataset.open(folder.resolve("set"), SCHEMA.schema(), new NioDurableFiles(), clock);
        try (again) {
            assertEquals(1, again.recovery().recovered().size());
            assertTrue(again.recovery().recovered().getFirst().rows() >= 28);
        }
        assertTrue(Files.exists(folder.resolve("set/meta/info.json")));
        open();
    }
}
