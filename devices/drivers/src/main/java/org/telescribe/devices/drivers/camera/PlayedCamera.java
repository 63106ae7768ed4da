package org.telescribe.devices.drivers.camera;

import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraLost;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;

/// Pictures that are there at once, handed out at a rate, over and over.
final class PlayedCamera implements CameraSource {
    private final CameraInfo info;
    private final PictureInput input;
    private final PictureConverter converter = new PictureConverter();
    private final FramePool pool;
    private final SessionClock clock;
    private final DeadlineWait wait;
    private final long periodNanos;
    private long dueNanos;
    private long sequence;
    private volatile boolean closing;
    private boolean closed;

    PlayedCamera(CameraInfo info, PictureInput input, FramePool pool, SessionClock clock, DeadlineWait wait) {
        this.info = info;
        this.input = input;
        this.pool = pool;
        this.clock = clock;
        this.wait = wait;
        this.periodNanos = Math.round(1e9 / info.framesPerSecond());
        this.dueNanos = clock.nanoTime();
    }

    @Override
    public CameraInfo info() {
        return info;
    }

    @Override
    public synchronized @Nullable PooledFrame next(long deadlineNanos) throws CameraLost {
        if (closing) {
            throw new CameraLost("Camera %s was closed.".formatted(info.name()));
        }
        wait.waitUntil(Math.min(dueNanos, deadlineNanos));
        long nowNanos = clock.nanoTime();
        if (nowNanos < dueNanos) {
            return null;
        }
        decodeNext();
        long number = sequence;
        long passed = 1 + (nowNanos - dueNanos) / periodNanos;
        sequence += passed;
        dueNanos += passed * periodNanos;
        PooledFrame frame = pool.take();
        if (frame == null) {
            return null;
        }
        if (!converter.convert(input.frame(), frame)) {
            frame.release();
            throw new CameraLost("Camera %s: its pictures cannot be converted. Choose another file or format."
                    .formatted(info.name()));
        }
        frame.stamp(number, nowNanos, StampSource.ARRIVAL);
        return frame;
    }

    private void decodeNext() throws CameraLost {
        PictureInput.Result result = input.next();
        if (result == PictureInput.Result.END && input.rewind()) {
            result = input.next();
        }
        if (result != PictureInput.Result.PICTURE) {
            throw new CameraLost("Camera %s: the next picture cannot be read (%s). What was recorded so far is safe."
                    .formatted(info.name(), input.failure()));
        }
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
