package org.telescribe.viewer3d.render;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lwjgl.opengl.GL11C;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.time.SessionClock;

/// The loop of the thread "gl": pictures that somebody waits for come first, then each view in turn.
final class GlThread implements Agent {
    private static final int NICENESS = 10;
    private static final long IDLE_NANOS = 500_000_000;

    private final SessionClock clock;
    private final ThreadScheduling scheduling;
    private final GlWait wait;
    private final Queue<GlTask> tasks = new ConcurrentLinkedQueue<>();
    private final List<GlView> views = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> started = new CompletableFuture<>();
    private final TargetShelf targets = new TargetShelf();
    private @Nullable EglContext context;
    private @Nullable ScenePainter painter;
    private int turn;

    GlThread(SessionClock clock, ThreadScheduling scheduling, GlWait wait) {
        this.clock = clock;
        this.scheduling = scheduling;
        this.wait = wait;
    }

    @Override
    public String roleName() {
        return "gl";
    }

    @Override
    public void onStart() {
        // before the context: software rendering starts threads that inherit this one's scheduling
        scheduling.background(NICENESS);
        try {
            EglContext opened = scheduling.withoutRealTime(GlThread::open);
            context = opened;
            ScenePainter made = new ScenePainter();
            painter = made;
            started.complete(opened.rendererName());
            WarmUp.draw(made);
        } catch (NothingDrawn refused) {
            started.completeExceptionally(refused.reason);
        } catch (IllegalStateException broken) {
            started.completeExceptionally(broken);
        }
    }

    /// Carries the checked reason through a supplier.
    private static final class NothingDrawn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final RenderingUnavailable reason;

        NothingDrawn(RenderingUnavailable reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private static EglContext open() {
        try {
            return EglContext.open();
        } catch (RenderingUnavailable reason) {
            throw new NothingDrawn(reason);
        }
    }

    /// {@return the renderer's name, once the context is there}
    CompletableFuture<String> started() {
        return started;
    }

    void add(GlView view) {
        views.add(view);
        wait.wake();
    }

    void add(GlTask task) {
        tasks.add(task);
        wait.wake();
    }

    @Override
    public long doWork(long nowNanos) {
        ScenePainter ready = painter;
        if (ready == null) {
            return nowNanos + IDLE_NANOS;
        }
        GlTask task = tasks.poll();
        if (task != null) {
            perform(ready, task);
            return nowNanos;
        }
        long nextNanos = nowNanos + IDLE_NANOS;
        int count = views.size();
        for (int i = 0; i < count; i++) {
            GlView view = views.get((turn + i) % count);
            if (view.isClosed()) {
                views.remove(view);
                view.free();
                return nowNanos;
            }
            long againNanos = view.step(ready, nowNanos);
            if (againNanos <= nowNanos) {
                turn = (turn + i + 1) % count;
                return nowNanos;
            }
            nextNanos = Math.min(nextNanos, againNanos);
        }
        return Math.max(nextNanos, nowNanos + 1);
    }

    private void perform(ScenePainter ready, GlTask task) {
        if (task.done().isDone()) {
            return;
        }
        try {
            RenderTarget target = targets.target(task.width(), task.height(), task.smoothing());
            ready.draw(task.frame(), task.camera(), target);
            GL11C.glReadPixels(0, 0, task.width(), task.height(), GL11C.GL_RGBA, GL11C.GL_UNSIGNED_BYTE, task.pixels());
            task.done().complete(true);
        } finally {
            // whoever waits is not kept waiting when drawing failed; completing twice does nothing
            task.done().complete(false);
        }
    }

    @Override
    public void onClose() {
        Iterator<GlTask> left = tasks.iterator();
        while (left.hasNext()) {
            left.next().done().complete(false);
        }
        started.completeExceptionally(new RenderingUnavailable("Drawing was ended before it began."));
        if (painter != null) {
            views.forEach(GlView::free);
            targets.close();
            Objects.requireNonNull(painter).close();
        }
        if (context != null) {
            context.close();
        }
    }

    /// {@return now, for deadlines}
    long nowNanos() {
        return clock.nanoTime();
    }
}
