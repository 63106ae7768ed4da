package org.telescribe.app.window;

import org.telescribe.app.console.CommandFailed;

/// JavaFX for tests: one toolkit for the whole process, on the headless platform.
public final class FxThread {
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
    public static <T> T call(java.util.concurrent.Callable<T> work) throws CommandFailed {
        ONCE.start();
        return FxToolkit.call(work);
    }
}
