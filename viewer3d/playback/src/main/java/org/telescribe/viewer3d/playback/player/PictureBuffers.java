package org.telescribe.viewer3d.playback.player;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PixelFormat;
import org.telescribe.devices.core.frame.PooledFrame;

/// Buffers of decoded pictures that one player after the other uses: memory outside of the heap comes
/// back late, so opening an episode takes what the last one left. Any thread.
public final class PictureBuffers {
    private final long mostIdleBytes;
    private final Map<Size, ArrayDeque<PooledFrame>> idle = new HashMap<>();
    private long idleBytes;

    private record Size(int width, int height) {
        int bytes() {
            return PixelFormat.I420.bytes(width, height);
        }
    }

    /// No buffers yet.
    ///
    /// @param mostIdleBytes most bytes that are kept while nobody uses them; a player's budget is a good
    ///     choice
    public PictureBuffers(long mostIdleBytes) {
        this.mostIdleBytes = mostIdleBytes;
    }

    /// {@return bytes of the buffers that nobody uses now}
    public synchronized long idleBytes() {
        return idleBytes;
    }

    synchronized PooledFrame take(int width, int height) {
        Size size = new Size(width, height);
        ArrayDeque<PooledFrame> buffers = idle.get(size);
        PooledFrame buffer = buffers == null ? null : buffers.pollLast();
        if (buffer != null) {
            idleBytes -= size.bytes();
            return buffer;
        }
        buffer = new FramePool(1, width, height, false).take();
        if (buffer == null) {
            throw new IllegalStateException("a new pool has no buffer");
        }
        return buffer;
    }

    synchronized void giveBack(PooledFrame buffer) {
        Size size = new Size(buffer.width(), buffer.height());
        if (idleBytes + size.bytes() > mostIdleBytes) {
            return; // left to the garbage collector
        }
        idle.computeIfAbsent(size, any -> new ArrayDeque<>()).addLast(buffer);
        idleBytes += size.bytes();
    }
}
