package org.telescribe.devices.emulator.servo;

/// One emulated servo.
///
/// @param servoId identifier on the bus
/// @param modelNumber what it says it is, such as 1020
/// @param amperesPerCount unit of its current
/// @param homeCounts position at the joint's 0 radians, counts
/// @param direction 1 when counts grow with the joint's radians, -1 when they fall
public record EmulatedServoSpec(int servoId, int modelNumber, double amperesPerCount, int homeCounts, int direction) {
    /// A large servo with its middle at 0 radians.
    ///
    /// @param servoId identifier on the bus
    /// @return a servo of model 1020
    public static EmulatedServoSpec xm430(int servoId) {
        return new EmulatedServoSpec(servoId, 1020, 2.69e-3, 2048, 1);
    }

    /// A small servo with its middle at 0 radians.
    ///
    /// @param servoId identifier on the bus
    /// @return a servo of model 1200
    public static EmulatedServoSpec xl330(int servoId) {
        return new EmulatedServoSpec(servoId, 1200, 1.0e-3, 2048, 1);
    }
}
