package org.telescribe.app.rollouts;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.concurrent.Task;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.command.Command;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.review.EpisodeOpening;
import org.telescribe.app.review.EpisodePlayers;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.shell.EmptyPane;
import org.telescribe.app.shell.Page;
import org.telescribe.app.shell.Shell;
import org.telescribe.app.shell.Workspace;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.policyruntime.rollouts.study.StudyEvent;
import org.telescribe.policyruntime.rollouts.study.StudyUnreadable;
import org.telescribe.policyruntime.rollouts.study.Verdict;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.player.DecodeHook;

/// Rollouts: shows a study's rollouts one by one, asks a person, says what the numbers carry; runs the
/// reference policy on request.
public final class RolloutsPage implements Page {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutsPage.class);

    private final Shell shell;
    private final SpaceScenes scenes;
    private final ReferenceStudy reference;
    private final EpisodePlayers players;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("rollouts").factory());
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final WatchPane pane = new WatchPane(this::unblind);
    private @Nullable Shown shown;
    private @Nullable PlayerPane player;
    private boolean looked;
    private boolean busy;
    private boolean closed;
    private String failure = "";

    /// A study on the screen.
    ///
    /// @param open where it is
    /// @param study as it stands
    /// @param watched the rollout that is shown
    /// @param verdicts what was said since it was opened
    private record Shown(OpenStudy open, Study study, OpenStudy.Watched watched, Verdicts verdicts) {
        Shown with(Study so) {
            return new Shown(open, so, watched, verdicts);
        }

        Shown with(OpenStudy.Watched next) {
            return new Shown(open, study, next, verdicts);
        }
    }

    /// A page without a study.
    ///
    /// @param shell where it is shown
    /// @param clock the session clock
    /// @param scenes draws the bench
    /// @param folders where studies are kept
    public RolloutsPage(Shell shell, SessionClock clock, SpaceScenes scenes, AppFolders folders) {
        this.shell = shell;
        this.scenes = scenes;
        this.reference = new ReferenceStudy(clock, scenes, folders);
        this.players = new EpisodePlayers(clock, DecodeHook.none());
        shell.fill(Workspace.ROLLOUTS, EmptyPane.noRollouts(this::runReference, this::choose));
    }

    /// {@return the study that is shown, or null}
    public @Nullable Study study() {
        Shown now = shown;
        return now == null ? null : now.study();
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
        return busy || !looked;
    }

    /// {@return place of the rollout that is shown; -1 without one}
    public int place() {
        Shown now = shown;
        return now == null ? -1 : now.watched().place();
    }

    /// Runs the shipped policy in the background; the study that was open comes back when that fails.
    public void runReference() {
        if (busy) {
            return;
        }
        Shown before = shown;
        stopped.set(false);
        leave();
        progress("Checking the policy and opening the bench ...");
        inBackground(
                () -> reference.run(
                        (so, of) -> Platform.runLater(() -> progress(
                                "Rollout %d of %d ended.".formatted(so.trials().size(), of))),
                        stopped::get),
                this::open,
                sentence -> {
                    if (before == null) {
                        refuse(sentence);
                    } else {
                        shell.message(sentence);
                        open(before.open().folder());
                    }
                });
    }

    private void progress(String sentence) {
        shell.fill(Workspace.ROLLOUTS, EmptyPane.runningRollouts(sentence, () -> stopped.set(true)));
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
        leave();
        shell.fill(Workspace.ROLLOUTS, EmptyPane.openingStudy());
        inBackground(() -> opened(folder), this::show, this::refuse);
    }

    private Shown opened(Path folder) throws CommandFailed {
        try {
            OpenStudy open = new OpenStudy(folder);
            if (open.study().trials().isEmpty()) {
                throw new CommandFailed("%s holds no rollout that ended. Run the study again.".formatted(folder));
            }
            return new Shown(open, open.study(), open.watch(open.firstRecorded(), scenes), new Verdicts());
        } catch (StudyUnreadable refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
        }
    }

    private interface Work<T> {
        T run() throws CommandFailed;
    }

    /// Whatever becomes of the work, the page is not busy any more when it is told.
    private <T> void inBackground(Work<T> work, Consumer<T> done, Consumer<String> refused) {
        busy = true;
        Task<T> task = new Task<>() {
            @Override
            protected T call() throws CommandFailed {
                return work.run();
            }
        };
        task.setOnSucceeded(event -> {
            busy = false;
            done.accept(task.getValue());
        });
        task.setOnFailed(event -> {
            busy = false;
            LOG.warn("rollouts", task.getException());
            refused.accept(
                    task.getException() instanceof CommandFailed reason
                            ? String.valueOf(reason.getMessage())
                            : "Telescribe stopped on something it did not expect. What was saved is safe; the log"
                                    + " file has the details.");
        });
        worker.execute(task);
    }

    private void refuse(String sentence) {
        failure = sentence;
        shell.fill(Workspace.ROLLOUTS, EmptyPane.rolloutsFailed(sentence, this::runReference, this::choose));
    }

    private void show(Shown next) {
        if (closed) {
            return;
        }
        PlayerPane before = player;
        PlayerPane opened = playerOf(next);
        shown = next;
        player = opened;
        failure = "";
        pane.player(opened);
        if (before != null) {
            before.close();
        }
        pane.begin(next.watched());
        shell.fill(Workspace.ROLLOUTS, pane);
        refresh();
        if (shell.current() == Workspace.ROLLOUTS) {
            pane.requestFocus();
            shell.crumb(crumb());
        }
    }

    private @Nullable PlayerPane playerOf(Shown next) {
        EpisodeOpening.Loaded loaded = next.watched().loaded();
        if (loaded == null) {
            return null;
        }
        PlayerPane opened = players.open(loaded, () -> {});
        opened.sideBySide();
        CameraClip first = opened.cameras().getFirst();
        long ticks = next.study().trials().get(next.watched().place()).ticks();
        opened.overlay(0, new FanOverlay(next.watched().seen(), ticks, first.width(), first.height()));
        return opened;
    }

    private void refresh() {
        Shown now = shown;
        if (now != null) {
            pane.show(now.study(), now.watched().place(), now.watched().words());
        }
    }

    /// {@return the crumb of the rollout that is shown; empty without one}
    public String crumb() {
        Shown now = shown;
        return now == null
                ? ""
                : "rollout %d of %d"
                        .formatted(
                                now.watched().place() + 1, now.study().trials().size());
    }

    private void go(int step) {
        Shown now = shown;
        if (now == null || busy) {
            return;
        }
        int place = now.watched().place() + step;
        if (place < 0 || place >= now.study().trials().size()) {
            shell.message(step < 0 ? "This is the first rollout." : "This is the last rollout.");
            return;
        }
        inBackground(
                () -> now.open().watch(place, scenes),
                next -> {
                    Shown since = shown;
                    if (since != null) {
                        show(since.with(next));
                    }
                },
                shell::message);
    }

    private void judge(boolean success, int reason) {
        Shown now = shown;
        if (now == null) {
            return;
        }
        if (now.watched().loaded() == null) {
            shell.message("This rollout was not recorded: there is nothing to judge.");
            return;
        }
        Verdict verdict = new Verdict(now.watched().place(), success, reason);
        add(
                now.verdicts().judge(now.study(), verdict),
                "Saved: rollout %d, %s.".formatted(verdict.trial() + 1, success ? "success" : "failure"));
    }

    private void reason(int number) {
        Shown now = shown;
        Verdict stands =
                now == null ? null : now.study().verdicts().get(now.watched().place());
        if (stands != null && !stands.success()) {
            judge(false, number);
        }
    }

    /// Takes the last verdict back: what stood before it stands again.
    public void undo() {
        Shown now = shown;
        Optional<StudyEvent> back =
                now == null ? Optional.empty() : now.verdicts().undo();
        back.ifPresentOrElse(
                event -> add(event, "The last verdict was taken back."),
                () -> shell.message("There is no verdict to take back."));
    }

    private void unblind() {
        add(new StudyEvent.Unblinded(), "The names are shown from now on; the study's file says so.");
    }

    /// Shown at once, so that the next key finds it; said to be saved when it is.
    private void add(StudyEvent event, String saved) {
        Shown now = shown;
        if (now == null) {
            return;
        }
        shown = now.with(now.study().with(event));
        refresh();
        Task<Boolean> task = new Task<>() {
            @Override
            protected Boolean call() throws StudyUnreadable {
                now.open().add(event);
                return true;
            }
        };
        task.setOnSucceeded(done -> shell.message(saved));
        task.setOnFailed(failed ->
                notSaved(now.open(), String.valueOf(task.getException().getMessage())));
        worker.execute(task);
    }

    private void notSaved(OpenStudy to, String sentence) {
        LOG.warn("a verdict was not saved: {}", sentence);
        shell.message(sentence);
        Shown since = shown;
        if (since != null && since.open().equals(to)) {
            shown = since.with(to.study());
            refresh();
        }
    }

    private void leave() {
        PlayerPane before = player;
        player = null;
        shown = null;
        failure = "";
        if (before != null) {
            before.close();
        }
    }

    /// On first sight the newest study is opened.
    private void lookForNewest() {
        looked = true;
        inBackground(reference::newest, newest -> newest.ifPresent(this::open), this::refuse);
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
    public void pulse(long nowNanos, boolean isShown) {
        if (!isShown) {
            return;
        }
        if (!looked) {
            lookForNewest();
        }
        PlayerPane playing = player;
        Shown now = shown;
        if (playing != null && now != null) {
            playing.pulse(nowNanos);
            pane.follow(now.study(), now.watched(), playing.player().tickNanos());
        }
    }

    @Override
    public void close() {
        closed = true;
        stopped.set(true);
        leave();
        worker.shutdown();
    }
}
