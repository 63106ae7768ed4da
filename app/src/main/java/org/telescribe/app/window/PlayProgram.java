package org.telescribe.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.review.EpisodeAddress;
import org.telescribe.app.review.ReviewPage;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;

/// Opens the window on one episode.
public final class PlayProgram {
    private static final long PATIENCE_SECONDS = 60;
    private static final int SETTLED_PULSES = 5;

    private PlayProgram() {}

    /// What is to be done.
    ///
    /// @param address which episode
    /// @param screenshot file for a picture of the window, or null
    /// @param stay whether the window stays until a person closes it
    public record Wish(EpisodeAddress address, @Nullable Path screenshot, boolean stay) {}

    /// Opens the episode, writes the picture when everything is on the screen, and stays or ends.
    ///
    /// @param wish what is to be done
    /// @param clock session clock
    /// @param folders where the program keeps its things
    /// @return what was opened, for the result line
    /// @throws CommandFailed when it cannot be opened; the message is for people
    public static Map<String, Object> run(Wish wish, SessionClock clock, AppFolders folders) throws CommandFailed {
        FxToolkit.start();
        CompletableFuture<Map<String, Object>> settled = new CompletableFuture<>();
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        TelescribeWindow window = FxToolkit.call(() -> {
            Stage stage = new Stage();
            TelescribeWindow shown = new TelescribeWindow(stage, clock, WindowParts.usual(clock, folders));
            shown.showAlone();
            stage.setOnHidden(hidden -> closed.complete(true));
            shown.review().open(wish.address());
            shown.onEveryPulse(new Watcher(shown, wish, settled)::look);
            return shown;
        });
        try {
            Map<String, Object> values = settled.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (wish.stay()) {
                closed.get();
            }
            return values;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CommandFailed refused) {
                throw refused;
            }
            throw new CommandFailed("The episode was not shown; the details are in the log file.", failed);
        } catch (TimeoutException late) {
            throw new CommandFailed(
                    "The episode was not on the screen within %d s; the details are in the log file."
                            .formatted(PATIENCE_SECONDS),
                    late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Playing was interrupted.", stop);
        } finally {
            Platform.runLater(window::close);
            window.awaitClosed();
            Platform.exit();
        }
    }

    /// Waits for everything to be on the screen.
    private static final class Watcher {
        private final TelescribeWindow window;
        private final Wish wish;
        private final CompletableFuture<Map<String, Object>> settled;
        private int quiet;

        Watcher(TelescribeWindow window, Wish wish, CompletableFuture<Map<String, Object>> settled) {
            this.window = window;
            this.wish = wish;
            this.settled = settled;
        }

        void look() {
            if (settled.isDone()) {
                return;
            }
            ReviewPage review = window.review();
            PlayerPane pane = review.pane();
            if (!review.failure().isEmpty()) {
                settled.completeExceptionally(new CommandFailed(review.failure()));
                return;
            }
            quiet = pane != null && pane.isSettled() ? quiet + 1 : 0;
            if (pane == null || quiet < SETTLED_PULSES) {
                return;
            }
            try {
                if (wish.screenshot() != null) {
                    Scene scene = window.scene();
                    PngFile.write(scene.snapshot(null), wish.screenshot());
                }
                settled.complete(values(pane.player().clip()));
            } catch (IOException refused) {
                settled.completeExceptionally(new CommandFailed(
                        "The picture %s cannot be written: %s. Choose another file."
                                .formatted(wish.screenshot(), refused.getMessage()),
                        refused));
            }
        }
    }

    private static Map<String, Object> values(EpisodeClip clip) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ok", true);
        values.put("dataset", clip.directory());
        values.put("episode", clip.episode());
        values.put("task", clip.task());
        values.put("rows", clip.rows());
        values.put("fps", clip.framesPerSecond());
        values.put(
                "cameras",
                clip.cameras().stream()
                        .filter(camera -> camera.isPlayable())
                        .map(camera -> camera.name())
                        .toList());
        values.put(
                "channels",
                clip.track("observation.state").map(track -> track.channels()).orElse(0));
        return values;
    }
}
