package org.telescribe.devices.core.frame;

import org.jspecify.annotations.Nullable;

/// The screen's slot of one camera: keeps a reference to the newest frame and nothing else. Any thread;
/// never on a loop thread.
public final class LatestFrame implements AutoCloseable {
    private @Nullable PooledFrame newest;
    private boolean closed;

    /// An empty slot.
    public LatestFrame() {}

    /// Puts a frame in the slot, with a reference of the slot's own; the frame before it is released.
    ///
    /// @param frame the newest frame
    public synchronized void publish(PooledFrame frame) {
        if (closed) {
            return;
        }
        PooledFrame before = newest;
        newest = frame.retain();
        if (before != null) {
            before.release();
        }
    }

    /// {@return the newest frame with a reference that the caller must release; null when there is
    /// none}
    public synchronized @Nullable PooledFrame take() {
        return newest == null ? null : newest.retain();
    }

    /// Releases the frame in the slot; later frames are not kept.
    @Override
    public synchronized void close() {
        closed = true;
        if (newest != null) {
            newest.release();
            newest = null;
        }
    }
}
