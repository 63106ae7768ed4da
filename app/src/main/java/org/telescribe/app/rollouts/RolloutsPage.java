package org.telescribe.app.rollouts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.command.Command;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.policy.PolicyChoice;
import org.telescribe.app.policy.RolloutStudy;
import org.telescribe.app.review.EpisodePlayers;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.shell.EmptyPane;
import org.telescribe.app.shell.Page;
import org.telescribe.app.shell.Shell;
import org.telescribe.app.shell.Workspace;
import org.telescribe.app.simulation.BenchPolicySetup;
import org.telescribe.app.station.GlBenchPictures;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.policyruntime.inference.session.PolicyInsight;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.policyruntime.rollouts.study.StudyEvent;
import org.telescribe.policyruntime.rollouts.study.StudyFile;
import org.telescribe.policyruntime.rollouts.study.StudyUnreadable;
import org.telescribe.policyruntime.rollouts.study.Verdict;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.player.DecodeHook;
import org.telescribe.viewer3d.render.RenderService;

/// Rollouts: runs the reference policy on the simulated bench, shows its rollouts beside
/// demonstrations, asks a
/// person, says what the numbers carry.
public final class RolloutsPage implements Page {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutsPage.class);
    private static final int RUNS = 6;
    private static final long FIRST_SEED = 5_000_000L;

    private final Shell shell;
    private final SessionClock clock;
    private final SpaceScenes scenes;
    private final AppFolders folders;
    private final EpisodePlayers players;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("rollouts").factory());
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final WatchPane pane = new WatchPane(this::unblind);
    private @Nullable OpenStudy open;
    private @Nullable Study study;
    private OpenStudy.@Nullable Watched watched;
    private @Nullable PlayerPane player;
    private int lastJudged = -1;
    private boolean looked;
    private boolean busy;
    private boolean closed;
    private String failure = "";

    /// A page without a study.
    ///
    /// @param shell where it is shown
    /// @param clock the session clock
    /// @param scenes draws the bench
    /// @param folders where studies are kept
    public RolloutsPage(Shell shell, SessionClock clock, SpaceScenes scenes, AppFolders folders) {
        this.shell = shell;
        this.clock = clock;
        this.scenes = scenes;
        this.folders = folders;
        this.players = new EpisodePlayers(clock, DecodeHook.none());
        shell.fill(Workspace.ROLLOUTS, EmptyPane.noRollouts(this::runReference, this::choose));
    }

    /// {@return the study that is shown, or null}
    public @Nullable Study study() {
        return study;
    }

    /// {@return the player of the rollout that is shown, or null}
    public @Nullable PlayerPane player() {
        return player;
    }

    /// {@return why nothing is shown; empty when something is, or nothing was asked for}
    public String failure() {
        return failure;
    }

    /// {@return whether something is being run or read}
    public boolean isBusy() {
        return busy || (!looked && open == null);
    }

    /// {@return place of the rollout that is shown; -1 without one}
    public int place() {
        return watched == null ? -1 : watched.place();
    }

    /// Runs the shipped policy in the background.
    public void runReference() {
        if (busy) {
            return;
        }
        busy = true;
        stopped.set(false);
        leave();
        progress("Checking the policy and opening the bench ...");
        Path folder = folders.data().resolve("rollouts").resolve("study-%d".formatted(clock.wallMillis()));
        inBackground(() -> {
            BenchArms arms = new BenchArms();
            PolicyChoice choice = new PolicyChoice(folders, arms);
            RolloutStudy.Contestant contestant = new RolloutStudy.Contestant(choice.passed(choice.folder(null)), false);
            RenderService service = scenes.renderer();
            if (service == null) {
                throw new CommandFailed(
                        "The bench cannot be drawn here, and the policy needs its pictures. Nothing was run. telescribe doctor says what is missing.");
            }
            RolloutStudy.Wanted wanted = new RolloutStudy.Wanted(List.of(contestant), FIRST_SEED, RUNS, true);
            Study done = new RolloutStudy(arms, GlBenchPictures.patient(service), clock)
                    .run(
                            folder,
                            wanted,
                            (so, of) -> Platform.runLater(() -> progress("Rollout %d of %d ended."
                                    .formatted(so.trials().size(), of))),
                            stopped::get);
            if (done.trials().isEmpty()) {
                throw new CommandFailed("Stopped before the first rollout ended. Nothing was kept.");
            }
            load(folder);
        });
    }

    private void progress(String sentence) {
        if (busy) {
            shell.fill(Workspace.ROLLOUTS, EmptyPane.runningRollouts(sentence, () -> stopped.set(true)));
        }
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Choose the folder of a study");
        File chosen = chooser.showDialog(shell.getScene().getWindow());
        if (chosen != null) {
            open(chosen.toPath());
        }
    }

    /// Opens a study.
    ///
    /// @param folder its folder
    public void open(Path folder) {
        if (busy) {
            return;
        }
        looked = true;
        busy = true;
        leave();
        shell.fill(Workspace.ROLLOUTS, EmptyPane.openingStudy());
        inBackground(() -> load(folder));
    }

    private void load(Path folder) throws CommandFailed {
        try {
            OpenStudy opened = new OpenStudy(folder);
            if (opened.study().trials().isEmpty()) {
                throw new CommandFailed("%s holds no rollout that ended. Run the study again.".formatted(folder));
            }
            OpenStudy.Watched first = opened.watch(0, scenes);
            Platform.runLater(() -> {
                busy = false;
                open = opened;
                show(first, opened.study());
            });
        } catch (StudyUnreadable refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
        }
    }

    private interface Work {
        void run() throws CommandFailed;
    }

    private void inBackground(Work work) {
        worker.execute(() -> {
            try {
                work.run();
            } catch (CommandFailed refused) {
                LOG.warn("rollouts", refused);
                Platform.runLater(() -> fail(String.valueOf(refused.getMessage())));
            }
        });
    }

    private void fail(String sentence) {
        busy = false;
        failure = sentence;
        if (study == null) {
            shell.fill(Workspace.ROLLOUTS, EmptyPane.rolloutsFailed(sentence, this::runReference, this::choose));
        } else {
            shell.message(sentence);
        }
    }

    private void show(OpenStudy.Watched next, Study so) {
        if (closed) {
            return;
        }
        PlayerPane before = player;
        watched = next;
        study = so;
        failure = "";
        PlayerPane shown = players.open(next.loaded(), () -> {});
        shown.sideBySide();
        CameraClip first = shown.cameras().getFirst();
        long ticks = so.trials().get(next.place()).ticks();
        shown.overlay(0, new FanOverlay(next.seen(), ticks, first.width(), first.height()));
        player = shown;
        pane.player(shown);
        if (before != null) {
            before.close();
        }
        pane.show(so, next.place(), next.words());
        pane.insight()
                .clear(
                        next.seen().isEmpty()
                                ? "What the policy saw was not kept for this rollout."
                                : "It appears with the first chunk.");
        shell.fill(Workspace.ROLLOUTS, pane);
        if (shell.current() == Workspace.ROLLOUTS) {
            pane.requestFocus();
            shell.crumb(crumb());
        }
    }

    /// {@return the crumb of the rollout that is shown; empty without one}
    public String crumb() {
        Study so = study;
        OpenStudy.Watched now = watched;
        return so == null || now == null
                ? ""
                : "rollout %d of %d".formatted(now.place() + 1, so.trials().size());
    }

    private void go(int step) {
        OpenStudy from = open;
        OpenStudy.Watched now = watched;
        Study so = study;
        if (from == null || now == null || so == null || busy) {
            return;
        }
        int place = now.place() + step;
        if (place < 0 || place >= so.trials().size()) {
            shell.message(step < 0 ? "This is the first rollout." : "This is the last rollout.");
            return;
        }
        busy = true;
        inBackground(() -> {
            OpenStudy.Watched next = from.watch(place, scenes);
            Platform.runLater(() -> {
                busy = false;
                show(next, from.study());
            });
        });
    }

    private void judge(boolean success, int reason) {
        OpenStudy.Watched now = watched;
        if (now != null) {
            lastJudged = now.place();
            add(
                    new StudyEvent.Judged(new Verdict(now.place(), success, reason)),
                    "Saved: rollout %d, %s.".formatted(now.place() + 1, success ? "success" : "failure"));
        }
    }

    private void reason(int number) {
        OpenStudy.Watched now = watched;
        Study so = study;
        Verdict said = now == null || so == null ? null : so.verdicts().get(now.place());
        if (said != null && !said.success()) {
            judge(false, number);
        }
    }

    /// Takes the last verdict back.
    public void undo() {
        Study so = study;
        if (so == null || !so.verdicts().containsKey(lastJudged)) {
            shell.message("There is no verdict to take back.");
            return;
        }
        add(new StudyEvent.TakenBack(lastJudged), "Taken back: the verdict on rollout %d.".formatted(lastJudged + 1));
    }

    private void unblind() {
        add(new StudyEvent.Unblinded(), "The names are shown from now on; the study's file says so.");
    }

    private void add(StudyEvent event, String saved) {
        OpenStudy to = open;
        if (to == null) {
            return;
        }
        inBackground(() -> {
            try {
                Study so = to.add(event);
                Platform.runLater(() -> {
                    study = so;
                    OpenStudy.Watched now = watched;
                    if (now != null) {
                        pane.show(so, now.place(), now.words());
                    }
                    shell.message(saved);
                });
            } catch (StudyUnreadable refused) {
                throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
            }
        });
    }

    private void leave() {
        PlayerPane before = player;
        player = null;
        watched = null;
        study = null;
        open = null;
        failure = "";
        pane.player(null);
        if (before != null) {
            before.close();
        }
    }

    /// On first sight the newest study is opened.
    private void lookForNewest() {
        looked = true;
        busy = true;
        Path all = folders.data().resolve("rollouts");
        inBackground(() -> {
            try (Stream<Path> found = Files.isDirectory(all) ? Files.list(all) : Stream.empty()) {
                Optional<Path> newest = found.filter(folder -> new StudyFile(folder).exists())
                        .max(Comparator.comparing(folder -> String.valueOf(folder.getFileName())));
                Platform.runLater(() -> {
                    busy = false;
                    newest.ifPresent(this::open);
                });
            } catch (IOException unreadable) {
                LOG.warn("studies cannot be listed", unreadable);
                Platform.runLater(() -> busy = false);
            }
        });
    }

    @Override
    public void bind(Bindings keys) {
        keys.bind(Command.ROLLOUT_SUCCESS, () -> judge(true, 0));
        keys.bind(Command.ROLLOUT_FAILURE, () -> judge(false, 0));
        keys.bind(Command.UNBLIND, this::unblind);
        keys.bind(Command.RUN_REFERENCE, this::runReference);
        keys.bind(Command.NEXT_ROLLOUT, () -> go(1));
        keys.bind(Command.PREVIOUS_ROLLOUT, () -> go(-1));
        List<Command> reasons = List.of(
                Command.REASON_1,
                Command.REASON_2,
                Command.REASON_3,
                Command.REASON_4,
                Command.REASON_5,
                Command.REASON_6);
        for (int i = 0; i < reasons.size(); i++) {
            int number = i + 1;
            keys.bind(reasons.get(i), () -> reason(number));
        }
    }

    @Override
    public void pulse(long nowNanos, boolean shown) {
        if (!shown) {
            return;
        }
        if (!looked) {
            lookForNewest();
        }
        PlayerPane playing = player;
        OpenStudy.Watched now = watched;
        if (playing == null || now == null) {
            return;
        }
        playing.pulse(nowNanos);
        insight(playing, now);
    }

    /// The chunk that was being carried out at the playhead.
    private void insight(PlayerPane playing, OpenStudy.Watched now) {
        long tick = playing.player().tickNanos() / BenchPolicySetup.TICK_NANOS;
        List<PolicyInsight> seen = now.seen();
        int at = -1;
        while (at + 1 < seen.size() && seen.get(at + 1).observationTick() <= tick) {
            at++;
        }
        if (at < 0) {
            return;
        }
        Study so = study;
        long until = at + 1 < seen.size()
                ? seen.get(at + 1).observationTick()
                : so == null ? 0 : so.trials().get(now.place()).ticks();
        int executed = (int) Math.min(
                seen.get(at).finalActions().size(), until - seen.get(at).observationTick());
        pane.insight().show(seen.get(at), executed, "chunk %d of %d".formatted(at + 1, seen.size()));
    }

    @Override
    public void close() {
        closed = true;
        stopped.set(true);
        leave();
        worker.shutdown();
    }
}
