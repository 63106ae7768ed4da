package org.telescribe.teleop.control.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.frame.LatestFrame;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.ControlPort;
import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.control.message.ControlSnapshot.ArmSnapshot;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.message.HoldCause;
import org.telescribe.teleop.control.recorder.CameraStatus;
import org.telescribe.teleop.control.recorder.EpisodeReport;
import org.telescribe.teleop.control.recorder.RecorderCommand;
import org.telescribe.teleop.control.recorder.RecorderPort;
import org.telescribe.teleop.control.recorder.RecorderSnapshot;
import org.telescribe.teleop.control.recorder.RecorderSnapshot.RunEpisode;
import org.telescribe.teleop.control.recorder.RecorderState;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.MarkKind;

class CollectSessionTest {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final SteppedClock clock = new SteppedClock(100 * SECOND_NANOS);
    private final FakeControl control = new FakeControl();
    private final FakeRecorder recorder = new FakeRecorder();
    private final CollectSession session = new CollectSession(
            control, recorder, new CollectPlan("push the block", "tester", 3, 10 * SECOND_NANOS), clock);

    private static final class FakeControl implements ControlPort {
        final List<ControlCommand> sent = new ArrayList<>();
        ControlState state = ControlState.IDLE;
        HoldCause cause = HoldCause.NONE;
        double offRad;
        long skipped;

        @Override
        public void send(ControlCommand command) {
            sent.add(command);
        }

        @Override
        public ControlSnapshot snapshot() {
            ArmSnapshot right = arm(0);
            return new ControlSnapshot(100, 0, 0, state, cause, "", skipped, arm(offRad), right);
        }

        private static ArmSnapshot arm(double offRad) {
            return new ArmSnapshot(
                    Math.abs(offRad) < 0.3,
                    "elbow",
                    offRad,
                    0,
                    0,
                    0,
                    0,
                    0,
                    BusOutcome.OK,
                    BusOutcome.OK,
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    private final class FakeRecorder implements RecorderPort {
        final List<RecorderCommand> sent = new ArrayList<>();
        RecorderState state = RecorderState.READY;
        long elapsedNanos;
        String lost = "";

        @Nullable
        EpisodeId open;

        List<EpisodeMark> marks = List.of();
        EpisodeOutcome outcome = EpisodeOutcome.UNRATED;
        List<RunEpisode> run = List.of();

        @Nullable
        EpisodeId newestKept;

        long cameraAgeNanos;

        @Override
        public void send(RecorderCommand command) {
            sent.add(command);
        }

        @Override
        public RecorderSnapshot snapshot() {
            CameraStatus camera = new CameraStatus("head", 10, clock.nanoTime() - cameraAgeNanos, 0, lost);
            return new RecorderSnapshot(
                    state,
                    open,
                    0,
                    0,
                    0,
                    elapsedNanos,
                    "",
                    "",
                    marks,
                    outcome,
                    null,
                    null,
                    run,
                    newestKept,
                    List.of(camera),
                    0);
        }

        @Override
        public List<LatestFrame> screens() {
            return List.of();
        }
    }

    private void enter() {
        clock.advance(SECOND_NANOS);
        session.enter();
    }

    @Test
    void enterArmsLimpArms() {
        enter();
        assertEquals(List.of(new ControlCommand.Arm()), control.sent);
    }

    @Test
    void secondEnterWithin600MillisecondsIsABounce() {
        enter();
        clock.advance(500_000_000L);
        session.enter();
        assertEquals(1, control.sent.size());
    }

    @Test
    void alignNamesTheJointAndTheWay() {
        control.state = ControlState.ARMED;
        control.offRad = 0.5;
        CollectView view = session.advance();
        assertEquals(CollectPhase.ALIGN, view.phase());
        assertTrue(view.sentence().contains("left elbow is 29° away"), view.sentence());
    }

    @Test
    void enterWhileNotAlignedStartsNothing() {
        control.state = ControlState.ARMED;
        control.offRad = 0.5;
        enter();
        assertTrue(control.sent.isEmpty() && recorder.sent.isEmpty());
    }

    @Test
    void enterWhenReadyFollowsAndThenRecordsOnce() {
        control.state = ControlState.ARMED;
        enter();
        assertEquals(List.of(new ControlCommand.Follow()), control.sent);
        control.state = ControlState.RAMP;
        assertEquals(CollectPhase.STARTING, session.advance().phase());
        control.state = ControlState.FOLLOWING;
        session.advance();
        session.advance();
        assertEquals(List.of(new RecorderCommand.Start("push the block", "tester")), recorder.sent);
    }

    @Test
    void aFullDiskKeepsTheNextEpisodeFromStartingAndSaysTheNumber() {
        control.state = ControlState.ARMED;
        session.blockStart("Cannot start: 0.1 GB are free.");
        enter();
        CollectView view = session.advance();
        assertEquals(CollectPhase.NOT_READY, view.phase());
        assertEquals("Cannot start: 0.1 GB are free.", view.sentence());
        assertTrue(control.sent.isEmpty() && recorder.sent.isEmpty());
        session.blockStart("");
        assertEquals(CollectPhase.READY, session.advance().phase());
    }

    @Test
    void aSilentCameraKeepsTheNextEpisodeFromStarting() {
        control.state = ControlState.ARMED;
        recorder.cameraAgeNanos = 2 * SECOND_NANOS;
        enter();
        CollectView view = session.advance();
        assertEquals(CollectPhase.NOT_READY, view.phase());
        assertTrue(view.sentence().contains("sends no pictures"), view.sentence());
        assertTrue(control.sent.isEmpty() && recorder.sent.isEmpty());
    }

    @Test
    void theFirstPressOnAnUnemptiedTrashOnlyAsks() {
        assertEquals("The trash of this run is empty.", session.emptyTrash());
        assertTrue(recorder.sent.isEmpty());
    }

    @Test
    void episodeEndsByItselfWhenItsTimeIsUp() {
        control.state = ControlState.FOLLOWING;
        recorder.state = RecorderState.RECORDING;
        recorder.elapsedNanos = 11 * SECOND_NANOS;
        session.advance();
        session.advance();
        assertEquals(List.of(new RecorderCommand.Stop("")), recorder.sent);
    }

    @Test
    void lostCameraPutsTheArmsInHold() {
        control.state = ControlState.FOLLOWING;
        recorder.state = RecorderState.RECORDING;
        recorder.lost = "Camera head is unplugged.";
        session.advance();
        assertEquals(new ControlCommand.Hold(HoldCause.CAMERA_LOST), control.sent.getFirst());
    }

    @Test
    void silentCameraPutsTheArmsInHold() {
        control.state = ControlState.FOLLOWING;
        recorder.state = RecorderState.RECORDING;
        recorder.cameraAgeNanos = 2 * SECOND_NANOS;
        session.advance();
        assertEquals(new ControlCommand.Hold(HoldCause.CAMERA_LOST), control.sent.getFirst());
    }

    @Test
    void theResultGoesToTheRecorderBeforeTheVerdict() {
        control.state = ControlState.FOLLOWING;
        recorder.state = RecorderState.VERDICT;
        session.result(true);
        enter();
        assertEquals(List.of(new RecorderCommand.Result(true), new RecorderCommand.Keep(false, "")), recorder.sent);
    }

    @Test
    void aMarkCarriesTheMomentOfTheKey() {
        control.state = ControlState.FOLLOWING;
        recorder.state = RecorderState.RECORDING;
        session.advance();
        session.mark(MarkKind.STEP);
        assertEquals(List.of(new RecorderCommand.Mark(MarkKind.STEP, 100 * SECOND_NANOS)), recorder.sent);
    }

    @Test
    void nothingIsMarkedWhileNothingIsRecorded() {
        session.mark(MarkKind.LOOK);
        recorder.state = RecorderState.VERDICT;
        session.mark(MarkKind.STEP);
        assertEquals(List.of(), recorder.sent);
    }

    private List<String> news() {
        session.advance();
        List<String> news = new ArrayList<>();
        for (String next = session.takeNews(); !next.isEmpty(); next = session.takeNews()) {
            news.add(next);
        }
        return news;
    }

    @Test
    void marksAndResultsAreSaidOnceTheRecorderHasThem() {
        recorder.state = RecorderState.RECORDING;
        recorder.open = EpisodeId.random();
        assertEquals(List.of(), news());
        recorder.marks = List.of(
                new EpisodeMark(MarkKind.STEP, 4_000_000_000L),
                new EpisodeMark(MarkKind.LOOK, 6_050_000_000L),
                new EpisodeMark(MarkKind.STEP, 72_460_000_000L));
        recorder.outcome = EpisodeOutcome.SUCCESS;
        assertEquals(
                List.of("Step 1 marked at 0:04.0", "Look here at 0:06.0", "Step 2 marked at 1:12.4", "Result: success"),
                news());
        assertEquals(List.of(), news());
        recorder.open = EpisodeId.random();
        recorder.marks = List.of(new EpisodeMark(MarkKind.STEP, 100_000_000L));
        recorder.outcome = EpisodeOutcome.UNRATED;
        assertEquals(List.of("Step 1 marked at 0:00.1"), news());
    }

    private static RunEpisode episode(int index) {
        EpisodeId id = EpisodeId.random();
        CommittedEpisode saved = index < 0 ? null : new CommittedEpisode(id, index, 30, 30, List.of(), 1, false);
        EpisodeReport report = new EpisodeReport(30, 1, 200, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of(), "");
        return new RunEpisode(id, report, saved, EpisodeVerdict.unrated());
    }

    @Test
    void undoTakesTheLastVerdictBackWhateverItWas() {
        RunEpisode kept = episode(0);
        recorder.run = List.of(kept);
        recorder.newestKept = kept.id();
        assertTrue(session.undo().contains("leaves the dataset"));
        RunEpisode discarded = episode(-1);
        recorder.run = List.of(kept, discarded);
        assertTrue(session.undo().contains("comes back"));
        assertEquals(
                List.of(new RecorderCommand.TakeBack(kept.id()), new RecorderCommand.Restore(discarded.id())),
                recorder.sent);
    }

    @Test
    void ofTheKeptEpisodesOnlyTheLastIsTakenBackAndThatIsSaid() {
        RunEpisode first = episode(0);
        RunEpisode second = episode(1);
        recorder.run = List.of(first, second, episode(-1));
        recorder.newestKept = second.id();
        assertTrue(session.undo(first.id()).contains("Episode 0 stays kept"));
        assertEquals(List.of(), recorder.sent);
        session.undo(second.id());
        assertEquals(List.of(new RecorderCommand.TakeBack(second.id())), recorder.sent);
        recorder.run = List.of(first, episode(-1));
        recorder.newestKept = null;
        assertTrue(session.undo(first.id()).contains("Episode 0 stays kept"));
        assertEquals(1, recorder.sent.size());
    }

    @Test
    void noVerdictIsTakenBackWhileAnEpisodeIsUnderWay() {
        recorder.run = List.of(episode(0));
        recorder.state = RecorderState.RECORDING;
        assertTrue(session.undo().contains("Finish it first"));
        recorder.state = RecorderState.VERDICT;
        assertTrue(session.undo().contains("Finish it first"));
        assertEquals(List.of(), recorder.sent);
        recorder.run = List.of();
        recorder.state = RecorderState.READY;
        assertTrue(session.undo().contains("no verdict"));
    }

    @Test
    void aRunIsLateFromMoreThanOneTickInAThousandOn() {
        control.skipped = 0;
        assertFalse(session.advance().isLate());
        control.skipped = 1;
        assertTrue(session.advance().isLate());
    }

    @Test
    void recordAgainDiscardsAndStartsTheNextEpisode() {
        control.state = ControlState.FOLLOWING;
        recorder.state = RecorderState.VERDICT;
        session.recordAgain();
        recorder.state = RecorderState.READY;
        session.advance();
        session.advance();
        assertInstanceOf(RecorderCommand.Discard.class, recorder.sent.get(0));
        assertInstanceOf(RecorderCommand.Start.class, recorder.sent.get(1));
    }

    @Test
    void holdComesBeforeEverythingElse() {
        control.state = ControlState.HOLD;
        control.cause = HoldCause.OPERATOR;
        recorder.state = RecorderState.VERDICT;
        CollectView view = session.advance();
        assertEquals(CollectPhase.HOLD, view.phase());
        assertTrue(view.sentence().contains("Both arms hold"), view.sentence());
    }

    @Test
    void holdWhileStartingForgetsTheStart() {
        control.state = ControlState.ARMED;
        enter();
        control.state = ControlState.HOLD;
        session.advance();
        control.state = ControlState.FOLLOWING;
        session.advance();
        assertTrue(recorder.sent.isEmpty());
    }
}
