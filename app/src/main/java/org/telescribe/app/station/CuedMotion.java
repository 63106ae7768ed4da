package org.telescribe.app.station;

import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.motion.MotionSource;

/// A hand that waits at the start of its motion until it gets its cue, performs once and waits again.
final class CuedMotion implements MotionSource {
    private static final long WAITING = Long.MIN_VALUE;
    private static final long REST_NANOS = 6_000_000_000L;

    private final MotionSource motion;
    private final SessionClock clock;
    private final long originNanos;
    private volatile long cueNanos = WAITING;
    private volatile boolean repeats;

    CuedMotion(MotionSource motion, SessionClock clock, long originNanos) {
        this.motion = motion;
        this.clock = clock;
        this.originNanos = originNanos;
    }

    /// Performs again and again, with a rest before each time.
    void repeat() {
        repeats = true;
    }

    void cue() {
        cueNanos = clock.nanoTime() - originNanos;
    }

    @Override
    public double positionRad(int joint, long timeNanos) {
        long cue = cueNanos;
        long since = cue == WAITING ? 0 : timeNanos - cue;
        if (repeats) {
            since = Math.floorMod(timeNanos, motion.durationNanos() + REST_NANOS) - REST_NANOS;
        }
        boolean performing = since > 0 && since < motion.durationNanos();
        return motion.positionRad(joint, performing ? since : 0);
    }

    @Override
    public long durationNanos() {
        return motion.durationNanos();
    }
}
