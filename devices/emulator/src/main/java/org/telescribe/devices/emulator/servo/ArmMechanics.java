package org.telescribe.devices.emulator.servo;

/// The mechanics of a whole arm that are simulated somewhere else. Called on the thread of the arm's chain
/// alone; must not wait and must not allocate.
public interface ArmMechanics {
    /// Tells a joint where to go.
    ///
    /// @param joint index of the joint
    /// @param torque whether its servo holds; without, the joint stays where it is
    /// @param goalRad where it is told to go, radians
    /// @param speedLimitRadPerS highest speed, radians per second
    void command(int joint, boolean torque, double goalRad, double speedLimitRadPerS);

    /// {@return where a joint is, radians}
    ///
    /// @param joint index of the joint
    double positionRad(int joint);

    /// {@return how fast a joint turns, radians per second}
    ///
    /// @param joint index of the joint
    double velocityRadPerS(int joint);
}
