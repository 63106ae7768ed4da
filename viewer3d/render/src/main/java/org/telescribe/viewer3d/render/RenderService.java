package org.telescribe.viewer3d.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.scene.bench.BenchSetup;
import org.telescribe.viewer3d.scene.bench.BenchThings;
import org.telescribe.viewer3d.scene.camera.ViewCamera;
import org.telescribe.viewer3d.scene.frame.SceneFrame;

/// All 3D drawing of the program: one thread, one off-screen context, any number of views and bench
/// cameras. Any thread may call it. Who starts it closes it.
public final class RenderService implements AutoCloseable {
    private static final long START_SECONDS = 20;
    private static final long ONE_PICTURE_SECONDS = 20;

    private final GlThread thread;
    private final GlWait wait;
    private final AgentRunner runner;
    private final AtomicReference<@Nullable Throwable> failure;
    private final String rendererName;
    private volatile boolean isClosed;

    private RenderService(
            GlThread thread,
            GlWait wait,
            AgentRunner runner,
            AtomicReference<@Nullable Throwable> failure,
            String rendererName) {
        this.thread = thread;
        this.wait = wait;
        this.runner = runner;
        this.failure = failure;
        this.rendererName = rendererName;
    }

    /// Starts the thread and opens its context.
    ///
    /// @param clock session clock
    /// @param scheduling the GL thread, and those that software rendering starts, step back behind the
    ///     loops
    /// @return the running service
    /// @throws RenderingUnavailable when nothing can be drawn here; the message says what is missing
    public static RenderService start(SessionClock clock, ThreadScheduling scheduling) throws RenderingUnavailable {
        GlWait wait = new GlWait(clock);
        GlThread thread = new GlThread(clock, scheduling, wait);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        AgentRunner runner = new AgentRunner(thread, clock, wait, failure::set).start();
        try {
            String name = thread.started().get(START_SECONDS, TimeUnit.SECONDS);
            return new RenderService(thread, wait, runner, failure, name);
        } catch (ExecutionException refused) {
            runner.close();
            throw refused.getCause() instanceof RenderingUnavailable reason
                    ? reason
                    : new RenderingUnavailable("Nothing can be drawn: %s".formatted(refused.getCause()), refused);
        } catch (TimeoutException late) {
            runner.close();
            throw new RenderingUnavailable(
                    "Nothing can be drawn: the graphics library did not answer within %d s. Start again; if it stays so, update the graphics driver."
                            .formatted(START_SECONDS),
                    late);
        } catch (InterruptedException stop) {
            runner.close();
            Thread.currentThread().interrupt();
            throw new RenderingUnavailable("Drawing was ended before it began.", stop);
        }
    }

    /// {@return the name that the graphics library gives itself, such as `llvmpipe`}
    public String rendererName() {
        return rendererName;
    }

    /// {@return whether pictures still come}
    public boolean isAlive() {
        return !isClosed && runner.isAlive();
    }

    /// {@return why no more pictures come, or null}
    public @Nullable Throwable failure() {
        return failure.get();
    }

    /// Opens a view.
    ///
    /// @param sink takes its pictures, on the GL thread
    /// @return the view
    public SceneView openView(PictureSink sink) {
        GlView view = new GlView(sink, wait, whileMoving());
        thread.add(view);
        return view;
    }

    /// Draws one picture and waits for it, at most twenty seconds; for screenshots and tests, never
    /// on the screen's thread.
    ///
    /// @param frame what it shows
    /// @param camera from where
    /// @param width pixels
    /// @param height pixels
    /// @return the picture
    /// @throws RenderingUnavailable when it did not come
    public Picture renderOnce(SceneFrame frame, ViewCamera camera, int width, int height) throws RenderingUnavailable {
        IntBuffer pixels = pixels(width, height);
        GlTask task = new GlTask(frame, camera, width, height, Smoothing.SAMPLED, pixels, new CompletableFuture<>());
        if (!isAlive() || !perform(task, TimeUnit.SECONDS.toNanos(ONE_PICTURE_SECONDS))) {
            Throwable reason = failure.get();
            throw new RenderingUnavailable(
                    "No picture of %d x %d came within %d s. Nothing else was touched. Start the program again."
                            .formatted(width, height, ONE_PICTURE_SECONDS),
                    reason == null ? new IllegalStateException("the gl thread is late or has ended") : reason);
        }
        return Picture.copyOf(pixels, width, height);
    }

    /// {@return a renderer for one camera of the bench; the camera closes it}
    ///
    /// @param setup the bench's arms
    /// @param things what lies between them
    /// @param width pixels, even
    /// @param height pixels, even
    public GlBenchRenderer benchRenderer(BenchSetup setup, BenchThings things, int width, int height) {
        return new GlBenchRenderer(this, setup, things, width, height, GlBenchRenderer.LATEST_NANOS);
    }

    /// {@return a renderer for one camera of the bench on a simulated clock: it waits for its picture
    /// rather than repeat an older one, at most twenty seconds; the camera closes it}
    ///
    /// @param setup the bench's arms
    /// @param things what lies between them
    /// @param width pixels, even
    /// @param height pixels, even
    public GlBenchRenderer patientBenchRenderer(BenchSetup setup, BenchThings things, int width, int height) {
        return new GlBenchRenderer(this, setup, things, width, height, TimeUnit.SECONDS.toNanos(ONE_PICTURE_SECONDS));
    }

    /// {@return how pictures that follow each other are smoothed here}
    Smoothing whileMoving() {
        return Smoothing.whileMoving(rendererName);
    }

    static IntBuffer pixels(int width, int height) {
        return ByteBuffer.allocateDirect(width * height * Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
    }

    /// Has a picture drawn and waits for it.
    ///
    /// @return whether its pixels are there; if not, the GL thread may still write them until the task is
    ///     done
    boolean perform(GlTask task, long timeoutNanos) {
        thread.add(task);
        try {
            return task.done().get(timeoutNanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException refused) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Ends the thread; views and bench renderers draw nothing more.
    @Override
    public void close() {
        isClosed = true;
        runner.close();
    }
}
