package org.telescribe.devices.emulator.camera;

import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.motion.BenchArm;

/// A camera of the built-in bench, drawn in software at its rate. The stamp is the moment for which the
/// arms' positions were read. A frame for which the machine was too slow is skipped, and the numbers
/// show it.
public final class BenchCamera implements CameraSource {
    private final BenchView view;
    private final CameraInfo info;
    private final BenchWorld world;
    private final BenchState state;
    private final FramePool pool;
    private final SessionClock clock;
    private final DeadlineWait wait;
    private final BenchPainter painter;
    private final double[] leftRad = BenchArm.restRad();
    private final double[] rightRad = BenchArm.restRad();
    private final long periodNanos;
    private long dueNanos;
    private long sequence;
    private volatile boolean closed;

    /// A camera.
    ///
    /// @param view which of the bench's cameras
    /// @param framesPerSecond its rate, hertz
    /// @param pool buffers, of the size of its pictures
    /// @param world the bench, shared with the other cameras
    /// @param state where the arms are
    /// @param clock the session clock
    /// @param wait how it waits for the next frame
    public BenchCamera(
            BenchView view,
            double framesPerSecond,
            FramePool pool,
            BenchWorld world,
            BenchState state,
            SessionClock clock,
            DeadlineWait wait) {
        this.view = view;
        this.info = new CameraInfo(view.cameraName(), pool.width(), pool.height(), framesPerSecond);
        this.world = world;
        this.state = state;
        this.pool = pool;
        this.clock = clock;
        this.wait = wait;
        this.painter = new BenchPainter(pool.width(), pool.height(), view.verticalFieldOfViewRad());
        this.periodNanos = Math.round(1e9 / framesPerSecond);
        this.dueNanos = clock.nanoTime();
    }

    @Override
    public CameraInfo info() {
        return info;
    }

    @Override
    public @Nullable PooledFrame next(long deadlineNanos) throws CameraLost {
        if (closed) {
            throw new CameraLost("Camera %s was closed.".formatted(info.name()));
        }
        wait.waitUntil(Math.min(dueNanos, deadlineNanos));
        long nowNanos = clock.nanoTime();
        if (nowNanos < dueNanos) {
            return null;
        }
        long number = sequence;
        long passed = 1 + (nowNanos - dueNanos) / periodNanos;
        sequence += passed;
        dueNanos += passed * periodNanos;
        PooledFrame frame = pool.take();
        if (frame == null) {
            return null;
        }
        state.read(leftRad, rightRad);
        Observation seen = world.observe(nowNanos, leftRad, rightRad);
        painter.paint(seen, view.benchFromCamera(seen), frame.pixels());
        frame.stamp(number, nowNanos, StampSource.SIMULATION);
        return frame;
    }

    @Override
    public void close() {
        closed = true;
    }
}
