package org.telescribe.devices.emulator.camera;

import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.port.BenchRenderer;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;

/// One camera of the emulated bench: draws what it sees at its rate. A frame's stamp is the moment
/// whose joints it shows.
public final class BenchCamera implements CameraSource {
    private static final int POOL = 16;

    private final CameraInfo info;
    private final BenchView view;
    private final BenchArms arms;
    private final BenchRenderer renderer;
    private final JointsNow joints;
    private final SessionClock clock;
    private final DeadlineWait wait;
    private final FramePool pool;
    private final long periodNanos;
    private long sequence;
    private long dueNanos;

    /// Where the arms are now.
    @FunctionalInterface
    public interface JointsNow {
        /// Copies the joints of both arms.
        ///
        /// @param leftRad gets the left arm's joints, radians
        /// @param rightRad gets the right arm's joints, radians
        void read(double[] leftRad, double[] rightRad);
    }

    /// A camera whose first frame is due at once.
    ///
    /// @param info what it delivers
    /// @param view where it is
    /// @param arms the bench's arms
    /// @param renderer draws its pictures; this camera closes it
    /// @param joints where the arms are now
    /// @param clock session clock
    /// @param wait how it waits for its next frame
    public BenchCamera(
            CameraInfo info,
            BenchView view,
            BenchArms arms,
            BenchRenderer renderer,
            JointsNow joints,
            SessionClock clock,
            DeadlineWait wait) {
        this.info = info;
        this.view = view;
        this.arms = arms;
        this.renderer = renderer;
        this.joints = joints;
        this.clock = clock;
        this.wait = wait;
        this.pool = new FramePool(POOL, info.width(), info.height(), false);
        this.periodNanos = Math.round(1e9 / info.framesPerSecond());
        this.dueNanos = clock.nanoTime();
    }

    @Override
    public CameraInfo info() {
        return info;
    }

    @Override
    public @Nullable PooledFrame next(long deadlineNanos) {
        if (dueNanos > deadlineNanos) {
            wait.waitUntil(deadlineNanos);
            return null;
        }
        wait.waitUntil(dueNanos);
        long nowNanos = clock.nanoTime();
        sequence++;
        long behind = Math.max(0, (nowNanos - dueNanos) / periodNanos);
        sequence += behind;
        dueNanos += (behind + 1) * periodNanos;
        PooledFrame frame = pool.take();
        if (frame == null) {
            return null;
        }
        int size = arms.layout().size();
        double[] left = new double[size];
        double[] right = new double[size];
        joints.read(left, right);
        renderer.draw(view.benchFromCamera(arms, left, right), view.verticalFieldOfViewRad(), left, right, frame);
        frame.stamp(sequence, nowNanos, StampSource.SIMULATION);
        return frame;
    }

    @Override
    public void close() {
        renderer.close();
    }
}
