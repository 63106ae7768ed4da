package org.telescribe.devices.core.joint;

/// What a joint may do.
///
/// @param minRad lowest position, radians
/// @param maxRad highest position, radians
/// @param maxSpeedRadPerS highest speed either way, radians per second
/// @param maxAccelerationRadPerS2 highest acceleration either way, radians per second squared
public record JointLimit(double minRad, double maxRad, double maxSpeedRadPerS, double maxAccelerationRadPerS2) {
    /// Refuses limits that leave nothing.
    public JointLimit {
        if (!(minRad < maxRad)) {
            throw new IllegalArgumentException("minRad %s >= maxRad %s".formatted(minRad, maxRad));
        }
        if (!(maxSpeedRadPerS > 0) || !(maxAccelerationRadPerS2 > 0)) {
            throw new IllegalArgumentException("speed limit %s rad/s and acceleration limit %s rad/s2 must be positive"
                    .formatted(maxSpeedRadPerS, maxAccelerationRadPerS2));
        }
    }
}
