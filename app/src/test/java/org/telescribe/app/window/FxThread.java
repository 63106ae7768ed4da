package org.telescribe.app.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import org.telescribe.app.console.CommandFailed;

/// JavaFX for tests: one toolkit for the whole process, on the headless platform.
public final class FxThread {
    private static final long PATIENCE_SECONDS = 30;
    private static final Once ONCE = new Once();

    private FxThread() {}

    /// Starts the toolkit when it is asked for first.
    private static final class Once {
        private boolean started;

        synchronized void start() throws CommandFailed {
            if (!started) {
                FxToolkit.start();
                started = true;
            }
        }
    }

    /// Runs something on the JavaFX thread.
    public static <T> T call(Callable<T> work) throws CommandFailed {
        ONCE.start();
        return FxToolkit.call(work);
    }

    /// Waits for something, looked at once in each pulse.
    public static void await(BooleanSupplier wanted) throws CommandFailed, InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        AnimationTimer looking = call(() -> {
            AnimationTimer timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (wanted.getAsBoolean()) {
                        seen.countDown();
                    }
                }
            };
            timer.start();
            return timer;
        });
        boolean came = seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        call(() -> {
            looking.stop();
            return true;
        });
        assertTrue(came, "within %d s".formatted(PATIENCE_SECONDS));
    }
}
