package org.telescribe.devices.drivers.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.SessionClock;

/// A camera behind Video4Linux. Frames carry the kernel's moment of capture when the device stamps on
/// the monotonic clock, else the moment of arrival.
public final class V4l2Camera implements CameraSource {
    private static final long PAUSE_NANOS = 500_000L;
    private static final long OLDEST_STAMP_NANOS = 5_000_000_000L;

    private final CameraInfo info;
    private final FfmpegInput input;
    private final PictureConverter converter = new PictureConverter();
    private final FramePool pool;
    private final SessionClock clock;
    private final long periodNanos;
    private long sequence;
    private long lastCaptureNanos = Long.MIN_VALUE;
    private volatile boolean closing;
    private boolean closed;

    private V4l2Camera(CameraInfo info, FfmpegInput input, FramePool pool, SessionClock clock) {
        this.info = info;
        this.input = input;
        this.pool = pool;
        this.clock = clock;
        this.periodNanos = Math.round(1e9 / info.framesPerSecond());
    }

    /// Opens a device.
    ///
    /// @param info the camera's name, and the rate to ask for
    /// @param device such as `/dev/v4l/by-id/usb-...`
    /// @param pixelFormat FFmpeg's name of the format to ask for, such as `mjpeg` or `yuyv422`; empty
    ///     for any
    /// @param pool buffers, of the size to ask for
    /// @param clock the session clock; must be the machine's own
    /// @return the camera
    /// @throws CameraLost with a sentence when the device is missing, forbidden, busy or refuses the
    ///     settings
    public static V4l2Camera open(CameraInfo info, Path device, String pixelFormat, FramePool pool, SessionClock clock)
            throws CameraLost {
        if (!Files.exists(device)) {
            throw new CameraLost("Camera %s: there is no device %s. Plug it in, or choose one that is listed."
                    .formatted(info.name(), device));
        }
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            throw new CameraLost(
                    "Camera %s: this user may not open %s. Run \"sudo usermod -aG video $USER\", log out and in again."
                            .formatted(info.name(), device));
        }
        Map<String, String> options = new LinkedHashMap<>();
        options.put("video_size", "%dx%d".formatted(info.width(), info.height()));
        options.put("framerate", String.valueOf(info.framesPerSecond()));
        options.put("timestamps", "default");
        if (!pixelFormat.isEmpty()) {
            options.put("input_format", pixelFormat);
        }
        try {
            return new V4l2Camera(
                    info, FfmpegInput.open(device.toString(), FfmpegInput.VIDEO4LINUX, options, false), pool, clock);
        } catch (LinkageError missing) {
            throw new CameraLost(
                    "Camera %s: reading cameras needs a system library that is missing. Run \"sudo apt install libpulse0\"."
                            .formatted(info.name()),
                    missing);
        } catch (FfmpegRefused refused) {
            throw new CameraLost(
                    ("Camera %s: %s does not deliver %d x %d at %s Hz (%s). Close other programs that use it, or choose "
                                    + "another size.")
                            .formatted(
                                    info.name(),
                                    device,
                                    info.width(),
                                    info.height(),
                                    info.framesPerSecond(),
                                    refused.getMessage()),
                    refused);
        }
    }

    @Override
    public CameraInfo info() {
        return info;
    }

    @Override
    public synchronized @Nullable PooledFrame next(long deadlineNanos) throws CameraLost {
        while (!closing) {
            PictureInput.Result result = input.next();
            switch (result) {
                case PICTURE -> {
                    return handOut();
                }
                case NOTHING_YET -> {
                    if (clock.nanoTime() >= deadlineNanos) {
                        return null;
                    }
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
                case END, FAILED ->
                    throw new CameraLost("Camera %s is gone (%s). Check its cable; what was recorded so far is safe."
                            .formatted(info.name(), input.failure()));
            }
        }
        throw new CameraLost("Camera %s was closed.".formatted(info.name()));
    }

    private @Nullable PooledFrame handOut() throws CameraLost {
        long nowNanos = clock.nanoTime();
        long stampNanos = input.pictureNanos();
        boolean monotonic = stampNanos <= nowNanos && nowNanos - stampNanos < OLDEST_STAMP_NANOS;
        long captureNanos = monotonic ? stampNanos : nowNanos;
        if (lastCaptureNanos != Long.MIN_VALUE) {
            long periods = Math.round((captureNanos - lastCaptureNanos) / (double) periodNanos);
            sequence += Math.max(1, periods); // frames that the device dropped leave a gap
        }
        lastCaptureNanos = captureNanos;
        PooledFrame frame = pool.take();
        if (frame == null) {
            return null;
        }
        if (!converter.convert(input.frame(), frame)) {
            frame.release();
            throw new CameraLost(
                    "Camera %s: its pictures cannot be converted. Choose another format.".formatted(info.name()));
        }
        frame.stamp(sequence, captureNanos, monotonic ? StampSource.KERNEL : StampSource.ARRIVAL);
        return frame;
    }

    @Override
    public void close() {
        closing = true;
        release();
    }

    private synchronized void release() {
        if (!closed) {
            closed = true;
            converter.close();
            input.close();
        }
    }
}
