package org.telescribe.teleop.control.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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
import org.telescribe.teleop.control.recorder.RecorderCommand;
import org.telescribe.teleop.control.recorder.RecorderPort;
import org.telescribe.teleop.control.recorder.RecorderSnapshot;
import org.telescribe.teleop.control.recorder.RecorderState;
import org.telescribe.teleop.episode.model.EpisodeOutcome;

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

        @Override
        public void send(ControlCommand command) {
            sent.add(command);
        }

        @Override
        public ControlSnapshot snapshot() {
            ArmSnapshot right = arm(0);
            return new ControlSnapshot(100, 0, 0, state, cause, "", 0, arm(offRad), right);
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
        long cameraAgeNanos;

        @Override
        public void send(RecorderCommand command) {
            sent.add(command);
        }

        @Override
        public RecorderSnapshot snapshot() {
            CameraStatus camera = new CameraStatus("head", 10, clock.nanoTime() - cameraAgeNanos, 0, lost);
            return new RecorderSnapshot(
                    state, null, 0, 0, 0, elapsedNanos, "", "", null, null, List.of(), List.of(camera), 0);
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
    void verdictKeepsWithTheResultThatWasSaid() {
        control.state = ControlState.FOLLOWING;
        recorder.state = RecorderState.VERDICT;
        session.result(true);
        enter();
        RecorderCommand.Keep keep = assertInstanceOf(RecorderCommand.Keep.class, recorder.sent.getFirst());
        assertEquals(EpisodeOutcome.SUCCESS, keep.verdict().outcome());
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
