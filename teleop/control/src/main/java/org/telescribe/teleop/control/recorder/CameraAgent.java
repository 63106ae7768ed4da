package org.telescribe.teleop.control.recorder;

import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.frame.LatestFrame;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.handover.SpscQueue;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.port.CameraSource;

/// Takes frames from one camera and hands them to its encoder and to the screen.
final class CameraAgent implements Agent {
    private static final long PATIENCE_NANOS = 100_000_000L;
    private static final long AFTER_LOSS_NANOS = 200_000_000L;

    private final CameraSource source;

    /// Every frame, for the encoder thread.
    private final SpscQueue<PooledFrame> toEncoder;

    private final LatestFrame screen;
    private volatile CameraStatus status;
    private long frames;
    private long newestCaptureNanos;
    private boolean gone;

    CameraAgent(CameraSource source, SpscQueue<PooledFrame> toEncoder, LatestFrame screen) {
        this.source = source;
        this.toEncoder = toEncoder;
        this.screen = screen;
        this.status = new CameraStatus(source.info().name(), 0, 0, 0, "");
    }

    CameraStatus status() {
        return status;
    }

    @Override
    public String roleName() {
        return "camera " + source.info().name();
    }

    @Override
    public long doWork(long nowNanos) {
        if (gone) {
            return nowNanos + AFTER_LOSS_NANOS;
        }
        try {
            PooledFrame frame = source.next(nowNanos + PATIENCE_NANOS);
            if (frame != null) {
                handOn(frame);
            }
        } catch (CameraLost loss) {
            gone = true;
            say(String.valueOf(loss.getMessage()));
        }
        return nowNanos;
    }

    private void handOn(PooledFrame frame) {
        frames++;
        newestCaptureNanos = frame.captureNanos();
        screen.publish(frame);
        if (!toEncoder.offer(frame)) {
            frame.release();
        }
        say("");
    }

    private void say(String lost) {
        status = new CameraStatus(source.info().name(), frames, newestCaptureNanos, toEncoder.refused(), lost);
    }

    @Override
    public void onClose() {
        source.close();
        screen.close();
    }
}
