package org.telescribe.devices.emulator.servo;

/// The mechanics of one servo. Confined to the chain's thread; allocates nothing.
sealed interface ServoBody permits DrivenBody, HandledBody, SimulatedBody {
    /// Moves on to a moment.
    ///
    /// @param nowNanos session clock, nanoseconds
    /// @param torque whether the servo holds
    /// @param goalRad where it is told to go, radians
    /// @param speedLimitRadPerS highest speed, radians per second
    void advance(long nowNanos, boolean torque, double goalRad, double speedLimitRadPerS);

    /// {@return radians}
    double positionRad();

    /// {@return radians per second}
    double velocityRadPerS();

    /// {@return amperes}
    double currentAmperes();
}
