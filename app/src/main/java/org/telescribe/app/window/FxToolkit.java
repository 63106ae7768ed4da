package org.telescribe.app.window;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.console.CommandFailed;

/// Starts JavaFX and runs things on its thread.
public final class FxToolkit {
    private static final Logger LOG = LoggerFactory.getLogger(FxToolkit.class);
    private static final long PATIENCE_SECONDS = 30;

    private FxToolkit() {}

    /// Starts it; once.
    ///
    /// @throws CommandFailed when there is no display and no headless platform
    public static void start() throws CommandFailed {
        CompletableFuture<Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> {
                Thread.currentThread()
                        .setUncaughtExceptionHandler(
                                (thread, failure) -> LOG.error("the window's thread failed", failure));
                started.complete(null);
            });
            Platform.setImplicitExit(false);
            started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (UnsupportedOperationException | ExecutionException | TimeoutException refused) {
            throw new CommandFailed(
                    "The window cannot be opened. Run telescribe doctor to see what is missing, or use --headless.",
                    refused);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("The start of the window was interrupted.", stop);
        }
    }

    /// Runs something on the JavaFX thread and waits for it.
    ///
    /// @param work what is run
    /// @param <T> what it gives
    /// @return what it gave
    /// @throws CommandFailed when it failed or took too long
    public static <T> T call(Callable<T> work) throws CommandFailed {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> complete(work, result));
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new CommandFailed("The window did not do what was asked. The details are in the log file.", failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("The window was interrupted.", stop);
        }
    }

    @SuppressWarnings("IllegalCatch")
    private static <T> void complete(Callable<T> work, CompletableFuture<T> result) {
        try {
            result.complete(work.call());
        } catch (Exception failure) { // handed to the caller whole
            result.completeExceptionally(failure);
        }
    }
}
