package org.telescribe.app.window;

import java.util.function.LongSupplier;

/// A key that must be held down for 0.8 s before it does something.
final class HoldKey {
    private static final long NEEDED_NANOS = 800_000_000L;

    private final LongSupplier nanoTime;
    private final Runnable action;
    private long sinceNanos;
    private boolean down;
    private boolean done;

    HoldKey(LongSupplier nanoTime, Runnable action) {
        this.nanoTime = nanoTime;
        this.action = action;
    }

    void pressed() {
        if (!down) {
            down = true;
            done = false;
            sinceNanos = nanoTime.getAsLong();
        }
    }

    void released() {
        down = false;
    }

    /// Called on every pulse.
    void pulse() {
        if (down && !done && nanoTime.getAsLong() - sinceNanos >= NEEDED_NANOS) {
            done = true;
            action.run();
        }
    }

    /// {@return how far it is held, 0 to 1}
    double progress() {
        return down && !done ? Math.min(1, (double) (nanoTime.getAsLong() - sinceNanos) / NEEDED_NANOS) : 0;
    }
}
