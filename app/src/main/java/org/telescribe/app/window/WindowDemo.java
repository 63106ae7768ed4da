package org.telescribe.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.demo.DemoRun;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.BuiltInStation;
import org.telescribe.app.station.CompositionRoot;
import org.telescribe.app.station.StationStart;
import org.telescribe.app.station.TerminationHook;
import org.telescribe.app.window.TelescribeWindow.OpenDesk;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectPlan;
import org.telescribe.teleop.control.collect.CollectView;

/// The demonstration before a person's eyes, or on the headless platform for pictures of the window.
/// The demonstration's presses and the window's session run on the JavaFX thread.
public final class WindowDemo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WindowDemo.class);
    private static final long TAIL_NANOS = 600_000_000L;
    private static final long VERDICT_NANOS = 1_500_000_000L;
    private static final long PICTURE_AFTER_NANOS = 3_200_000_000L;

    private final AppFolders folders;
    private final Run run;
    private final BuiltInStation.Setup setup;
    private final Path dataset;
    private final SessionClock clock;
    private final Path report;
    private final BiConsumer<CollectView, Boolean> progress;
    private final CompletableFuture<List<DemoRun.Recorded>> result = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable WindowMeans parts;
    private volatile @Nullable TelescribeWindow window;
    private @Nullable TerminationHook hook;
    private @Nullable WindowTour tour;
    private BuiltInStation.@Nullable Opened opened;
    private @Nullable DemoRun demo;
    private volatile long longestPulseNanos;
    private boolean recordingSeen;
    private final List<Path> taken = new ArrayList<>();

    /// What is recorded.
    ///
    /// @param episodes how many episodes
    /// @param episodeNanos how long each is; 0 for as long as the hands move
    public record Run(int episodes, long episodeNanos) {
        /// {@return the demonstration: two episodes}
        public static Run usual() {
            return new Run(2, 0);
        }
    }

    private WindowDemo(
            AppFolders folders,
            Run run,
            BuiltInStation.Setup setup,
            Path dataset,
            SessionClock clock,
            Path report,
            BiConsumer<CollectView, Boolean> progress) {
        this.folders = folders;
        this.run = run;
        this.setup = setup;
        this.dataset = dataset;
        this.clock = clock;
        this.report = report;
        this.progress = progress;
    }

    /// Opens the window and begins.
    ///
    /// @param folders where the program keeps its things
    /// @param run what is recorded
    /// @param setup the built-in station
    /// @param dataset the dataset's folder
    /// @param clock session clock
    /// @param report folder of the pictures of the window
    /// @param progress told what the screen shows
    /// @return the running demonstration
    /// @throws CommandFailed when there is no window
    public static WindowDemo start(
            AppFolders folders,
            Run run,
            BuiltInStation.Setup setup,
            Path dataset,
            SessionClock clock,
            Path report,
            BiConsumer<CollectView, Boolean> progress)
            throws CommandFailed {
        WindowDemo shown = new WindowDemo(folders, run, setup, dataset, clock, report, progress);
        FxToolkit.start();
        FxToolkit.call(() -> {
            shown.show();
            return true;
        });
        shown.hook = new TerminationHook(shown::terminate);
        return shown;
    }

    private void show() {
        Stage stage = new Stage();
        WindowMeans made = WindowParts.usual(clock, folders);
        parts = made;
        TelescribeWindow open = new TelescribeWindow(stage, clock, made);
        window = open;
        open.show(this::openStation, this::plan);
        open.onPulse(this::pulse);
        open.open(this::openStation, this::plan);
        stage.setOnHidden(hidden -> {
            result.completeExceptionally(new CommandFailed("The window was closed. What was saved is safe."));
            closed.countDown();
        });
    }

    private CompositionRoot openStation() throws CommandFailed {
        try {
            BuiltInStation.Opened station =
                    BuiltInStation.open(setup, clock, WindowParts.benchPictures(Objects.requireNonNull(parts)));
            opened = station;
            if (run.episodeNanos() > 0) {
                station.emulation().repeatForEver();
            }
            return StationStart.start(station.station(), dataset, clock);
        } catch (CommandFailed refused) {
            result.completeExceptionally(refused);
            throw refused;
        }
    }

    private CollectPlan plan() {
        BuiltInStation.Opened station = Objects.requireNonNull(opened);
        long motion = station.emulation().motionNanos() + TAIL_NANOS;
        return new CollectPlan(
                station.task(), "demo", run.episodes(), run.episodeNanos() > 0 ? run.episodeNanos() : motion);
    }

    private void pulse(CollectView view, OpenDesk desk) {
        if (result.isDone()) {
            return;
        }
        DemoRun running = demo;
        if (running == null) {
            KeyPoster keys = new KeyPoster(Objects.requireNonNull(window).scene());
            running = new DemoRun(
                    Objects.requireNonNull(opened).emulation(),
                    clock,
                    VERDICT_NANOS,
                    () -> keys.press(KeyCode.ENTER),
                    progress);
            demo = running;
        }
        if (view.phase() == CollectPhase.RECORDING) {
            TelescribeWindow shown = Objects.requireNonNull(window);
            long longest = shown.takeLongestPulseNanos();
            longestPulseNanos = recordingSeen ? Math.max(longestPulseNanos, longest) : 0;
            recordingSeen = true;
        }
        try {
            takePicture(view);
            List<DemoRun.Recorded> saved = running.step(view);
            if (saved.size() >= run.episodes()) {
                result.complete(saved);
            }
        } catch (CommandFailed failed) {
            result.completeExceptionally(failed);
        }
    }

    /// The second episode while it is recorded: the strip then names the first one.
    private void takePicture(CollectView view) {
        boolean second = view.recorder().run().size() == 1;
        boolean due = view.phase() == CollectPhase.RECORDING && view.recorder().elapsedNanos() > PICTURE_AFTER_NANOS;
        if (!second || !due || !taken.isEmpty()) {
            return;
        }
        Path file = report.resolve("collect.png");
        taken.add(file);
        try {
            PngFile.write(Objects.requireNonNull(window).scene().snapshot(null), file);
        } catch (IOException refused) {
            LOG.warn("picture not written", refused);
        }
    }

    /// Shows what was recorded, before a person's eyes as well as unseen: Station, Library, Review.
    ///
    /// @return the pictures of the window
    /// @throws CommandFailed when a workspace did not come onto the screen; the message says which
    public List<Path> tour() throws CommandFailed {
        TelescribeWindow open = Objects.requireNonNull(window);
        WindowTour going = FxToolkit.call(() -> {
            WindowTour begun = new WindowTour(open, clock, report, taken);
            open.onEveryPulse(begun::pulse);
            return begun;
        });
        tour = going;
        try {
            return going.pictures().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CommandFailed refused) {
                throw refused;
            }
            throw new CommandFailed("The window was not pictured; the details are in the log file.", failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("The demonstration was interrupted. What was saved is safe.", stop);
        }
    }

    /// {@return what the tour judged}
    public WindowTour.Judged judged() {
        WindowTour gone = tour;
        return gone == null ? new WindowTour.Judged(0, 0) : gone.judged();
    }

    /// {@return how many rollouts the tour ran}
    public int rollouts() {
        WindowTour gone = tour;
        return gone == null ? 0 : gone.rollouts();
    }

    /// Waits until all episodes are saved.
    ///
    /// @return the saved episodes
    /// @throws CommandFailed when it did not come to that; the message says why
    public List<DemoRun.Recorded> await() throws CommandFailed {
        try {
            return result.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CommandFailed refused) {
                throw refused;
            }
            throw new CommandFailed("The demonstration stopped; the details are in the log file.", failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("The demonstration was interrupted. What was saved is safe.", stop);
        }
    }

    /// {@return the longest time between two pulses of the screen while an episode was recorded,
    /// nanoseconds}
    public long longestPulseNanos() {
        return longestPulseNanos;
    }

    /// Waits until a person closes the window.
    public void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void terminate() {
        TelescribeWindow open = window;
        if (open != null) {
            open.terminate();
        }
    }

    @Override
    public void close() {
        TerminationHook given = hook;
        if (given != null) {
            given.close();
        }
        TelescribeWindow open = window;
        window = null;
        if (open != null) {
            Platform.runLater(open::close);
            open.awaitClosed();
        }
        Platform.exit();
    }
}
