package org.telescribe.viewer3d.render;

import java.nio.IntBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.port.BenchRenderer;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.bench.BenchSetup;
import org.telescribe.viewer3d.scene.bench.BenchThings;
import org.telescribe.viewer3d.scene.camera.CameraModel;
import org.telescribe.viewer3d.scene.camera.ViewCamera;
import org.telescribe.viewer3d.scene.frame.SceneFrame;
import org.telescribe.viewer3d.scene.frame.Solid;

/// Draws the bench as one camera sees it. The camera's thread makes the scene, hands it to the GL
/// thread and waits for the pixels, as a rule at most [#LATEST_NANOS] (the first time
/// [#FIRST_LATEST_NANOS]); then it converts them itself.
///
/// When the GL thread is later than that, the frame gets this renderer's last picture once more
/// (black if there was none), and [#latePictures] counts it: the camera goes on at its rate and the
/// repeat can be seen in the recording. The late picture is not waited for; until it is done,
/// further frames repeat the last one too.
public final class GlBenchRenderer implements BenchRenderer {
    /// How long a picture is waited for.
    public static final long LATEST_NANOS = 250_000_000;
    /// How long the first picture is waited for: what it shows must be uploaded.
    public static final long FIRST_LATEST_NANOS = 5_000_000_000L;

    private final RenderService service;
    private final BenchSetup setup;
    private final BenchThings things;
    private final int width;
    private final int height;
    private final long latestNanos;
    private final EdgeFilter filter;
    private final I420Conversion conversion;
    private final IntBuffer pixels;
    private final AtomicLong latePictures = new AtomicLong();
    private @Nullable GlTask overdue;
    private boolean hasPicture;
    private boolean isClosed;

    GlBenchRenderer(
            RenderService service, BenchSetup setup, BenchThings things, int width, int height, long latestNanos) {
        if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("picture of %d x %d: both must be even".formatted(width, height));
        }
        this.service = service;
        this.setup = setup;
        this.things = things;
        this.width = width;
        this.height = height;
        this.latestNanos = latestNanos;
        this.filter = new EdgeFilter(width, height);
        this.conversion = new I420Conversion(width, height);
        this.pixels = RenderService.pixels(width, height);
    }

    @Override
    public void draw(
            Pose baseFromCamera, double verticalFieldOfViewRad, double[] leftRad, double[] rightRad, PooledFrame into) {
        if (into.width() != width || into.height() != height) {
            throw new IllegalArgumentException(
                    "frame of %d x %d, renderer of %d x %d".formatted(into.width(), into.height(), width, height));
        }
        List<Solid> seen = things.at(leftRad, rightRad);
        SceneFrame frame = setup.cameraFrame(leftRad, rightRad, seen, height);
        CameraModel model = CameraModel.ofFieldOfView(width, height, verticalFieldOfViewRad);
        if (!isClosed && render(frame, ViewCamera.of(baseFromCamera, model))) {
            if (service.whileMoving() == Smoothing.FILTERED) {
                filter.apply(pixels, pixels);
            }
            conversion.convert(pixels);
        } else {
            latePictures.incrementAndGet();
        }
        conversion.copyTo(into.pixels());
    }

    private boolean render(SceneFrame frame, ViewCamera camera) {
        GlTask before = overdue;
        if (before != null && !before.done().isDone()) {
            return false;
        }
        overdue = null;
        GlTask task =
                new GlTask(frame, camera, width, height, service.whileMoving(), pixels, new CompletableFuture<>());
        boolean drawn = service.isAlive() && service.perform(task, hasPicture ? latestNanos : FIRST_LATEST_NANOS);
        hasPicture |= drawn;
        if (!drawn) {
            overdue = task;
        }
        return drawn;
    }

    /// {@return how many frames got an older picture because the GL thread was late; any thread}
    public long latePictures() {
        return latePictures.get();
    }

    /// Later frames repeat the last picture.
    @Override
    public void close() {
        isClosed = true;
    }
}
