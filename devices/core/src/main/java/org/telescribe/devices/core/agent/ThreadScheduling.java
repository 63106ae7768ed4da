package org.telescribe.devices.core.agent;

import java.util.function.Supplier;

/// How the operating system schedules threads. Refusals are answers: an ordinary user often may not
/// have real time.
public interface ThreadScheduling {
    /// Asks for real-time (first in, first out) scheduling of the calling thread.
    ///
    /// @param priority 1 to 99, higher runs first
    /// @return whether the system granted it
    boolean realTime(int priority);

    /// Asks that the calling thread gets a share of the processor in each period before all threads of
    /// other classes, first in, first out ones included; where that is refused, for first in, first out.
    ///
    /// @param shareNanos processor time in each period, nanoseconds
    /// @param periodNanos length of a period, nanoseconds
    /// @param priority 1 to 99, for where shares are refused
    /// @return whether the system granted either
    default boolean shareOfEachPeriod(long shareNanos, long periodNanos, int priority) {
        return realTime(priority);
    }

    /// Puts the calling thread back to ordinary scheduling.
    ///
    /// @param niceness 0 to 19, higher yields more
    void background(int niceness);

    /// Asks that the calling thread runs as soon as it has something to do: it works seldom and briefly,
    /// and somebody waits for it. It stays an ordinary thread; systems may ignore it.
    default void prompt() {}

    /// Does something on the calling thread that may start threads of its own, none of which can get
    /// real time.
    ///
    /// @param <T> what it gives
    /// @param work what to do
    /// @return what it gave
    default <T> T withoutRealTime(Supplier<T> work) {
        return work.get();
    }
}
