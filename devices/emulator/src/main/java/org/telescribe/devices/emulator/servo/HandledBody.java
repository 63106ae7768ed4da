package org.telescribe.devices.emulator.servo;

import org.telescribe.devices.emulator.motion.MotionSource;

/// A joint that a hand moves, as its motion source says.
final class HandledBody implements ServoBody {
    private static final long DIFFERENCE_NANOS = 2_000_000L;
    private static final double AMPERES_PER_RAD_PER_S = 0.004;
    private static final double NOISE_AMPERES = 0.003;

    private final MotionSource motion;
    private final int joint;
    private final long originNanos;
    private final Noise noise;
    private double positionRad;
    private double velocityRadPerS;

    /// A joint in a hand.
    ///
    /// @param motion where the hand is when
    /// @param joint which joint of the motion
    /// @param originNanos session clock at the motion's start, nanoseconds
    /// @param seed of its current's noise
    HandledBody(MotionSource motion, int joint, long originNanos, long seed) {
        this.motion = motion;
        this.joint = joint;
        this.originNanos = originNanos;
        this.noise = new Noise(seed);
        this.positionRad = motion.positionRad(joint, 0);
    }

    @Override
    public void advance(long nowNanos, boolean torque, double goalRad, double speedLimitRadPerS) {
        long timeNanos = Math.max(0, nowNanos - originNanos);
        positionRad = motion.positionRad(joint, timeNanos);
        long earlierNanos = Math.max(0, timeNanos - DIFFERENCE_NANOS);
        double seconds = Math.max(1, timeNanos - earlierNanos) / 1e9;
        velocityRadPerS = (positionRad - motion.positionRad(joint, earlierNanos)) / seconds;
    }

    @Override
    public double positionRad() {
        return positionRad;
    }

    @Override
    public double velocityRadPerS() {
        return velocityRadPerS;
    }

    @Override
    public double currentAmperes() {
        return AMPERES_PER_RAD_PER_S * velocityRadPerS + NOISE_AMPERES * noise.next();
    }
}
