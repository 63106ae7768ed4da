package org.telescribe.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.demo.DemoRun;
import org.telescribe.app.station.BuiltInStation;
import org.telescribe.app.station.CompositionRoot;
import org.telescribe.app.station.StationStart;
import org.telescribe.app.station.TerminationHook;
import org.telescribe.app.window.TelescribeWindow.OpenDesk;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectPlan;
import org.telescribe.teleop.control.collect.CollectView;

/// The demonstration before a person's eyes, or on the headless platform for pictures of the window.
/// The demonstration's presses and the window's session run on the JavaFX thread.
public final class WindowDemo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WindowDemo.class);
    private static final int EPISODES = 2;
    private static final long TAIL_NANOS = 600_000_000L;
    private static final long VERDICT_NANOS = 1_500_000_000L;
    private static final long PICTURE_AFTER_NANOS = 3_200_000_000L;
    private static final double[][] SIZES = {{1280, 800}, {1920, 1080}};

    private final BuiltInStation.Setup setup;
    private final Path dataset;
    private final SessionClock clock;
    private final @Nullable Path pictures;
    private final BiConsumer<CollectView, Boolean> progress;
    private final CompletableFuture<List<DemoRun.Recorded>> result = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable TelescribeWindow window;
    private BuiltInStation.@Nullable Opened opened;
    private @Nullable DemoRun demo;
    private final Set<String> taken = new HashSet<>();
    private long verdictSinceNanos;

    private WindowDemo(
            BuiltInStation.Setup setup,
            Path dataset,
            SessionClock clock,
            @Nullable Path pictures,
            BiConsumer<CollectView, Boolean> progress) {
        this.setup = setup;
        this.dataset = dataset;
        this.clock = clock;
        this.pictures = pictures;
        this.progress = progress;
    }

    /// Opens the window and begins.
    ///
    /// @param setup the built-in station
    /// @param dataset the dataset's folder
    /// @param clock session clock
    /// @param pictures folder of pictures of the window, or null for none
    /// @param progress told what the screen shows
    /// @return the running demonstration
    /// @throws CommandFailed when there is no window
    public static WindowDemo start(
            BuiltInStation.Setup setup,
            Path dataset,
            SessionClock clock,
            @Nullable Path pictures,
            BiConsumer<CollectView, Boolean> progress)
            throws CommandFailed {
        WindowDemo shown = new WindowDemo(setup, dataset, clock, pictures, progress);
        FxToolkit.start();
        FxToolkit.call(() -> {
            shown.show();
            return true;
        });
        return shown;
    }

    private void show() {
        Stage stage = new Stage();
        TelescribeWindow open = new TelescribeWindow(stage, clock, WindowParts.usual(clock));
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
            BuiltInStation.Opened station = BuiltInStation.open(setup, clock);
            opened = station;
            return StationStart.start(station.station(), dataset, clock);
        } catch (CommandFailed refused) {
            result.completeExceptionally(refused);
            throw refused;
        }
    }

    private CollectPlan plan() {
        BuiltInStation.Opened station = Objects.requireNonNull(opened);
        return new CollectPlan(
                station.task(), "demo", EPISODES, station.emulation().motionNanos() + TAIL_NANOS);
    }

    private void pulse(CollectView view, OpenDesk desk) {
        if (result.isDone()) {
            return;
        }
        DemoRun running = demo;
        if (running == null) {
            running = new DemoRun(
                    desk.session(),
                    Objects.requireNonNull(opened).emulation(),
                    clock,
                    new ParkingWait(clock),
                    VERDICT_NANOS,
                    progress);
            demo = running;
        }
        try {
            takePictures(view);
            List<DemoRun.Recorded> saved = running.step(view);
            if (saved.size() >= EPISODES) {
                result.complete(saved);
            }
        } catch (CommandFailed failed) {
            result.completeExceptionally(failed);
        }
    }

    /// Pictures of the first episode in the small size, of the second in the large one: while it is
    /// recorded and
    /// while it waits for its verdict. The headless platform's screen is too small for the large size.
    private void takePictures(CollectView view) {
        int episode = view.recorder().datasetEpisodes();
        boolean smallOnly = Boolean.getBoolean("telescribe.headless");
        if (pictures == null || episode >= (smallOnly ? 1 : SIZES.length)) {
            return;
        }
        if (view.phase() == CollectPhase.RECORDING && view.recorder().elapsedNanos() > PICTURE_AFTER_NANOS) {
            picture("collect");
        }
        if (view.phase() == CollectPhase.VERDICT && verdictSinceNanos == 0) {
            verdictSinceNanos = clock.nanoTime();
        }
        if (verdictSinceNanos != 0 && clock.nanoTime() - verdictSinceNanos > VERDICT_NANOS / 2) {
            picture("verdict");
        }
        if (view.phase() == CollectPhase.SAVING && verdictSinceNanos != 0) {
            verdictSinceNanos = 0;
            resize(episode + 1);
        }
    }

    private void picture(String what) {
        Scene scene = Objects.requireNonNull(window).scene();
        String name = "%s-%dx%d.png".formatted(what, (int) scene.getWidth(), (int) scene.getHeight());
        if (!taken.add(name)) {
            return;
        }
        try {
            PngFile.write(scene.snapshot(null), Objects.requireNonNull(pictures).resolve(name));
        } catch (IOException refused) {
            LOG.warn("picture not written", refused);
        }
    }

    private void resize(int index) {
        if (index < SIZES.length && !Boolean.getBoolean("telescribe.headless")) {
            Scene scene = Objects.requireNonNull(window).scene();
            scene.getWindow().setWidth(SIZES[index][0]);
            scene.getWindow().setHeight(SIZES[index][1]);
        }
    }

    /// Waits until all episodes are saved.
    ///
    /// @return the saved episodes
    /// @throws CommandFailed when it did not come to that; the message says why
    public List<DemoRun.Recorded> await() throws CommandFailed {
        try (TerminationHook hook = new TerminationHook(this::close)) {
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

    /// Waits until a person closes the window.
    public void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        TelescribeWindow open = window;
        window = null;
        if (open != null) {
            Platform.runLater(open::close);
            open.awaitClosed();
        }
        Platform.exit();
    }
}
