package org.telescribe.devices.core.time;

/// The machine's clock. The only class that may read system time.
public final class SystemSessionClock implements SessionClock {
    /// A clock on the machine's own time.
    public SystemSessionClock() {}

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long wallMillis() {
        return System.currentTimeMillis();
    }
}
