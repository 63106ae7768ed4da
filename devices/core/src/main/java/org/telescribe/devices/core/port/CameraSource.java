package org.telescribe.devices.core.port;

import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.PooledFrame;

/// A camera, a file that plays one, or a generator. Confined to its camera thread; `close` may come
/// from another.
public interface CameraSource extends AutoCloseable {
    /// {@return what it delivers}
    CameraInfo info();

    /// Waits for the next frame.
    ///
    /// @param deadlineNanos session clock, nanoseconds
    /// @return the frame with one reference that the caller must release; null when the deadline passed
    ///     or when all pooled frames were in use (the frame is then dropped and the sequence shows the
    ///     gap)
    /// @throws CameraLost when the camera is gone
    @Nullable
    PooledFrame next(long deadlineNanos) throws CameraLost;

    @Override
    void close();
}
