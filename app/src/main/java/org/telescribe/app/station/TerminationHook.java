package org.telescribe.app.station;

/// Runs something when the process is told to end (`kill -TERM`, Ctrl+C, the end of the session), until
/// it is closed. The one place that makes a thread beside the runner: the JVM takes shutdown hooks as
/// threads and nothing else.
public final class TerminationHook implements AutoCloseable {
    private final Thread thread;

    /// Registers what is to be done.
    ///
    /// @param work done once, at most for a few seconds
    public TerminationHook(Runnable work) {
        this.thread = new Thread(work, "termination");
        Runtime.getRuntime().addShutdownHook(thread);
    }

    /// Takes the work back; does nothing when the process is ending already.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException ending) {
            // the hook is running; there is nothing to take back
            return;
        }
    }
}
