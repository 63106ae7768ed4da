package org.telescribe.devices.drivers.dynamixel;

/// A servo that answered a ping.
///
/// @param servoId identifier
/// @param modelNumber which kind of servo
/// @param firmwareVersion version of its program
/// @param alert whether it raises its hardware alert
public record FoundServo(int servoId, int modelNumber, int firmwareVersion, boolean alert) {}
