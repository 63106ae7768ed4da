package org.telescribe.app.window;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets go of a station once, whoever asks first: the closed window or the end of the process. Any
/// thread.
final class StationRelease {
    private static final Logger LOG = LoggerFactory.getLogger(StationRelease.class);
    private static final long CLOSE_SECONDS = 10;

    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch released = new CountDownLatch(1);

    /// Holds the arms, ends recording and closes the ports, on the calling thread; the second call does
    /// nothing.
    ///
    /// @param closing what lets go of it
    void release(Runnable closing) {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            closing.run();
        } finally {
            released.countDown();
        }
    }

    /// {@return whether the station was let go of}
    boolean isDone() {
        return released.getCount() == 0;
    }

    /// Waits until the station was let go of, at most ten seconds.
    void await() {
        try {
            if (!released.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the station was not let go of in time");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
