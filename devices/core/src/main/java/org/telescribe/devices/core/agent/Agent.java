package org.telescribe.devices.core.agent;

/// One loop of one thread. All three methods are called on that thread. A test calls `doWork` with no
/// thread at all.
public interface Agent {
    /// {@return the thread's name, as in docs/threads.md}
    String roleName();

    /// Called once before the first `doWork`.
    default void onStart() {}

    /// Does what is due and says when to be called again.
    ///
    /// @param nowNanos session clock, nanoseconds, read once for this call
    /// @return absolute time of the next call, session clock, nanoseconds; at most `nowNanos` means at
    ///     once
    long doWork(long nowNanos);

    /// Called once after the last `doWork`, also after a failure.
    default void onClose() {}
}
