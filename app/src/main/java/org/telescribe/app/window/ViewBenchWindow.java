package org.telescribe.app.window;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.review.EpisodeAddress;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.playback.player.DecodeHook;

/// The window with an episode open, for benchmarks: each measurement is called on every pulse of the
/// screen until it says that it has ended.
public final class ViewBenchWindow implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 600;
    private static final long OPEN_SECONDS = 60;

    private final TelescribeWindow window;

    /// A measurement.
    @FunctionalInterface
    public interface Measurement {
        /// Looks after a pulse, and asks for what comes next.
        ///
        /// @param pane the open player
        /// @param nowNanos session clock, nanoseconds
        /// @return whether it has ended
        boolean look(PlayerPane pane, long nowNanos);
    }

    private ViewBenchWindow(TelescribeWindow window) {
        this.window = window;
    }

    /// Opens the window on an episode and waits until everything is on the screen.
    ///
    /// @param address which episode
    /// @param clock session clock
    /// @param folders where the program keeps its things
    /// @param hook called by the decoders before they work
    /// @return the open window
    /// @throws CommandFailed when it does not come to that
    public static ViewBenchWindow open(EpisodeAddress address, SessionClock clock, AppFolders folders, DecodeHook hook)
            throws CommandFailed {
        FxToolkit.start();
        TelescribeWindow shown = FxToolkit.call(() -> {
            TelescribeWindow made = new TelescribeWindow(new Stage(), clock, WindowParts.with(clock, folders, hook));
            made.showAlone();
            made.review().open(address);
            return made;
        });
        ViewBenchWindow bench = new ViewBenchWindow(shown);
        bench.run(clock, pane -> (open, now) -> open.isSettled(), OPEN_SECONDS);
        return bench;
    }

    /// {@return 3D scenes as the window makes them}
    ///
    /// @param clock session clock
    public static SpaceScenes scenes(SessionClock clock) {
        return WindowParts.scenes(clock);
    }

    /// Runs a measurement to its end.
    ///
    /// @param clock session clock
    /// @param measurement made on the JavaFX thread with the open player
    /// @throws CommandFailed when it does not end
    public void measure(SessionClock clock, Function<PlayerPane, Measurement> measurement) throws CommandFailed {
        run(clock, measurement, PATIENCE_SECONDS);
    }

    private void run(SessionClock clock, Function<PlayerPane, Measurement> measurement, long seconds)
            throws CommandFailed {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        FxToolkit.call(() -> {
            window.onEveryPulse(new Looking(window, clock, measurement, ended)::look);
            return true;
        });
        try {
            ended.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new CommandFailed("The benchmark's window did not go on; the details are in the log file.", failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("The benchmark was interrupted.", stop);
        }
    }

    /// One measurement under way.
    private static final class Looking {
        private final TelescribeWindow window;
        private final SessionClock clock;
        private final Function<PlayerPane, Measurement> make;
        private final CompletableFuture<Boolean> ended;
        private @org.jspecify.annotations.Nullable Measurement running;

        Looking(
                TelescribeWindow window,
                SessionClock clock,
                Function<PlayerPane, Measurement> make,
                CompletableFuture<Boolean> ended) {
            this.window = window;
            this.clock = clock;
            this.make = make;
            this.ended = ended;
        }

        void look() {
            PlayerPane pane = window.review().pane();
            if (pane == null || ended.isDone()) {
                return;
            }
            Measurement now = running;
            if (now == null) {
                now = make.apply(pane);
                running = now;
            }
            if (now.look(pane, clock.nanoTime())) {
                ended.complete(true);
            }
        }
    }

    @Override
    public void close() {
        Platform.runLater(window::close);
        window.awaitClosed();
    }
}
