package org.telescribe.devices.emulator.servo;

/// A joint that its servo moves: it follows the goal with a critically damped lag of some 20 ms,
/// limited in speed and acceleration. Without torque it stays where it is.
final class DrivenBody implements ServoBody {
    private static final double STIFFNESS_PER_S = 110;
    private static final double HIGHEST_ACCELERATION_RAD_PER_S2 = 120;
    private static final double AMPERES_PER_RAD_PER_S2 = 0.008;
    private static final double AMPERES_PER_RAD_PER_S = 0.05;
    private static final double AMPERES_PER_RAD = 0.6;
    private static final double NOISE_AMPERES = 0.008;
    private static final long STEP_NANOS = 1_000_000L;
    private static final long LONGEST_ADVANCE_NANOS = 500_000_000L;

    private final double loadAmperes;
    private final Noise noise;
    private double positionRad;
    private double velocityRadPerS;
    private double accelerationRadPerS2;
    private double errorRad;
    private long atNanos;
    private boolean started;
    private boolean holding;

    /// A joint at rest.
    ///
    /// @param positionRad where it rests, radians
    /// @param loadAmperes current that holding it against its weight takes, amperes
    /// @param seed of its current's noise
    DrivenBody(double positionRad, double loadAmperes, long seed) {
        this.positionRad = positionRad;
        this.loadAmperes = loadAmperes;
        this.noise = new Noise(seed);
    }

    @Override
    public void advance(long nowNanos, boolean torque, double goalRad, double speedLimitRadPerS) {
        if (!started || nowNanos - atNanos > LONGEST_ADVANCE_NANOS) {
            started = true;
            atNanos = nowNanos - Math.min(STEP_NANOS, Math.max(0, nowNanos));
        }
        holding = torque;
        while (nowNanos - atNanos >= STEP_NANOS) {
            step(torque, goalRad, speedLimitRadPerS);
            atNanos += STEP_NANOS;
        }
    }

    private void step(boolean torque, double goalRad, double speedLimitRadPerS) {
        if (!torque) {
            velocityRadPerS = 0;
            accelerationRadPerS2 = 0;
            errorRad = 0;
            return;
        }
        double seconds = STEP_NANOS / 1e9;
        errorRad = goalRad - positionRad;
        double wanted = STIFFNESS_PER_S * STIFFNESS_PER_S * errorRad - 2 * STIFFNESS_PER_S * velocityRadPerS;
        double limit = HIGHEST_ACCELERATION_RAD_PER_S2;
        accelerationRadPerS2 = Math.clamp(wanted, -limit, limit);
        double braking = Math.sqrt(2 * limit * Math.abs(errorRad));
        double speed = Math.min(speedLimitRadPerS, braking);
        velocityRadPerS = Math.clamp(velocityRadPerS + accelerationRadPerS2 * seconds, -speed, speed);
        positionRad += velocityRadPerS * seconds;
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
        if (!holding) {
            return 0;
        }
        return loadAmperes * Math.cos(positionRad)
                + AMPERES_PER_RAD_PER_S2 * accelerationRadPerS2
                + AMPERES_PER_RAD_PER_S * velocityRadPerS
                + AMPERES_PER_RAD * errorRad
                + NOISE_AMPERES * noise.next();
    }
}
