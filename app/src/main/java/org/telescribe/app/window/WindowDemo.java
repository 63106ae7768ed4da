package org.telescribe.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
    private int pictured;

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
        TelescribeWindow open = new TelescribeWindow(stage, clock);
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

    /// One picture of the first episode in the small size, one of the second in the large one, taken
    /// while it is recorded.
    private void takePictures(CollectView view) {
        Path folder = pictures;
        int episode = view.recorder().datasetEpisodes();
        boolean smallOnly = Boolean.getBoolean("telescribe.headless");
        int sizes = smallOnly ? 1 : SIZES.length;
        boolean due = view.phase() == CollectPhase.RECORDING
                && episode == pictured
                && view.recorder().elapsedNanos() > PICTURE_AFTER_NANOS;
        if (folder == null || !due || pictured >= sizes) {
            return;
        }
        Scene scene = Objects.requireNonNull(window).scene();
        int width = (int) scene.getWidth();
        int height = (int) scene.getHeight();
        Path file = folder.resolve("collect-%dx%d.png".formatted(width, height));
        pictured++;
        try {
            PngFile.write(scene.snapshot(null), file);
        } catch (IOException refused) {
            LOG.warn("picture not written", refused);
        }
        if (pictured < sizes) {
            scene.getWindow().setWidth(SIZES[pictured][0]);
            scene.getWindow().setHeight(SIZES[pictured][1]);
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
