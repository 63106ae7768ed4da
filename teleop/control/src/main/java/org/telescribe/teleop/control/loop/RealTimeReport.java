package org.telescribe.teleop.control.loop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which loop threads were granted real-time scheduling. Any thread.
public final class RealTimeReport {
    private final Map<String, Boolean> grantedByThread = new ConcurrentHashMap<>();

    /// A report without threads.
    public RealTimeReport() {}

    void report(String threadName, boolean granted) {
        grantedByThread.put(threadName, granted);
    }

    /// {@return whether all threads that have started were granted it; false before the first}
    public boolean granted() {
        return !grantedByThread.isEmpty() && !grantedByThread.containsValue(false);
    }

    /// {@return one line for people}
    public String sentence() {
        if (granted()) {
            return "Real-time scheduling: granted to %d threads".formatted(grantedByThread.size());
        }
        return "Real-time scheduling: not granted; the loop may be a few milliseconds late under load";
    }
}
