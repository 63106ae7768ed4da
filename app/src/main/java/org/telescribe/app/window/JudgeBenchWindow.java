package org.telescribe.app.window;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.telescribe.app.annotate.AnnotatePage;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.playback.player.DecodeHook;

/// The window with Annotate on the screen, for the benchmark of judging.
public final class JudgeBenchWindow implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 600;

    private final TelescribeWindow window;
    private final KeyPoster keys;

    private JudgeBenchWindow(TelescribeWindow window) {
        this.window = window;
        this.keys = new KeyPoster(window.scene());
    }

    /// Opens the window and goes to Annotate.
    ///
    /// @param clock session clock
    /// @param folders where the program keeps its things
    /// @param labels file of the labels
    /// @return the open window
    /// @throws CommandFailed when there is none
    public static JudgeBenchWindow open(SessionClock clock, AppFolders folders, Path labels) throws CommandFailed {
        FxToolkit.start();
        return FxToolkit.call(() -> {
            WindowMeans usual = WindowParts.with(clock, folders, DecodeHook.none());
            WindowMeans means = new WindowMeans(
                    usual.scenes(),
                    usual.hook(),
                    usual.datasets(),
                    labels,
                    usual.opened(),
                    usual.settings(),
                    usual.folders());
            TelescribeWindow made = new TelescribeWindow(new Stage(), clock, means);
            made.showAlone();
            JudgeBenchWindow bench = new JudgeBenchWindow(made);
            bench.keys.press(KeyCode.DIGIT5, true);
            return bench;
        });
    }

    /// {@return Annotate}
    public AnnotatePage annotate() {
        return window.annotate();
    }

    /// Presses a key. JavaFX thread.
    ///
    /// @param code the key
    public void press(KeyCode code) {
        keys.press(code);
    }

    /// Calls something on every pulse until it says that it has ended.
    ///
    /// @param ended called after each pulse
    /// @throws CommandFailed when it does not end
    public void run(BooleanSupplier ended) throws CommandFailed {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        FxToolkit.call(() -> {
            window.onEveryPulse(() -> {
                if (!over.isDone() && ended.getAsBoolean()) {
                    over.complete(true);
                }
            });
            return true;
        });
        try {
            over.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new CommandFailed("The benchmark's window did not go on; the details are in the log file.", failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("The benchmark was interrupted.", stop);
        }
    }

    @Override
    public void close() {
        Platform.runLater(window::close);
        window.awaitClosed();
    }
}
