package org.telescribe.teleop.control.collect;

import java.util.List;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.ControlPort;
import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.message.HoldCause;
import org.telescribe.teleop.control.recorder.CameraStatus;
import org.telescribe.teleop.control.recorder.RecorderCommand;
import org.telescribe.teleop.control.recorder.RecorderPort;
import org.telescribe.teleop.control.recorder.RecorderSnapshot;
import org.telescribe.teleop.control.recorder.RecorderSnapshot.RunEpisode;
import org.telescribe.teleop.control.recorder.RecorderState;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.MarkKind;

/// One run of collecting: turns key presses and what loop and recorder say into commands. Confined
/// to its owner's thread, who calls [#advance] some ten times a second or more.
public final class CollectSession {
    private static final long BOUNCE_NANOS = 600_000_000L;
    private static final long TRASH_NANOS = 5_000_000_000L;
    private static final long CAMERA_LATE_NANOS = 1_000_000_000L;

    private final ControlPort control;
    private final RecorderPort recorder;
    private final SessionClock clock;
    private final RunNews news = new RunNews();
    private CollectPlan plan;
    private long lastEnterNanos = Long.MIN_VALUE / 2;
    private long trashAskedNanos = Long.MIN_VALUE / 2;
    private String blocked = "";
    private String obstacle = "";
    private boolean startWanted;
    private boolean startSent;
    private boolean stopSent;
    private boolean again;
    private CollectView view;

    /// A session that has pressed nothing yet.
    ///
    /// @param control the control loop
    /// @param recorder the recorder
    /// @param plan what is to be collected
    /// @param clock session clock
    public CollectSession(ControlPort control, RecorderPort recorder, CollectPlan plan, SessionClock clock) {
        this.control = control;
        this.recorder = recorder;
        this.plan = plan;
        this.clock = clock;
        this.view = look();
    }

    /// Keeps the next episode from starting, or lets it start again; an episode that is recorded
    /// goes on.
    ///
    /// @param reason why it may not start and what to do, a sentence; empty to let it
    public void blockStart(String reason) {
        blocked = reason;
    }

    /// {@return what the screen shows, as of the last `advance`}
    public CollectView view() {
        return view;
    }

    /// Replaces the plan; the episode that is being recorded keeps its task.
    ///
    /// @param newPlan the plan
    public void replan(CollectPlan newPlan) {
        plan = newPlan;
    }

    /// Looks at loop and recorder and does what follows by itself.
    ///
    /// @return what the screen shows now
    public CollectView advance() {
        CollectView now = look();
        ControlState state = now.control().state();
        RecorderState recording = now.recorder().state();
        if (state == ControlState.HOLD || state == ControlState.IDLE) {
            startWanted = false;
        }
        if (recording == RecorderState.RECORDING) {
            startWanted = false;
            if (now.remainingNanos() <= 0 && !stopSent) {
                stop();
            }
            watchCameras(now.recorder().cameras());
        } else {
            stopSent = false;
        }
        if (!startWanted) {
            startSent = false;
        }
        if (again && recording == RecorderState.READY) {
            again = false;
            startWanted = true;
        }
        if (startWanted
                && obstacle.isEmpty()
                && !startSent
                && state == ControlState.FOLLOWING
                && recording == RecorderState.READY) {
            startSent = true;
            recorder.send(new RecorderCommand.Start(plan.task(), plan.operator()));
        }
        news.look(now.recorder());
        view = look();
        return view;
    }

    private void watchCameras(List<CameraStatus> cameras) {
        for (CameraStatus camera : cameras) {
            boolean silent = clock.nanoTime() - camera.newestCaptureNanos() > CAMERA_LATE_NANOS;
            if (!camera.lost().isEmpty() || silent) {
                control.send(new ControlCommand.Hold(HoldCause.CAMERA_LOST));
            }
        }
    }

    /// An episode that began now would be held at once.
    private String silentCamera(List<CameraStatus> cameras) {
        int number = 1;
        for (CameraStatus camera : cameras) {
            String name = "Camera %d, %s,".formatted(number, camera.name().replace('_', ' '));
            if (!camera.lost().isEmpty()) {
                return "Cannot start: %s is gone. %s Open the station again.".formatted(name, camera.lost());
            }
            if (camera.frames() == 0) {
                return name + " has sent no picture yet.";
            }
            if (clock.nanoTime() - camera.newestCaptureNanos() > CAMERA_LATE_NANOS) {
                return "Cannot start: %s sends no pictures. Check its cable.".formatted(name);
            }
            number++;
        }
        return "";
    }

    /// Enter, or the pedal: arm, start, stop, or keep, whichever comes next. A second press within
    /// 600 ms is a bounce.
    public void enter() {
        long nowNanos = clock.nanoTime();
        if (nowNanos - lastEnterNanos < BOUNCE_NANOS) {
            return;
        }
        lastEnterNanos = nowNanos;
        switch (advance().phase()) {
            case NOT_READY -> {
                if (view.control().state() == ControlState.IDLE) {
                    control.send(new ControlCommand.Arm());
                }
            }
            case READY -> {
                startWanted = true;
                if (view.control().state() == ControlState.ARMED) {
                    control.send(new ControlCommand.Follow());
                }
            }
            case RECORDING -> stop();
            case VERDICT -> keep(false);
            case ALIGN, STARTING, SAVING, HOLD -> {
                // nothing to do before what is going on has ended
            }
        }
    }

    private void stop() {
        stopSent = true;
        recorder.send(new RecorderCommand.Stop(""));
    }

    /// Space, F12, Esc or the stop button: stop all motion now.
    public void hold() {
        control.send(new ControlCommand.Hold(HoldCause.OPERATOR));
    }

    /// H held for long enough: let the arms be armed again.
    public void leaveHold() {
        control.send(new ControlCommand.LeaveHold());
    }

    /// Turns the torque off: the arms drop.
    public void releaseTorque() {
        control.send(new ControlCommand.ReleaseTorque());
    }

    /// S or X: the result of the episode that is recorded or waits.
    ///
    /// @param success whether the task was done
    public void result(boolean success) {
        recorder.send(new RecorderCommand.Result(success));
    }

    /// M or L: points at this moment of the episode that is recorded.
    ///
    /// @param kind why
    public void mark(MarkKind kind) {
        if (recorder.snapshot().state() == RecorderState.RECORDING) {
            recorder.send(new RecorderCommand.Mark(kind, clock.nanoTime()));
        }
    }

    /// {@return what the recorder has taken since the last call, a sentence for the status strip;
    /// empty when there is nothing new}
    public String takeNews() {
        return news.take();
    }

    /// Keeps the episode that waits.
    ///
    /// @param flagged whether somebody should look at it again
    public void keep(boolean flagged) {
        recorder.send(new RecorderCommand.Keep(flagged, ""));
    }

    /// Moves the episode that waits to the trash.
    public void discard() {
        recorder.send(new RecorderCommand.Discard("The operator discarded it"));
    }

    /// Moves the episode that waits to the trash and starts the next one.
    public void recordAgain() {
        discard();
        again = true;
    }

    /// Takes back the last verdict of this run: the episode waits for another one.
    ///
    /// @return what happens or why not, a sentence
    public String undo() {
        List<RunEpisode> run = recorder.snapshot().run();
        return run.isEmpty()
                ? "There is no verdict in this run to take back."
                : undo(run.getLast().id());
    }

    /// Takes back the verdict on an episode of this run: a discarded one comes back from the trash,
    /// the newest kept one leaves the dataset. Kept ones before it stay, since later ones are
    /// numbered after them.
    ///
    /// @param id the episode
    /// @return what happens or why not, a sentence
    public String undo(EpisodeId id) {
        RecorderSnapshot now = recorder.snapshot();
        if (now.state() != RecorderState.READY && now.state() != RecorderState.PREPARING) {
            return "An episode is under way. Finish it first, then take the verdict back.";
        }
        again = false;
        startWanted = false;
        RunEpisode asked = null;
        for (RunEpisode episode : now.run()) {
            asked = episode.id().equals(id) ? episode : asked;
        }
        if (asked == null) {
            return "That episode is not of this run. Nothing was changed.";
        }
        CommittedEpisode saved = asked.saved();
        if (saved == null) {
            recorder.send(new RecorderCommand.Restore(id));
            return "The discarded episode comes back and waits for a verdict.";
        }
        if (!id.equals(now.newestKept())) {
            return "Episode %d stays kept: of the kept ones only the last can be taken back."
                    .formatted(saved.episodeIndex());
        }
        recorder.send(new RecorderCommand.TakeBack(id));
        return "Episode %d leaves the dataset and waits for a verdict again.".formatted(saved.episodeIndex());
    }

    /// Deletes this run's discarded episodes for good. The first press only asks; a second one
    /// within five seconds does it, since nothing brings them back.
    ///
    /// @return what happened or what to do, a sentence
    public String emptyTrash() {
        long discarded = recorder.snapshot().run().stream()
                .filter(episode -> episode.saved() == null)
                .count();
        long nowNanos = clock.nanoTime();
        if (discarded == 0) {
            return "The trash of this run is empty.";
        }
        if (nowNanos - trashAskedNanos > TRASH_NANOS) {
            trashAskedNanos = nowNanos;
            return "%d discarded episode(s) would be gone for good. Run it again within 5 s to delete them."
                    .formatted(discarded);
        }
        trashAskedNanos = Long.MIN_VALUE / 2;
        recorder.send(new RecorderCommand.EmptyTrash());
        return "%d discarded episode(s) deleted.".formatted(discarded);
    }

    private CollectView look() {
        ControlSnapshot loop = control.snapshot();
        RecorderSnapshot recording = recorder.snapshot();
        CollectPhase phase = phase(loop, recording);
        obstacle = blocked.isEmpty() ? silentCamera(recording.cameras()) : blocked;
        if (phase == CollectPhase.READY && !obstacle.isEmpty()) {
            phase = CollectPhase.NOT_READY;
        }
        int good = 0;
        for (RunEpisode episode : recording.run()) {
            good += episode.saved() != null && !episode.verdict().flagged() ? 1 : 0;
        }
        long remaining = Math.max(0, plan.episodeNanos() - recording.elapsedNanos());
        return new CollectView(phase, sentence(phase, loop, recording), plan, good, remaining, loop, recording);
    }

    private CollectPhase phase(ControlSnapshot loop, RecorderSnapshot recording) {
        if (loop.state() == ControlState.HOLD) {
            return CollectPhase.HOLD;
        }
        return switch (recording.state()) {
            case FAILED -> CollectPhase.NOT_READY;
            case RECORDING -> CollectPhase.RECORDING;
            case ENDING, SAVING -> CollectPhase.SAVING;
            case VERDICT -> CollectPhase.VERDICT;
            case PREPARING, READY, STARTING -> phaseOfArms(loop);
        };
    }

    private CollectPhase phaseOfArms(ControlSnapshot loop) {
        return switch (loop.state()) {
            case IDLE, HOLD -> CollectPhase.NOT_READY;
            case ARMED -> loop.aligned() ? CollectPhase.READY : CollectPhase.ALIGN;
            case RAMP -> CollectPhase.STARTING;
            case FOLLOWING -> startWanted ? CollectPhase.STARTING : CollectPhase.READY;
        };
    }

    private String sentence(CollectPhase phase, ControlSnapshot loop, RecorderSnapshot recording) {
        if (!recording.failure().isEmpty()) {
            return recording.failure();
        }
        if (!recording.startRefused().isEmpty()) {
            return recording.startRefused();
        }
        if (phase == CollectPhase.NOT_READY && !obstacle.isEmpty() && loop.state() != ControlState.IDLE) {
            return obstacle;
        }
        return switch (phase) {
            case NOT_READY ->
                loop.tick() < 0 ? "The arms are being opened." : "The arms are limp. Press Enter to arm them.";
            case ALIGN -> AlignmentSentence.of(loop);
            case READY -> "Press Enter to start the episode.";
            case STARTING -> "The followers move onto the leaders.";
            case RECORDING -> "Press Enter to stop, Space to hold the arms.";
            case SAVING -> "The episode is being saved.";
            case VERDICT -> "K or Enter keeps the episode, F flags it, D discards it, R records it again.";
            case HOLD -> loop.holdSentence();
        };
    }
}
