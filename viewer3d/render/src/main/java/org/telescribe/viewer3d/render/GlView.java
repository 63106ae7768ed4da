package org.telescribe.viewer3d.render;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.telescribe.viewer3d.scene.camera.ViewCamera;
import org.telescribe.viewer3d.scene.frame.SceneFrame;

/// One viewport: its newest request, its target and its pictures on their way out. `request` and
/// `close` from any thread, the rest on the GL thread.
final class GlView implements SceneView {
    /// How soon a picture that was not taken, or has not arrived, is looked at again.
    static final long AGAIN_NANOS = 1_500_000;

    /// After so long without a request the picture is drawn once more with more samples.
    private static final long REST_NANOS = 350_000_000;

    private final PictureSink sink;
    private final GlWait wait;
    private final Smoothing whileMoving;
    private final AtomicReference<@Nullable Request> newest = new AtomicReference<>();
    private final AtomicLong delivered = new AtomicLong();
    private volatile boolean closed;
    private final Map<Smoothing, RenderTarget> targets = new EnumMap<>(Smoothing.class);
    private @Nullable ReadBack readBack;
    private @Nullable Request drawn;
    private long drawnNanos;
    private boolean isFine;

    private record Request(SceneFrame frame, ViewCamera camera, int width, int height) {}

    GlView(PictureSink sink, GlWait wait, Smoothing whileMoving) {
        this.whileMoving = whileMoving;
        this.sink = sink;
        this.wait = wait;
    }

    @Override
    public void request(SceneFrame frame, ViewCamera camera, int width, int height) {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("picture of %d x %d".formatted(width, height));
        }
        newest.set(new Request(frame, camera, width, height));
        wait.wake();
    }

    @Override
    public long delivered() {
        return delivered.get();
    }

    @Override
    public void close() {
        closed = true;
        wait.wake();
    }

    boolean isClosed() {
        return closed;
    }

    /// Delivers what has arrived and draws what was asked for.
    ///
    /// @return when to look again, nanoseconds
    long step(ScenePainter painter, long nowNanos) {
        deliver();
        Request next = newest.get();
        if (next != null && isRoomFor(next)) {
            newest.compareAndSet(next, null);
            draw(painter, next, whileMoving);
            drawn = next;
            drawnNanos = nowNanos;
            isFine = whileMoving == Smoothing.SAMPLED;
            return nowNanos;
        }
        Request last = drawn;
        boolean wantsFine = next == null && !isFine;
        if (wantsFine && last != null && nowNanos - drawnNanos >= REST_NANOS && isRoomFor(last)) {
            draw(painter, last, Smoothing.SAMPLED);
            isFine = true;
            return nowNanos;
        }
        ReadBack pending = readBack;
        if (next != null || (pending != null && !pending.isEmpty())) {
            return nowNanos + AGAIN_NANOS;
        }
        return wantsFine && last != null ? Math.max(nowNanos + AGAIN_NANOS, drawnNanos + REST_NANOS) : Long.MAX_VALUE;
    }

    private void deliver() {
        ReadBack pending = readBack;
        while (pending != null && !closed && pending.hasArrived()) {
            if (!pending.deliver(sink)) {
                return;
            }
            delivered.incrementAndGet();
        }
    }

    private boolean isRoomFor(Request request) {
        ReadBack pending = readBack;
        if (pending == null) {
            return true;
        }
        if (pending.width() != request.width() || pending.height() != request.height()) {
            return true;
        }
        return !pending.isFull();
    }

    private void draw(ScenePainter painter, Request request, Smoothing smoothing) {
        RenderTarget into = targets.get(smoothing);
        if (into == null || !into.is(request.width(), request.height(), smoothing)) {
            if (into != null) {
                into.close();
            }
            into = new RenderTarget(request.width(), request.height(), smoothing);
            targets.put(smoothing, into);
        }
        ReadBack out = readBack;
        if (out == null || out.width() != request.width() || out.height() != request.height()) {
            if (out != null) {
                out.close();
            }
            out = new ReadBack(request.width(), request.height());
            readBack = out;
        }
        painter.draw(request.frame(), request.camera(), into);
        out.start(smoothing);
    }

    void free() {
        targets.values().forEach(RenderTarget::close);
        targets.clear();
        if (readBack != null) {
            readBack.close();
            readBack = null;
        }
    }
}
