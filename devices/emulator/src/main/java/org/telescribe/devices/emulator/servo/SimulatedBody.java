package org.telescribe.devices.emulator.servo;

/// A joint of an arm whose mechanics are simulated as a whole.
final class SimulatedBody implements ServoBody {
    private static final double AMPERES_PER_RAD = 0.9;
    private static final double AMPERES_PER_RAD_PER_S = 0.05;
    private static final double NOISE_AMPERES = 0.008;

    private final ArmMechanics arm;
    private final int joint;
    private final Noise noise;
    private boolean holding;
    private double goalRad;

    /// A joint of an arm.
    ///
    /// @param arm the arm's mechanics
    /// @param joint which of its joints
    /// @param seed of its current's noise
    SimulatedBody(ArmMechanics arm, int joint, long seed) {
        this.arm = arm;
        this.joint = joint;
        this.noise = new Noise(seed);
    }

    @Override
    public void advance(long nowNanos, boolean torque, double goalRad, double speedLimitRadPerS) {
        this.holding = torque;
        this.goalRad = goalRad;
        arm.command(joint, torque, goalRad, speedLimitRadPerS);
    }

    @Override
    public double positionRad() {
        return arm.positionRad(joint);
    }

    @Override
    public double velocityRadPerS() {
        return arm.velocityRadPerS(joint);
    }

    @Override
    public double currentAmperes() {
        if (!holding) {
            return 0;
        }
        return AMPERES_PER_RAD * (goalRad - positionRad())
                + AMPERES_PER_RAD_PER_S * velocityRadPerS()
                + NOISE_AMPERES * noise.next();
    }
}
