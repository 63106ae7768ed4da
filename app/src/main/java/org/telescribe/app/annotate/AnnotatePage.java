package org.telescribe.app.annotate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.EpisodeLink;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.store.DeskListener;
import org.telescribe.annotator.labels.store.LabelDesk;
import org.telescribe.annotator.labels.store.LabelSession;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.annotator.labels.store.OpenedTask;
import org.telescribe.annotator.labels.store.Saved;
import org.telescribe.annotator.labels.store.StoreWork;
import org.telescribe.app.command.Command;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.review.EpisodeAddress;
import org.telescribe.app.review.EpisodeOpening;
import org.telescribe.app.review.EpisodePlayers;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.shell.EmptyPane;
import org.telescribe.app.shell.Page;
import org.telescribe.app.shell.Shell;
import org.telescribe.app.shell.Workspace;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.playback.player.DecodeHook;

/// Annotate: the next episode of the queue, its facts and questions, judged by keys. The store is opened
/// when the workspace is first shown.
public final class AnnotatePage implements Page, DeskListener {
    private static final Logger LOG = LoggerFactory.getLogger(AnnotatePage.class);

    private final Shell shell;
    private final Means means;
    private final ExecutorService loader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("open labels").factory());
    private final EpisodePlayers players;
    private final CameraChoice cameras = new CameraChoice();
    private @Nullable LabelDesk desk;
    private @Nullable OpenEpisode open;
    private @Nullable TaskId lastJudged;
    private boolean asked;
    private boolean closed;
    private String failure = "";
    private volatile Consumer<Saved> onDisk = saved -> {};
    private @Nullable Prepared prepared;

    /// What the page is given.
    ///
    /// @param clock session clock
    /// @param scenes makes the 3D panes
    /// @param hook called by the decoders before they work
    /// @param store file of the labels
    /// @param author who judges
    /// @param goToLibrary shows the Library
    public record Means(
            SessionClock clock,
            SpaceScenes scenes,
            DecodeHook hook,
            Path store,
            Supplier<String> author,
            Runnable goToLibrary) {}

    /// A page that has not opened its store.
    ///
    /// @param shell where it is shown
    /// @param means what it is given
    public AnnotatePage(Shell shell, Means means) {
        this.shell = shell;
        this.means = means;
        this.players = new EpisodePlayers(means.clock(), means.hook());
        shell.fill(Workspace.ANNOTATE, EmptyPane.nothingToJudge(means.goToLibrary()));
    }

    /// {@return the player on the screen, or null}
    public @Nullable PlayerPane pane() {
        OpenEpisode now = open;
        return now == null ? null : now.player();
    }

    /// {@return the session of the episode on the screen, or null}
    public @Nullable LabelSession session() {
        OpenEpisode now = open;
        return now == null ? null : now.session();
    }

    /// {@return how many things of the episode on the screen are left to judge; 0 without one}
    public int left() {
        OpenEpisode now = open;
        return now == null ? 0 : now.judging().openCount();
    }

    /// {@return whether the picture that belongs on the screen is there}
    public boolean isSeen() {
        OpenEpisode now = open;
        return now != null && now.isSeen();
    }

    /// Tells when an answer is on the disk.
    ///
    /// @param listener called on the thread of the labels
    public void onDisk(Consumer<Saved> listener) {
        onDisk = listener;
    }

    /// {@return why nothing can be judged, empty otherwise}
    public String failure() {
        return failure;
    }

    /// Opens an episode of a dataset for judging; writes its draft first when there is none.
    ///
    /// @param address which
    public void judge(EpisodeAddress address) {
        shell.go(Workspace.ANNOTATE);
        if (shell.current() != Workspace.ANNOTATE) {
            return;
        }
        asked = true;
        shell.fill(Workspace.ANNOTATE, EmptyPane.openingEpisode());
        inBackground(() -> {
            EpisodeOpening.Loaded loaded = EpisodeOpening.load(address, means.scenes());
            AnnotationTask draft = Drafts.of(loaded.clip());
            ask(
                    store -> {
                        boolean known = LabelQueue.read(store).line(draft.id()).isPresent();
                        return known
                                ? 0
                                : store.add(loaded.clip().dataset(), List.of(draft))
                                        .added();
                    },
                    added -> openTask(draft.id(), loaded));
        });
    }

    private void openNext() {
        ask(LabelQueue::read, queue -> {
            Optional<LabelQueue.Line> next = queue.next(author(), lastJudged);
            if (next.isPresent()) {
                openTask(next.get().task().id(), null);
            } else {
                leave();
                shell.fill(Workspace.ANNOTATE, nothingLeft(queue));
                shell.shown().requestFocus();
            }
        });
    }

    private Node nothingLeft(LabelQueue queue) {
        int all = queue.lines().size();
        return all == 0
                ? EmptyPane.nothingToJudge(means.goToLibrary())
                : EmptyPane.queueFinished(queue.handedOver(author()), all, means.goToLibrary());
    }

    private String author() {
        String name = means.author().get();
        return name.isBlank() ? System.getProperty("user.name", "annotator") : name;
    }

    private void openTask(TaskId id, EpisodeOpening.@Nullable Loaded already) {
        leave();
        ask(
                store -> new Claim(
                        LabelQueue.read(store).line(id).orElseThrow(), store.open(id, author()), store.task(id)),
                claim -> claimed(claim, already));
    }

    /// An episode that somebody wants to judge.
    private record Claim(LabelQueue.Line line, OpenedTask opened, AnnotationTask draft) {}

    private void claimed(Claim claim, EpisodeOpening.@Nullable Loaded already) {
        switch (claim.opened()) {
            case OpenedTask.HeldBySomeone held ->
                fail("%s has this episode open. Nothing was changed. Take another one: Page Down."
                        .formatted(held.lease().author()));
            case OpenedTask.Opened opened -> {
                Prepared ready = prepared;
                EpisodeOpening.Loaded loadedAlready = already;
                if (ready != null && ready.task().equals(claim.draft().id())) {
                    loadedAlready = ready.loaded();
                }
                if (loadedAlready != null) {
                    show(claim.line(), opened.session(), loadedAlready);
                    return;
                }
                inBackground(() -> {
                    try {
                        EpisodeOpening.Loaded loaded = load(claim.draft());
                        Platform.runLater(() -> show(claim.line(), opened.session(), loaded));
                    } catch (CommandFailed refused) {
                        release(opened.session());
                        throw refused;
                    }
                });
            }
        }
    }

    /// The episode where its dataset is known, else its videos alone.
    private EpisodeOpening.Loaded load(AnnotationTask task) throws CommandFailed {
        Optional<EpisodeLink> link = task.episode();
        if (link.isPresent()) {
            return EpisodeOpening.load(
                    new EpisodeAddress(
                            Path.of(link.get().datasetFolder()), link.get().episodeIndex()),
                    means.scenes());
        }
        SequencedMap<String, Path> videos = new LinkedHashMap<>();
        task.videos().stream()
                .filter(video -> !video.file().isEmpty())
                .forEach(video -> videos.put(video.view(), Path.of(video.file())));
        return EpisodeOpening.ofVideos(task.id().value(), task.instructionRaw(), videos, means.scenes());
    }

    private void release(LabelSession session) {
        ask(
                store -> {
                    session.close();
                    return true;
                },
                closing -> {});
    }

    private void show(LabelQueue.Line line, LabelSession session, EpisodeOpening.Loaded loaded) {
        LabelDesk labels = desk;
        if (closed || labels == null) {
            return;
        }
        leave();
        failure = "";
        PlayerPane player = players.open(loaded, () -> {});
        OpenEpisode episode =
                new OpenEpisode(line, labels, session, player, cameras, means.clock(), this::handedOver, onDisk);
        open = episode;
        shell.fill(Workspace.ANNOTATE, episode.pane());
        if (shell.current() == Workspace.ANNOTATE) {
            episode.pane().requestFocus();
            shell.crumb(player.crumb());
        }
        episode.begin();
        prepared = null;
        prepareNext(session.task().id());
    }

    /// The next episode, read before it is asked for.
    ///
    /// @param task its name among things to judge
    /// @param loaded the episode
    private record Prepared(TaskId task, EpisodeOpening.Loaded loaded) {}

    private void prepareNext(TaskId current) {
        ask(
                store -> LabelQueue.read(store)
                        .next(author(), current)
                        .map(line -> store.task(line.task().id())),
                next -> {
                    AnnotationTask task = next.orElse(null);
                    if (task == null) {
                        return;
                    }
                    loader.execute(() -> {
                        try {
                            EpisodeOpening.Loaded loaded = load(task);
                            Platform.runLater(() -> prepared = new Prepared(task.id(), loaded));
                        } catch (CommandFailed refused) {
                            LOG.debug("not prepared; said when it is opened", refused);
                        }
                    });
                });
    }

    private void handedOver() {
        OpenEpisode done = open;
        if (done != null) {
            lastJudged = done.session().task().id();
            shell.message("Handed over: %s".formatted(done.player().crumb()));
            openNext();
        }
    }

    private void leave() {
        OpenEpisode before = open;
        open = null;
        if (before != null) {
            before.close();
        }
    }

    /// Asks the store, and goes on with its answer on the JavaFX thread. Any thread.
    private <T> void ask(StoreWork<T> work, Consumer<T> then) {
        Platform.runLater(() -> with(labels -> {
            var _ = labels.ask(work).whenComplete((answer, failed) -> finish(failed, () -> then.accept(answer)));
        }));
    }

    private void finish(@Nullable Throwable failed, Runnable then) {
        Platform.runLater(() -> {
            if (closed) {
                return;
            }
            if (failed != null) {
                LOG.warn("labels", failed);
                fail(failed instanceof LabelsException refused ? refused.sentence() : "See the log file.");
            } else {
                then.run();
            }
        });
    }

    private void fail(String sentence) {
        leave();
        failure = sentence;
        shell.fill(Workspace.ANNOTATE, EmptyPane.judgingFailed(sentence, this::openNext));
    }

    /// Work that may be refused.
    private interface Work {
        void run() throws CommandFailed;
    }

    private void inBackground(Work work) {
        try {
            loader.execute(() -> {
                try {
                    work.run();
                } catch (CommandFailed refused) {
                    Platform.runLater(() -> fail(String.valueOf(refused.getMessage())));
                }
            });
        } catch (RejectedExecutionException ended) {
            LOG.debug("closed");
        }
    }

    /// Does something with the desk, which is opened first if it has to be.
    private void with(Consumer<LabelDesk> work) {
        LabelDesk labels = desk;
        if (labels != null) {
            work.accept(labels);
            return;
        }
        inBackground(() -> {
            try {
                LabelStore store = LabelStore.open(means.store(), means.clock());
                LabelDesk opened = new LabelDesk(
                        store,
                        means.clock(),
                        new PosixThreadScheduling(),
                        this,
                        fault -> LOG.error("the labels' thread ended", fault));
                Platform.runLater(() -> {
                    if (closed || desk != null) {
                        opened.close();
                    } else {
                        desk = opened;
                    }
                    LabelDesk now = desk;
                    if (now != null) {
                        work.accept(now);
                    }
                });
            } catch (LabelsException refused) {
                throw new CommandFailed(refused.sentence(), refused);
            }
        });
    }

    @Override
    public void bind(Bindings keys) {
        new JudgingKeys(() -> open).bind(keys);
        keys.bind(Command.HAND_OVER, () -> {
            OpenEpisode now = open;
            if (now == null) {
                openNext();
            } else {
                now.act(() -> now.judging().enter());
            }
        });
        keys.bind(Command.NEXT_TASK, this::another);
    }

    /// The episode on the screen stays when no other waits.
    private void another() {
        TaskId current = open == null ? lastJudged : open.session().task().id();
        ask(LabelQueue::read, queue -> {
            Optional<LabelQueue.Line> next = queue.next(author(), current);
            if (next.isPresent()) {
                openTask(next.get().task().id(), null);
            } else {
                shell.message("No other episode waits to be judged.");
            }
        });
    }

    private void act(Consumer<OpenEpisode> key) {
        OpenEpisode now = open;
        if (now != null) {
            now.act(() -> key.accept(now));
        }
    }

    /// Takes the last statement back.
    public void undo() {
        act(now -> now.judging().undo());
    }

    /// Moves an edge of the selected thing's step to the playhead.
    ///
    /// @param begin whether the edge at which the step begins
    public void edgeHere(boolean begin) {
        act(now -> {
            int row = now.player().player().row();
            now.judging().edges().put(begin, begin ? row : row + 1L);
        });
    }

    /// Escape.
    ///
    /// @return whether there was something to go back from
    public boolean escape() {
        OpenEpisode now = open;
        boolean back = now != null && now.judging().escape();
        if (now != null && back) {
            now.pane().refresh();
        }
        return back;
    }

    @Override
    public void pulse(long nowNanos, boolean shown) {
        if (shown && !asked) {
            asked = true;
            openNext();
        }
        OpenEpisode now = open;
        if (now == null) {
            return;
        }
        if (!shown && now.player().player().isPlaying()) {
            now.player().player().pause();
        }
        if (shown) {
            now.pulse(nowNanos);
        }
    }

    @Override
    public void notSaved(String reason) {
        Platform.runLater(() -> refuse(true, reason));
    }

    @Override
    public void savedAgain() {
        Platform.runLater(() -> refuse(false, "Saved again."));
    }

    @Override
    public void changed(long changeCounter) {
        // what another process says of this episode stands in a reading of its own
    }

    private void refuse(boolean refusing, String sentence) {
        OpenEpisode now = open;
        shell.message(sentence);
        if (now != null) {
            now.judging().refuse(refusing);
            now.pane().refusing(refusing);
        }
    }

    @Override
    public void close() {
        closed = true;
        leave();
        loader.shutdownNow();
        LabelDesk labels = desk;
        if (labels != null) {
            labels.close();
        }
    }
}
