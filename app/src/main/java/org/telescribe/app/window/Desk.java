package org.telescribe.app.window;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.command.Command;
import org.telescribe.app.review.LiveScene;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.shell.Shell;
import org.telescribe.app.shell.Tone;
import org.telescribe.app.station.CompositionRoot;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectPlan;
import org.telescribe.teleop.control.collect.CollectSession;
import org.telescribe.teleop.control.collect.CollectView;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.HoldCause;
import org.telescribe.teleop.control.recorder.RecorderSnapshot;
import org.telescribe.teleop.control.recorder.RecorderState;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.MarkKind;
import org.telescribe.teleop.episode.setup.StationSetup;
import org.telescribe.teleop.episode.setup.StationSetupFile;
import org.telescribe.teleop.ui.collect.CollectPane;
import org.telescribe.teleop.ui.station.StationPane;
import org.telescribe.viewer3d.fx.image.ScreenAgent;
import org.telescribe.viewer3d.fx.image.ScreenImage;
import org.telescribe.viewer3d.fx.image.ScreenReels;
import org.telescribe.viewer3d.fx.player.SpacePane;

/// An open station at the window: its session, its screens, and the thread that converts its
/// pictures. JavaFX thread.
final class Desk implements AutoCloseable {
    private static final long SHOW_NANOS = 90_000_000L;
    private static final long NUMBERS_NANOS = 250_000_000L;
    private static final long ALIGN_NANOS = 120_000_000L;
    private static final long STILL_NANOS = 400_000_000L;
    private static final long DISK_NANOS = 5_000_000_000L;
    private static final double BYTES_PER_HOUR = 1.2e9;
    private static final double MINUTES = 60;
    private static final double LEAST_BYTES = BYTES_PER_HOUR * 10 / MINUTES;
    private static final int SHORT_NAME = 8;

    private final CompositionRoot root;
    private final SessionClock clock;
    private final Path dataset;
    private final CollectSession session;
    private final CollectPane pane;
    private final StationPane station;
    private final HoldKey leaveHold;
    private final AgentRunner screenRunner;
    private final ScreenReels reels;
    private final @Nullable SpacePane space;
    private @Nullable EpisodeId filmed;
    private long filmedNumber;
    private long spaceNanos;
    private int spacePose;
    private long numbersNanos;
    private long shownNanos;
    private long diskNanos = Long.MIN_VALUE / 2;
    private String disk = "";
    private @Nullable CollectPhase shownPhase;
    private List<Tone> due = List.of();

    Desk(Ready ready, CollectPlan plan, SessionClock clock, Consumer<String> say) {
        this.root = ready.root();
        this.clock = clock;
        this.dataset = root.dataset();
        this.session = new CollectSession(root.loop(), root.recorder(), plan, clock);
        List<ScreenImage> images = new ArrayList<>();
        List<ScreenReels.Size> sizes = new ArrayList<>();
        for (CameraSource camera : root.station().cameras()) {
            CameraInfo info = camera.info();
            images.add(new ScreenImage(info.width(), info.height()));
            sizes.add(new ScreenReels.Size(info.width(), info.height()));
        }
        this.reels = new ScreenReels(sizes);
        this.pane = new CollectPane(session, new CollectPane.Means(root.cameraNames(), images, reels, say));
        SpaceScenes.Live arms = ready.arms();
        this.space = arms == null ? null : arms.pane();
        if (space != null) {
            pane.ghost(space);
        }
        this.station = new StationPane(
                root.cameraNames(),
                images,
                new StationPane.Facts(
                        setupWords(root.station().setup()),
                        root.loop().realTime().sentence(),
                        root.ticksPerSecond()));
        this.leaveHold = new HoldKey(clock::nanoTime, session::leaveHold);
        ScreenAgent screen = new ScreenAgent(root.recorder().screens(), images, reels, new PosixThreadScheduling());
        this.screenRunner = new AgentRunner(screen, clock, new ParkingWait(clock), failure -> {}).start();
    }

    private static String setupWords(StationSetup setup) {
        if (setup.arms().isEmpty() && setup.cameras().isEmpty()) {
            return "Set-up: neither robot description nor camera calibration known";
        }
        return "Set-up %s: %d arms described, %d cameras calibrated"
                .formatted(
                        StationSetupFile.nameOf(setup).substring(0, SHORT_NAME),
                        setup.arms().size(),
                        setup.cameras().size());
    }

    CollectPane pane() {
        return pane;
    }

    StationPane station() {
        return station;
    }

    CollectSession session() {
        return session;
    }

    CompositionRoot root() {
        return root;
    }

    Path dataset() {
        return dataset;
    }

    /// Says what the keys of Collect, Verdict and Station do.
    void bind(KeyDispatch keys, Shell shell) {
        keys.bind(Command.HOLD, session::hold);
        keys.bind(Command.COLLECT_HOLD, session::hold);
        keys.bind(Command.VERDICT_HOLD, session::hold);
        keys.bind(Command.ENTER, session::enter);
        keys.bind(Command.SUCCESS, () -> session.result(true));
        keys.bind(Command.FAILURE, () -> session.result(false));
        keys.bind(Command.VERDICT_SUCCESS, () -> session.result(true));
        keys.bind(Command.VERDICT_FAILURE, () -> session.result(false));
        keys.bind(Command.LEAVE_HOLD, leaveHold::pressed);
        keys.onRelease(Command.LEAVE_HOLD, leaveHold::released);
        keys.bind(Command.EDIT_TASK, pane::editTask);
        keys.bind(Command.KEEP, session::enter);
        keys.bind(Command.KEEP_FLAGGED, () -> session.keep(true));
        keys.bind(Command.DISCARD, session::discard);
        keys.bind(Command.RECORD_AGAIN, session::recordAgain);
        keys.bind(Command.STEP_MARK, () -> session.mark(MarkKind.STEP));
        keys.bind(Command.LOOK_HERE, () -> session.mark(MarkKind.LOOK));
        keys.bind(Command.RELEASE_TORQUE, session::releaseTorque);
        keys.bind(Command.EMPTY_TRASH, () -> shell.message(session.emptyTrash()));
        keys.bind(Command.DEVICE_UP, () -> station.move(false));
        keys.bind(Command.DEVICE_DOWN, () -> station.move(true));
    }

    /// A verdict is taken back only where it is seen.
    String undo(Shell shell) {
        return shell.shown() == pane ? session.undo() : "Ctrl+Z takes the last verdict back in Collect: Ctrl+2.";
    }

    /// On every pulse of the screen.
    CollectView pulse(Shell shell) {
        leaveHold.pulse();
        CollectView view = session.advance();
        film(view);
        sayNews(shell);
        long nowNanos = clock.nanoTime();
        boolean numbersToo = nowNanos - numbersNanos >= NUMBERS_NANOS;
        if (numbersToo) {
            numbersNanos = nowNanos;
            lookAtDisk(nowNanos);
        }
        boolean changed = view.phase() != shownPhase;
        due = changed ? tones(shownPhase, view.phase()) : List.of();
        boolean onStation = shell.shown() == station;
        if (onStation) {
            station.pulse();
            if (numbersToo) {
                station.show(view, nowNanos, disk);
            }
        } else {
            pane.pulse();
            drawArms(view, nowNanos);
        }
        if (changed || numbersToo || nowNanos - shownNanos >= SHOW_NANOS) {
            shownNanos = nowNanos;
            shownPhase = view.phase();
            pane.holding(leaveHold.progress());
            pane.show(view, nowNanos, numbersToo || changed);
        }
        shell.armChip().show(root.station().armSource(), view.control().state());
        shell.recording(view.phase() == CollectPhase.RECORDING);
        return view;
    }

    /// Only while nothing is recorded: then the pane is not seen, and nothing is drawn.
    private void drawArms(CollectView view, long nowNanos) {
        SpacePane arms = space;
        if (arms == null || !arms.isVisible()) {
            return;
        }
        int pose = LiveScene.pose(view.control());
        long periodNanos = view.phase() == CollectPhase.ALIGN ? ALIGN_NANOS : STILL_NANOS;
        if (pose != spacePose && nowNanos - spaceNanos >= periodNanos) {
            spacePose = pose;
            spaceNanos = nowNanos;
        }
        arms.pulse(spaceNanos, 0);
    }

    /// Films the episode that is recorded, and plays it while its verdict is thought about.
    private void film(CollectView view) {
        RecorderSnapshot recorder = view.recorder();
        boolean recording = recorder.state() == RecorderState.RECORDING;
        if (recording && !Objects.equals(recorder.episodeId(), filmed)) {
            filmed = recorder.episodeId();
            filmedNumber++;
        }
        boolean judged = view.phase() == CollectPhase.VERDICT && Objects.equals(recorder.waitingId(), filmed);
        reels.want(
                recording ? ScreenReels.Mode.FILM : judged ? ScreenReels.Mode.PLAY : ScreenReels.Mode.KEEP,
                filmedNumber);
    }

    private void sayNews(Shell shell) {
        String news = session.takeNews();
        if (!news.isEmpty()) {
            shell.message(news);
        }
    }

    /// {@return what is to be heard because of the last pulse}
    List<Tone> tones() {
        return due;
    }

    private static List<Tone> tones(@Nullable CollectPhase before, CollectPhase now) {
        if (before == null) {
            return List.of();
        }
        return switch (now) {
            case READY -> before == CollectPhase.ALIGN ? List.of(Tone.READY) : List.of();
            case RECORDING -> List.of(Tone.START);
            case SAVING -> List.of();
            case VERDICT -> List.of(Tone.STOP);
            case HOLD -> List.of(Tone.HOLD);
            case NOT_READY, ALIGN, STARTING -> List.of();
        };
    }

    private void lookAtDisk(long nowNanos) {
        if (nowNanos - diskNanos < DISK_NANOS) {
            return;
        }
        diskNanos = nowNanos;
        try {
            FileStore store = Files.getFileStore(dataset.toAbsolutePath());
            double free = store.getUsableSpace();
            session.blockStart(
                    free >= LEAST_BYTES
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "Cannot start: %.1f GB are free on the dataset's disk, %.0f min. Nothing was lost. Free space until 10 min fit.",
                                    free * 1e-9,
                                    free / BYTES_PER_HOUR * MINUTES));
            disk = String.format(Locale.ROOT, "Disk  %.0f GB free = %.0f h", free * 1e-9, free / BYTES_PER_HOUR);
        } catch (IOException unknown) {
            disk = "Disk  free space unknown";
        }
    }

    /// Leaving Collect while following puts the arms in HOLD; while recording it is refused.
    ///
    /// @return whether Collect may be left
    boolean leave() {
        if (session.view().phase() == CollectPhase.RECORDING) {
            return false;
        }
        if (session.view().control().state().moves()) {
            root.loop().send(new ControlCommand.Hold(HoldCause.LEFT_WORKSPACE));
        }
        return true;
    }

    @Override
    public void close() {
        screenRunner.close();
        if (space != null) {
            space.close();
        }
        root.close();
    }
}
