package org.telescribe.devices.core.frame;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// A fixed number of picture buffers of one size. `take` hands out a frame with one reference; the
/// frame comes back by itself when the last reference is released. Any thread.
public final class FramePool {
    private static final byte POISON = (byte) 0xA5;

    private final int width;
    private final int height;
    private final boolean poisonFreed;
    private final ArrayDeque<PooledFrame> free = new ArrayDeque<>();

    /// A pool with all its buffers free.
    ///
    /// @param capacity number of buffers
    /// @param width pixels, even
    /// @param height pixels, even
    /// @param poisonFreed overwrite a buffer when it is freed, so that a use after release shows; for
    ///     tests
    public FramePool(int capacity, int width, int height, boolean poisonFreed) {
        if (width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("picture of %d x %d: both must be even".formatted(width, height));
        }
        this.width = width;
        this.height = height;
        this.poisonFreed = poisonFreed;
        for (int i = 0; i < capacity; i++) {
            free.add(new PooledFrame(
                    this, ByteBuffer.allocateDirect(PixelFormat.I420.bytes(width, height)), width, height));
        }
    }

    /// {@return pixels}
    public int width() {
        return width;
    }

    /// {@return pixels}
    public int height() {
        return height;
    }

    /// {@return a frame with one reference, or null when all are in use}
    public @Nullable PooledFrame take() {
        PooledFrame frame;
        synchronized (free) {
            frame = free.poll();
        }
        if (frame != null) {
            frame.handOut();
        }
        return frame;
    }

    /// {@return how many buffers are free}
    public int available() {
        synchronized (free) {
            return free.size();
        }
    }

    void giveBack(PooledFrame frame) {
        if (poisonFreed) {
            ByteBuffer pixels = frame.buffer();
            for (int i = 0; i < pixels.capacity(); i++) {
                pixels.put(i, POISON);
            }
        }
        synchronized (free) {
            free.add(frame);
        }
    }
}
