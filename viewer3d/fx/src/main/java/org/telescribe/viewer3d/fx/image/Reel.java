package org.telescribe.viewer3d.fx.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.PooledFrame;

/// Small copies of one camera's pictures, spread evenly over an episode: when there is no room for
/// more, every second one goes, and from then on half as many are taken. Confined to the converting
/// thread.
final class Reel {
    private static final int WIDEST = 240;
    private static final long FIRST_INTERVAL_NANOS = 66_000_000L;
    /// A camera's clock trembles; a picture that comes this much early is still taken.
    private static final long SLACK_NANOS = 12_000_000L;

    private final int cameraWidth;
    private final int cameraHeight;
    private final int width;
    private final int height;
    private final int shrink;
    private final int capacity;
    private final List<Still> stills = new ArrayList<>();
    private final List<ByteBuffer> spare = new ArrayList<>();
    private long intervalNanos = FIRST_INTERVAL_NANOS;

    /// One picture.
    record Still(long captureNanos, ByteBuffer i420) {}

    /// An empty reel for a camera.
    ///
    /// @param cameraWidth pixels
    /// @param cameraHeight pixels
    /// @param budgetBytes memory that it may take
    Reel(int cameraWidth, int cameraHeight, long budgetBytes) {
        this.cameraWidth = cameraWidth;
        this.cameraHeight = cameraHeight;
        this.shrink = Math.max(1, Math.ceilDiv(cameraWidth, WIDEST));
        this.width = (cameraWidth / shrink) & ~1;
        this.height = (cameraHeight / shrink) & ~1;
        this.capacity = (int) Math.max(2, budgetBytes / bytes());
    }

    private int bytes() {
        return width * height * 3 / 2;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int size() {
        return stills.size();
    }

    int capacity() {
        return capacity;
    }

    void clear() {
        stills.forEach(still -> spare.add(still.i420()));
        stills.clear();
        intervalNanos = FIRST_INTERVAL_NANOS;
    }

    /// Takes a picture if it is time for one.
    void add(PooledFrame frame) {
        long sinceNanos = stills.isEmpty()
                ? Long.MAX_VALUE
                : frame.captureNanos() - stills.getLast().captureNanos();
        boolean foreign = frame.width() != cameraWidth || frame.height() != cameraHeight;
        if (foreign || sinceNanos < intervalNanos - SLACK_NANOS) {
            return;
        }
        if (stills.size() == capacity) {
            thinOut();
        }
        ByteBuffer room = spare.isEmpty() ? ByteBuffer.allocateDirect(bytes()) : spare.removeLast();
        shrink(frame, room);
        stills.add(new Still(frame.captureNanos(), room));
    }

    private void thinOut() {
        List<Still> half = new ArrayList<>();
        for (int i = 0; i < stills.size(); i++) {
            if (i % 2 == 0) {
                half.add(stills.get(i));
            } else {
                spare.add(stills.get(i).i420());
            }
        }
        stills.clear();
        stills.addAll(half);
        intervalNanos *= 2;
    }

    private void shrink(PooledFrame frame, ByteBuffer into) {
        ByteBuffer from = frame.pixels();
        int fromLuma = frame.width() * frame.height();
        int luma = width * height;
        plane(from, 0, frame.width(), into, 0, width, height);
        plane(from, fromLuma, frame.width() / 2, into, luma, width / 2, height / 2);
        plane(from, fromLuma + fromLuma / 4, frame.width() / 2, into, luma + luma / 4, width / 2, height / 2);
    }

    /// Every n-th pixel of every n-th line.
    private void plane(ByteBuffer from, int fromStart, int fromStride, ByteBuffer into, int start, int wide, int high) {
        int at = start;
        for (int y = 0; y < high; y++) {
            int source = fromStart + y * shrink * fromStride;
            for (int x = 0; x < wide; x++) {
                into.put(at++, from.get(source));
                source += shrink;
            }
        }
    }

    /// {@return the picture in force at a moment; null when there is none}
    ///
    /// @param nanos session clock, nanoseconds
    @Nullable
    Still at(long nanos) {
        Still found = stills.isEmpty() ? null : stills.getFirst();
        for (Still still : stills) {
            if (still.captureNanos() > nanos) {
                return found;
            }
            found = still;
        }
        return found;
    }

    long firstNanos() {
        return stills.isEmpty() ? 0 : stills.getFirst().captureNanos();
    }

    long lastNanos() {
        return stills.isEmpty() ? 0 : stills.getLast().captureNanos();
    }
}
