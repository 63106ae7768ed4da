package org.telescribe.app.window;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.concurrent.Task;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.annotate.AnnotatePage;
import org.telescribe.app.command.Command;
import org.telescribe.app.command.KeyTable;
import org.telescribe.app.command.Scope;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.review.EpisodeAddress;
import org.telescribe.app.review.LibraryPage;
import org.telescribe.app.review.ReviewPage;
import org.telescribe.app.rollouts.RolloutsPage;
import org.telescribe.app.settings.Settings;
import org.telescribe.app.shell.AboutPage;
import org.telescribe.app.shell.EmptyPane;
import org.telescribe.app.shell.FocusFrame;
import org.telescribe.app.shell.KeysOverlay;
import org.telescribe.app.shell.Page;
import org.telescribe.app.shell.PaletteEntry;
import org.telescribe.app.shell.PaletteOverlay;
import org.telescribe.app.shell.SettingsPage;
import org.telescribe.app.shell.Shell;
import org.telescribe.app.shell.SleepInhibitor;
import org.telescribe.app.shell.Tone;
import org.telescribe.app.shell.TonePlayer;
import org.telescribe.app.shell.Workspace;
import org.telescribe.app.station.CompositionRoot;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectPlan;
import org.telescribe.teleop.control.collect.CollectSession;
import org.telescribe.teleop.control.collect.CollectView;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.recorder.RecorderSnapshot.RunEpisode;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;

/// The program's window. JavaFX application thread.
public final class TelescribeWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelescribeWindow.class);
    private static final String NOTHING_SAVED = "Nothing to save";
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final long HALF_RATE_NANOS = 28_000_000L;
    private static final long MEMORY_NANOS = 500_000_000L;

    private final Stage stage;
    private final WindowMeans parts;
    private final SessionClock clock;
    private final KeyDispatch keys = new KeyDispatch(this::inForce, this::escape);
    private final Shell shell = new Shell(keys::run);
    private final PaletteOverlay palette = new PaletteOverlay(this::search);
    private final KeysOverlay keysOverlay = new KeysOverlay();
    private final FocusFrame focusFrame = new FocusFrame();
    private final TonePlayer tones = new TonePlayer();
    private final SleepInhibitor sleep = new SleepInhibitor();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("open station").factory());
    private final StationRelease release = new StationRelease();
    private final AnimationTimer timer;
    private final List<Page> pages = new ArrayList<>();
    private final ReviewPage review;
    private final AnnotatePage annotate;
    private final RolloutsPage rollouts;
    private final ScreenRoutes routes;
    private final SettingsLook settings;
    private final LibraryPage library;
    private volatile @Nullable Desk desk;
    private PulseListener pulseListener = (view, now) -> {};
    private final Map<CommittedEpisode, String> said = new HashMap<>();
    private String savedWords = NOTHING_SAVED;
    private Runnable everyPulse = () -> {};
    private long memoryNanos;
    private long pulsedNanos;
    private long everyPulseNanos = Long.MAX_VALUE;
    private long longestPulseNanos;

    /// Looks at the session after every pulse.
    @FunctionalInterface
    public interface PulseListener {
        /// Called after the screen was updated.
        ///
        /// @param view what the screen shows
        /// @param desk the window's session and station
        void onPulse(CollectView view, OpenDesk desk);
    }

    /// What a pulse listener may use.
    ///
    /// @param session the session that the window drives
    /// @param root the running station
    public record OpenDesk(CollectSession session, CompositionRoot root) {}

    /// Opens a station.
    @FunctionalInterface
    public interface StationOpener {
        /// Opens it; background thread.
        ///
        /// @return the running station
        /// @throws CommandFailed when it cannot; the message is for people
        CompositionRoot open() throws CommandFailed;
    }

    /// A window that is not shown yet.
    ///
    /// @param stage the stage to use
    /// @param clock session clock
    /// @param parts what the window is given from outside
    public TelescribeWindow(Stage stage, SessionClock clock, WindowMeans parts) {
        this.stage = stage;
        this.parts = parts;
        this.clock = clock;
        this.review = new ReviewPage(shell, clock, parts.scenes(), parts.hook(), () -> shell.go(Workspace.LIBRARY));
        this.settings = new SettingsLook(parts.settings());
        this.annotate = new AnnotatePage(
                shell,
                new AnnotatePage.Means(
                        clock,
                        parts.scenes(),
                        parts.hook(),
                        parts.labels(),
                        settings::operator,
                        () -> shell.go(Workspace.LIBRARY)));
        this.library = new LibraryPage(shell, clock, parts.datasets(), parts.opened(), review::open, annotate::judge);
        this.rollouts = new RolloutsPage(shell, clock, parts.scenes(), parts.folders());
        this.routes = new ScreenRoutes(shell, review, annotate, rollouts);
        pages.addAll(List.of(annotate, rollouts, review, library)); // Review's closing ends the 3D drawing
        this.timer = new AnimationTimer() {
            @Override
            public void handle(long pulseNanos) {
                pulse();
            }
        };
    }

    /// Shows the window with nothing open.
    ///
    /// @param useBench opens the built-in bench when the person asks for it
    /// @param plan what is collected then
    public void show(StationOpener useBench, Supplier<CollectPlan> plan) {
        Runnable bench = () -> open(useBench, plan);
        shell.fill(Workspace.COLLECT, EmptyPane.noStation(bench));
        shell.fill(Workspace.STATION, EmptyPane.noStation(bench));
        keys.bind(Command.USE_BENCH, bench);
        showAlone();
    }

    /// Shows the window without offering a station.
    public void showAlone() {
        Theme.load();
        Scene scene = new Scene(shell, WIDTH, HEIGHT);
        Theme.apply(scene);
        shell.addLayer(keysOverlay);
        shell.addLayer(palette);
        shell.addLayer(focusFrame);
        shell.guardLeaving(to -> leaveCollect());
        shell.onArrived(this::arrived);
        bindGlobal();
        pages.forEach(page -> page.bind(keys::bind));
        routes.bind(keys);
        keys.listenTo(scene);
        arrived();
        stage.setTitle("Telescribe");
        stage.setScene(scene);
        stage.setMinWidth(WIDTH);
        stage.setMinHeight(HEIGHT);
        stage.show();
        timer.start();
    }

    private void bindGlobal() {
        for (Workspace workspace : Workspace.values()) {
            keys.bind(workspace.command(), () -> shell.go(workspace));
        }
        keys.bind(Command.PALETTE, palette::open);
        keys.bind(Command.KEYS, () -> keysOverlay.toggle(screenScopes()));
        keys.bind(
                Command.SETTINGS,
                () -> shell.showPage(
                        Command.SETTINGS.words(),
                        new SettingsPage(parts.settings(), shell::message, this::settingsChanged)));
        keys.bind(Command.ABOUT, () -> shell.showPage("About", new AboutPage()));
        keys.bind(Command.SAVED, () -> shell.message(savedWords));
        keys.bind(Command.FULL_SCREEN, () -> stage.setFullScreen(!stage.isFullScreen()));
        keys.bind(Command.NEXT_REGION, () -> Regions.move(shell, stage.getScene(), 1));
        keys.bind(Command.PREVIOUS_REGION, () -> Regions.move(shell, stage.getScene(), -1));
    }

    private void settingsChanged(Settings settings) {
        Desk open = desk;
        if (open != null) {
            open.pane().mirror(settings.mirrorsPanels());
        }
    }

    private void arrived() {
        shell.crumb(
                switch (shell.current()) {
                    case STATION, COLLECT ->
                        desk == null ? "" : desk.root().station().name();
                    case REVIEW -> review.crumb();
                    case ANNOTATE -> routes.judgedCrumb();
                    case ROLLOUTS -> rollouts.crumb();
                    case LIBRARY -> "";
                });
        shell.keys(KeyHints.of(screenScopes()));
        shell.shown().requestFocus();
    }

    private List<Scope> screenScopes() {
        if (shell.isPaged()) {
            return List.of(); // what a page hides must not be armed, started or judged by its keys
        }
        Desk open = desk;
        return switch (shell.current()) {
            case STATION -> List.of(Scope.STATION);
            case COLLECT ->
                open != null && open.session().view().phase() == CollectPhase.VERDICT
                        ? List.of(Scope.VERDICT)
                        : List.of(Scope.COLLECT);
            case LIBRARY -> List.of(Scope.LIBRARY);
            case REVIEW -> List.of(Scope.REVIEW, Scope.PLAYER);
            case ANNOTATE -> List.of(Scope.ANNOTATE, Scope.PLAYER);
            case ROLLOUTS -> List.of(Scope.ROLLOUTS, Scope.PLAYER);
        };
    }

    private Set<Scope> inForce() {
        EnumSet<Scope> scopes = EnumSet.of(Scope.GLOBAL);
        scopes.addAll(screenScopes());
        return scopes;
    }

    private void escape() {
        if (palette.isVisible()) {
            palette.close();
        } else if (keysOverlay.isVisible()) {
            keysOverlay.setVisible(false);
        } else if (shell.isPaged()) {
            shell.go(shell.current());
        } else if (shell.current() == Workspace.ANNOTATE) {
            annotate.escape();
        }
    }

    private List<PaletteEntry> search(String query) {
        List<PaletteEntry> found = new ArrayList<>();
        for (Command command : KeyTable.search(query, inForce())) {
            if (keys.isBound(command)) {
                found.add(new PaletteEntry(command.words(), command.keyWord(), () -> keys.run(command)));
            }
        }
        pages.forEach(page -> found.addAll(page.find(query)));
        return found;
    }

    /// Opens a station in the background and shows Collect.
    ///
    /// @param opener how to open it
    /// @param plan what is collected
    public void open(StationOpener opener, Supplier<CollectPlan> plan) {
        if (desk != null) {
            return;
        }
        fillStation(EmptyPane.opening("Arms, cameras and the dataset are being opened."));
        Task<Ready> task = new Task<>() {
            @Override
            protected Ready call() throws CommandFailed {
                return Ready.of(opener.open(), parts.scenes());
            }
        };
        task.setOnSucceeded(done -> opened(task.getValue(), plan.get()));
        task.setOnFailed(failed -> {
            Throwable reason = task.getException();
            LOG.warn("station not opened", reason);
            String sentence =
                    reason instanceof CommandFailed ? String.valueOf(reason.getMessage()) : "See the log file.";
            shell.fill(Workspace.COLLECT, EmptyPane.failed(sentence, () -> open(opener, plan)));
            shell.fill(Workspace.STATION, EmptyPane.failed(sentence, () -> open(opener, plan)));
        });
        background.execute(task);
    }

    private void fillStation(javafx.scene.Node node) {
        shell.fill(Workspace.COLLECT, node);
        shell.fill(Workspace.STATION, EmptyPane.opening("Arms, cameras and the dataset are being opened."));
    }

    private void opened(Ready ready, CollectPlan plan) {
        CompositionRoot root = ready.root();
        Desk open = new Desk(ready, plan, clock, shell::message);
        desk = open;
        open.bind(keys, shell);
        keys.bind(Command.UNDO, () -> routes.undo(() -> shell.message(open.undo(shell))));
        open.pane().mirror(settings.mirrorsPanels());
        shell.fill(Workspace.COLLECT, open.pane());
        shell.fill(Workspace.STATION, open.station());
        shell.offerHold(true);
        shell.message(root.recovered().isEmpty() ? root.loop().realTime().sentence() : root.recovered());
        library.add(root.dataset(), false);
        arrived();
    }

    /// Sets who looks at every pulse.
    ///
    /// @param listener called after the screen was updated
    public void onPulse(PulseListener listener) {
        pulseListener = listener;
    }

    /// Sets who is called after every pulse, also without a station.
    ///
    /// @param listener called after the screen was updated
    public void onEveryPulse(Runnable listener) {
        everyPulse = listener;
    }

    /// Everything but the player is drawn at half the rate of the screen: what records needs the
    /// processor more than what is looked at.
    private void pulse() {
        long nowNanos = clock.nanoTime();
        longestPulseNanos = Math.max(longestPulseNanos, nowNanos - everyPulseNanos);
        everyPulseNanos = nowNanos;
        boolean playing = switch (shell.current()) {
            case REVIEW, ANNOTATE, ROLLOUTS -> true;
            case STATION, COLLECT, LIBRARY -> false;
        };
        if (!playing && nowNanos - pulsedNanos < HALF_RATE_NANOS) {
            return;
        }
        pulsedNanos = nowNanos;
        if (nowNanos - memoryNanos >= MEMORY_NANOS) {
            memoryNanos = nowNanos;
            shell.memory(HeapWords.now());
        }
        Desk open = desk;
        if (open != null) {
            CollectPhase before = open.session().view().phase();
            CollectView view = open.pulse(shell);
            open.tones().forEach(tones::play);
            if (before != view.phase()) {
                shell.keys(KeyHints.of(screenScopes()));
                saySaved(open, view);
            }
            watchFocus(view.control().state());
            pulseListener.onPulse(view, new OpenDesk(open.session(), open.root()));
        }
        review.pulse(nowNanos, shell.current() == Workspace.REVIEW);
        annotate.pulse(nowNanos, shell.current() == Workspace.ANNOTATE);
        library.pulse(nowNanos, shell.current() == Workspace.LIBRARY);
        rollouts.pulse(nowNanos, shell.current() == Workspace.ROLLOUTS);
        everyPulse.run();
    }

    /// The newest saved episode is named, and is the one that the Library selects next.
    private void saySaved(Desk open, CollectView view) {
        for (RunEpisode episode : view.recorder().run().reversed()) {
            CommittedEpisode saved = episode.saved();
            if (saved != null) {
                savedWords = said.getOrDefault(saved, "");
                if (savedWords.isEmpty()) {
                    savedWords = "Saved %s   episode %d, %d rows   %s"
                            .formatted(
                                    WallTime.of(clock),
                                    saved.episodeIndex(),
                                    saved.rows(),
                                    saved.id().value());
                    said.put(saved, savedWords);
                    shell.message(savedWords);
                    library.prefer(new EpisodeAddress(open.dataset(), saved.episodeIndex()));
                }
                return;
            }
        }
        savedWords = NOTHING_SAVED;
    }

    private void watchFocus(ControlState state) {
        boolean armed = state != ControlState.IDLE;
        sleep.keepAwake(armed);
        if (focusFrame.show(armed, stage.isFocused())) {
            tones.play(Tone.FOCUS_LOST);
        }
    }

    private boolean leaveCollect() {
        Desk open = desk;
        if (open == null || shell.current() != Workspace.COLLECT) {
            return true;
        }
        boolean may = open.leave();
        if (!may) {
            shell.message("Stop recording first: Enter");
        }
        return may;
    }

    /// {@return Annotate}
    public AnnotatePage annotate() {
        return annotate;
    }

    /// {@return Rollouts}
    public RolloutsPage rollouts() {
        return rollouts;
    }

    /// {@return the page that lists episodes}
    public LibraryPage library() {
        return library;
    }

    /// {@return the page that plays episodes}
    public ReviewPage review() {
        return review;
    }

    /// {@return whether the arms are held, or limp}
    boolean isHeld() {
        Desk open = desk;
        return isLimp() || (open != null && open.session().view().control().state() == ControlState.HOLD);
    }

    /// {@return whether there are no arms that could move}
    boolean isLimp() {
        Desk open = desk;
        return open == null || open.session().view().control().state() == ControlState.IDLE;
    }

    /// {@return the longest time between two pulses of the screen since the last call, nanoseconds}
    long takeLongestPulseNanos() {
        long longest = longestPulseNanos;
        longestPulseNanos = 0;
        return longest;
    }

    /// Goes to a workspace, as its key does.
    ///
    /// @param workspace where to
    public void go(Workspace workspace) {
        shell.go(workspace);
    }

    /// {@return the window's scene, for pictures of it}
    public Scene scene() {
        return stage.getScene();
    }

    /// Waits until `close` has let go of everything, at most ten seconds; not on the JavaFX thread.
    public void awaitClosed() {
        release.await();
    }

    @Override
    public void close() {
        timer.stop();
        if (release.isDone()) {
            return;
        }
        pages.forEach(Page::close);
        sleep.close();
        tones.close();
        background.execute(() -> release.release(this::closeDesk));
        background.shutdown();
        stage.hide();
    }

    /// Lets go of the station on the calling thread and waits for it: for the end of the process. JavaFX
    /// ends itself at the same time and then drops what its thread is asked to do, so nothing here may
    /// need that thread.
    public void terminate() {
        release.release(this::closeDesk);
        release.await();
    }

    private void closeDesk() {
        Desk open = desk;
        if (open != null) {
            open.close();
        }
    }
}
