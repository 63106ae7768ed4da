package org.telescribe.app.gallery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.gallery.GalleryShot.Staged;
import org.telescribe.app.gallery.StillStation.Arms;
import org.telescribe.app.gallery.StillStation.Recording;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.shell.EmptyPane;
import org.telescribe.app.shell.FocusFrame;
import org.telescribe.app.shell.Shell;
import org.telescribe.app.shell.Workspace;
import org.telescribe.app.station.BenchSetupFacts;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.teleop.control.collect.CollectPlan;
import org.telescribe.teleop.control.collect.CollectSession;
import org.telescribe.teleop.control.collect.CollectView;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.message.HoldCause;
import org.telescribe.teleop.control.recorder.RecorderState;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.ui.collect.CollectPane;
import org.telescribe.teleop.ui.station.StationPane;
import org.telescribe.viewer3d.fx.image.ScreenImage;
import org.telescribe.viewer3d.fx.image.ScreenReels;
import org.telescribe.viewer3d.fx.player.SpacePane;

/// Collect and Station in all their states.
final class CollectShots {
    private static final CollectPlan PLAN = new CollectPlan(
            "Pick the RED block with the LEFT arm from above and place it in the bowl", "Mara", 50, 60_000_000_000L);

    private final SessionClock clock;
    private final List<ScreenImage> images;
    private final ScreenReels reels;
    private final SpaceScenes scenes;

    CollectShots(SessionClock clock, List<ScreenImage> images, ScreenReels reels, SpaceScenes scenes) {
        this.clock = clock;
        this.images = images;
        this.reels = reels;
        this.scenes = scenes;
    }

    List<GalleryShot> all() {
        List<GalleryShot> shots = new ArrayList<>();
        shots.add(new GalleryShot("collect-empty", "Collect without a station", () -> {
            Shell shell = shell(Workspace.COLLECT);
            shell.fill(Workspace.COLLECT, EmptyPane.noStation(() -> {}));
            return Staged.of(shell);
        }));
        shots.add(new GalleryShot("collect-loading", "Collect while the station opens", () -> {
            Shell shell = shell(Workspace.COLLECT);
            shell.fill(Workspace.COLLECT, EmptyPane.opening("Arms, cameras and the dataset are being opened."));
            return Staged.of(shell);
        }));
        shots.add(new GalleryShot("collect-failed", "Collect when the station cannot be opened", () -> {
            Shell shell = shell(Workspace.COLLECT);
            shell.fill(
                    Workspace.COLLECT,
                    EmptyPane.failed(
                            "/dev/ttyUSB0 is in use by another program (screen, process 4211). No arm has moved. Close it, then try again.",
                            () -> {}));
            return Staged.of(shell);
        }));
        addStates(shots);
        shots.add(focusLost());
        addStation(shots);
        return shots;
    }

    private void addStates(List<GalleryShot> shots) {
        shots.add(collect("collect-not-ready", Arms.of(ControlState.IDLE), Recording.of(RecorderState.READY)));
        shots.add(inSpace("collect-align", new Arms(ControlState.ARMED, HoldCause.NONE, "", 0.62, false, 0)));
        shots.add(inSpace("collect-ready", Arms.of(ControlState.ARMED)));
        shots.add(collect("collect-starting", Arms.of(ControlState.RAMP), Recording.of(RecorderState.READY)));
        shots.add(collect("collect-recording", Arms.of(ControlState.FOLLOWING), Recording.of(RecorderState.RECORDING)));
        shots.add(marked());
        shots.add(collect("collect-saving", Arms.of(ControlState.FOLLOWING), Recording.of(RecorderState.SAVING)));
        shots.add(collect(
                "collect-verdict-good", Arms.of(ControlState.FOLLOWING), verdict(0, 0, EpisodeOutcome.SUCCESS)));
        shots.add(collect(
                "collect-verdict-check", Arms.of(ControlState.FOLLOWING), verdict(9, 4, EpisodeOutcome.UNRATED)));
        shots.add(collect(
                "collect-verdict-bad", Arms.of(ControlState.FOLLOWING), verdict(96, 210, EpisodeOutcome.FAILURE)));
        shots.add(takenBack());
        shots.add(collect(
                "collect-hold",
                new Arms(ControlState.HOLD, HoldCause.FOLLOWER_SILENT, "left follower", 0, true, 0),
                Recording.of(RecorderState.RECORDING)));
        shots.add(collect(
                "collect-camera-lost",
                new Arms(ControlState.HOLD, HoldCause.CAMERA_LOST, "", 0, false, 0),
                new Recording(RecorderState.RECORDING, null, "", 1, EpisodeOutcome.UNRATED)));
        shots.add(collect(
                "collect-disk-full",
                Arms.of(ControlState.IDLE),
                new Recording(
                        RecorderState.FAILED,
                        null,
                        "The disk is full. Episode 11 is safe up to 0:21.4. Free 2 GB on the dataset's disk, then open the station again.",
                        -1,
                        EpisodeOutcome.UNRATED)));
    }

    private void addStation(List<GalleryShot> shots) {
        shots.add(station("station-ok", Arms.of(ControlState.IDLE), Recording.of(RecorderState.READY)));
        shots.add(station(
                "station-silent",
                new Arms(ControlState.IDLE, HoldCause.NONE, "", 0, true, 0),
                Recording.of(RecorderState.READY)));
        shots.add(station(
                "station-camera-lost",
                Arms.of(ControlState.IDLE),
                new Recording(RecorderState.READY, null, "", 2, EpisodeOutcome.UNRATED)));
    }

    private static Recording verdict(long repeated, long skipped, EpisodeOutcome said) {
        return new Recording(RecorderState.VERDICT, StillStation.report(repeated, skipped), "", -1, said);
    }

    static Shell shell(Workspace workspace) {
        Shell shell = new Shell(command -> {});
        shell.go(workspace);
        shell.memory("heap 212 / 512 MB");
        shell.keys("F1 keys");
        return shell;
    }

    private CollectSession session(Arms arms, Recording recording) {
        StillStation station = StillStation.of(arms, recording, clock.nanoTime());
        CollectSession session = new CollectSession(station, station.asRecorder(), PLAN, clock);
        session.advance();
        return session;
    }

    private GalleryShot collect(String name, Arms arms, Recording recording) {
        return new GalleryShot(name, name.replace('-', ' '), () -> Staged.of(collectShell(arms, recording)));
    }

    private Shell collectShell(Arms arms, Recording recording) {
        return collectShell(session(arms, recording), null);
    }

    private Shell collectShell(CollectSession session, @Nullable SpacePane space) {
        CollectView view = session.view();
        CollectPane pane =
                new CollectPane(session, new CollectPane.Means(StillStation.CAMERAS, images, reels, sentence -> {}));
        if (space != null) {
            pane.ghost(space);
        }
        pane.show(view, view.control().deadlineNanos(), true);
        pane.pulse();
        Shell shell = shell(Workspace.COLLECT);
        shell.fill(Workspace.COLLECT, pane);
        armed(shell, view);
        return shell;
    }

    /// With the arms in space; the pane is small unless they are to be aligned.
    private GalleryShot inSpace(String name, Arms arms) {
        return new GalleryShot(name, name.replace('-', ' '), () -> {
            StillStation station = StillStation.of(arms, Recording.of(RecorderState.READY), clock.nanoTime());
            CollectSession session = new CollectSession(station, station.asRecorder(), PLAN, clock);
            session.advance();
            SpaceScenes.Live live = scenes.live(BenchSetupFacts.of(new BenchArms(), List.of()), station::snapshot)
                    .orElse(null);
            if (live == null) {
                return Staged.of(collectShell(session, null));
            }
            SpacePane space = live.pane();
            Shell shell = collectShell(session, space);
            return new Staged(
                    shell,
                    () -> {
                        space.pulse(1, 0);
                        return space.isSettled();
                    },
                    space::close);
        });
    }

    private GalleryShot takenBack() {
        return new GalleryShot("collect-taken-back", "a kept episode waits for another verdict", () -> {
            Shell shell = collectShell(Arms.of(ControlState.FOLLOWING), verdict(0, 0, EpisodeOutcome.SUCCESS));
            shell.message("Episode 11 leaves the dataset and waits for a verdict again.");
            return Staged.of(shell);
        });
    }

    /// What is said after a key while recording, and a loop that is late.
    private GalleryShot marked() {
        return new GalleryShot("collect-recording-late", "a step was marked, and the loop is late", () -> {
            Arms late = new Arms(ControlState.FOLLOWING, HoldCause.NONE, "", 0, false, 31);
            Shell shell = collectShell(late, Recording.of(RecorderState.RECORDING));
            shell.message("Step 2 marked at 0:12.4");
            return Staged.of(shell);
        });
    }

    private static void armed(Shell shell, CollectView view) {
        shell.crumb("bench-1");
        shell.offerHold(true);
        shell.armChip().show(ArmSource.EMULATED, view.control().state());
        shell.recording(view.recorder().state() == RecorderState.RECORDING);
        shell.message("Saved 14:02:11   episode 10, 690 rows");
    }

    private GalleryShot focusLost() {
        return new GalleryShot("collect-focus-lost", "keys do not reach the window while recording", () -> {
            Shell shell = collectShell(Arms.of(ControlState.FOLLOWING), Recording.of(RecorderState.RECORDING));
            FocusFrame frame = new FocusFrame();
            frame.show(true, false);
            shell.addLayer(frame);
            return Staged.of(shell);
        });
    }

    private GalleryShot station(String name, Arms arms, Recording recording) {
        return new GalleryShot(name, name.replace('-', ' '), () -> {
            CollectSession session = session(arms, recording);
            CollectView view = session.view();
            StationPane pane = new StationPane(
                    StillStation.CAMERAS,
                    images,
                    new StationPane.Facts(
                            "Set-up 3f9a21c0: 2 arms described, 3 cameras calibrated",
                            "Real-time scheduling: granted to 5 threads",
                            200));
            pane.show(view, view.control().deadlineNanos(), "Disk  212 GB free = 176 h");
            Shell shell = shell(Workspace.STATION);
            shell.fill(Workspace.STATION, pane);
            armed(shell, view);
            return Staged.of(shell);
        });
    }
}
