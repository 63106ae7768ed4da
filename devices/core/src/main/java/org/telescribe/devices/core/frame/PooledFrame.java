package org.telescribe.devices.core.frame;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/// One camera picture in a pooled buffer. Who holds a reference may read the pixels; the camera writes
/// them before it hands the frame on, and nobody writes afterwards. `retain` before giving it to
/// another thread, `release` exactly once for each reference; after the last release the buffer belongs
/// to the pool again.
public final class PooledFrame {
    private final FramePool pool;
    private final ByteBuffer pixels;
    private final int width;
    private final int height;
    private final AtomicInteger references = new AtomicInteger();
    private long sequence;
    private long captureNanos;
    private StampSource stampSource = StampSource.ARRIVAL;

    PooledFrame(FramePool pool, ByteBuffer pixels, int width, int height) {
        this.pool = pool;
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    /// Says what the picture is. The camera calls it once, before it hands the frame on.
    ///
    /// @param newSequence the camera's own frame number, growing; gaps are frames that the camera
    ///     dropped
    /// @param newCaptureNanos moment of capture, session clock, nanoseconds
    /// @param newStampSource where that moment comes from
    public void stamp(long newSequence, long newCaptureNanos, StampSource newStampSource) {
        this.sequence = newSequence;
        this.captureNanos = newCaptureNanos;
        this.stampSource = newStampSource;
    }

    /// {@return the pixels, [PixelFormat#I420], position 0, as a view of its own}
    public ByteBuffer pixels() {
        if (references.get() <= 0) {
            throw new IllegalStateException("frame %d was read after its release".formatted(sequence));
        }
        return pixels.duplicate().clear();
    }

    /// {@return pixels}
    public int width() {
        return width;
    }

    /// {@return pixels}
    public int height() {
        return height;
    }

    /// {@return the camera's own frame number}
    public long sequence() {
        return sequence;
    }

    /// {@return moment of capture, session clock, nanoseconds}
    public long captureNanos() {
        return captureNanos;
    }

    /// {@return where the capture stamp comes from}
    public StampSource stampSource() {
        return stampSource;
    }

    /// Adds a reference.
    ///
    /// @return this frame
    public PooledFrame retain() {
        if (references.getAndIncrement() <= 0) {
            references.decrementAndGet();
            throw new IllegalStateException("frame %d was retained after its release".formatted(sequence));
        }
        return this;
    }

    /// Gives up one reference.
    public void release() {
        int left = references.decrementAndGet();
        if (left < 0) {
            references.incrementAndGet();
            throw new IllegalStateException("frame %d was released twice".formatted(sequence));
        }
        if (left == 0) {
            pool.giveBack(this);
        }
    }

    void handOut() {
        references.set(1);
    }

    ByteBuffer buffer() {
        return pixels;
    }
}
