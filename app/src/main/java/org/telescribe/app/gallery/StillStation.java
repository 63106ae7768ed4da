package org.telescribe.app.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.LatestFrame;
import org.telescribe.devices.core.port.BusOutcome;
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

/// A station that stands still in a given state: control loop and recorder say always the same.
final class StillStation implements ControlPort {
    static final List<String> CAMERAS = List.of("head", "left_wrist", "right_wrist");

    private static final List<String> JOINTS =
            List.of("waist", "shoulder", "elbow", "forearm_roll", "wrist_angle", "wrist_rotate", "gripper");
    private static final List<Double> LEFT = List.of(-0.31, 0.12, 0.43, 0.0, 1.22, -0.12, 0.4);
    private static final List<Double> RIGHT = List.of(0.42, 0.08, 0.55, 0.0, 0.9, -0.4, 0.9);

    private static final List<EpisodeMark> MARKS = List.of(
            new EpisodeMark(MarkKind.STEP, 4_200_000_000L),
            new EpisodeMark(MarkKind.STEP, 12_400_000_000L),
            new EpisodeMark(MarkKind.LOOK, 15_900_000_000L));

    private final ControlSnapshot control;
    private final RecorderSnapshot recorder;

    private StillStation(ControlSnapshot control, RecorderSnapshot recorder) {
        this.control = control;
        this.recorder = recorder;
    }

    /// What the arms say.
    ///
    /// @param state state of the loop
    /// @param hold why they hold
    /// @param arm arm to blame
    /// @param offRad how far the left elbow is off
    /// @param silent whether the left follower is silent
    /// @param skipped ticks that the loop missed
    record Arms(ControlState state, HoldCause hold, String arm, double offRad, boolean silent, long skipped) {
        static Arms of(ControlState state) {
            return new Arms(state, HoldCause.NONE, "", 0, false, 0);
        }
    }

    /// What the recorder says.
    ///
    /// @param state its state
    /// @param waiting report of the episode that waits, or null
    /// @param failure why it failed
    /// @param lostCamera number of a lost camera, -1 for none
    /// @param said result of the episode
    record Recording(
            RecorderState state, @Nullable EpisodeReport waiting, String failure, int lostCamera, EpisodeOutcome said) {
        static Recording of(RecorderState state) {
            return new Recording(state, null, "", -1, EpisodeOutcome.UNRATED);
        }
    }

    static StillStation of(Arms arms, Recording recording, long nowNanos) {
        ControlSnapshot control = new ControlSnapshot(
                12_000,
                nowNanos,
                31_000,
                arms.state(),
                arms.hold(),
                arms.arm(),
                arms.skipped(),
                arm(LEFT, arms.offRad(), arms.silent()),
                arm(RIGHT, 0, false));
        List<CameraStatus> cameras = new ArrayList<>();
        for (int i = 0; i < CAMERAS.size(); i++) {
            boolean lost = i == recording.lostCamera();
            cameras.add(new CameraStatus(
                    CAMERAS.get(i),
                    1800,
                    nowNanos - (lost ? 1_400_000_000L : 12_000_000L + i * 7_000_000L),
                    0,
                    lost ? "The camera was unplugged." : ""));
        }
        boolean runs = recording.state() == RecorderState.RECORDING;
        RecorderSnapshot recorder = new RecorderSnapshot(
                recording.state(),
                null,
                0,
                runs ? 690 : 0,
                runs ? 684 : 0,
                runs ? 23_000_000_000L : 0,
                "",
                recording.failure(),
                runs ? MARKS : List.of(),
                recording.said(),
                recording.waiting(),
                null,
                run(),
                new EpisodeId(new UUID(7, 10)),
                cameras,
                11);
        return new StillStation(control, recorder);
    }

    private static ArmSnapshot arm(List<Double> positions, double offRad, boolean silent) {
        List<Double> leader = new ArrayList<>(positions);
        leader.set(2, leader.get(2) + offRad);
        return new ArmSnapshot(
                Math.abs(offRad) < 0.35,
                "elbow",
                offRad,
                1_200_000,
                silent ? 900_000_000L : 1_300_000,
                0,
                silent ? 190 : 0,
                1_300_000,
                BusOutcome.OK,
                silent ? BusOutcome.TIMEOUT : BusOutcome.OK,
                0,
                leader,
                positions,
                positions,
                JOINTS);
    }

    private static List<RunEpisode> run() {
        List<RunEpisode> run = new ArrayList<>();
        for (int i = 8; i < 11; i++) {
            EpisodeId id = new EpisodeId(new UUID(7, i));
            EpisodeReport report = report(0, 0);
            boolean discarded = i == 8;
            CommittedEpisode saved =
                    discarded ? null : new CommittedEpisode(id, i, 690, 690, List.of(), 310_000_000L, false);
            EpisodeOutcome outcome = i == 9 ? EpisodeOutcome.FAILURE : EpisodeOutcome.SUCCESS;
            EpisodeVerdict verdict = new EpisodeVerdict(outcome, i == 9, "");
            run.add(new RunEpisode(id, report, saved, verdict));
        }
        return run;
    }

    static EpisodeReport report(long repeated, long skipped) {
        return new EpisodeReport(
                690,
                23_000_000_000L,
                4600,
                skipped,
                0,
                32_000,
                120_000,
                1_400_000,
                5_600_000 + skipped * 900_000,
                12,
                Math.toRadians(1.9),
                400_000_000L,
                600_000_000L,
                List.of(
                        new EpisodeReport.CameraReport("head", 0, 0),
                        new EpisodeReport.CameraReport("left_wrist", repeated, 0),
                        new EpisodeReport.CameraReport("right_wrist", 0, 0)),
                MARKS,
                "");
    }

    @Override
    public void send(ControlCommand command) {}

    @Override
    public ControlSnapshot snapshot() {
        return control;
    }

    RecorderPort asRecorder() {
        return new RecorderPort() {
            @Override
            public void send(RecorderCommand command) {}

            @Override
            public RecorderSnapshot snapshot() {
                return recorder;
            }

            @Override
            public List<LatestFrame> screens() {
                return List.of();
            }
        };
    }
}
