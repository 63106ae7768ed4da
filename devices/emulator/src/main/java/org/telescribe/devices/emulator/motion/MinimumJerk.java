package org.telescribe.devices.emulator.motion;

/// The course of a reaching movement: position along the way as a share, with speed and acceleration
/// zero at both ends (Flash and Hogan, The coordination of arm movements, 1985).
final class MinimumJerk {
    private MinimumJerk() {}

    /// {@return share of the way}
    ///
    /// @param time share of the movement's time, 0 to 1
    static double share(double time) {
        double t = Math.clamp(time, 0, 1);
        return t * t * t * (10 - 15 * t + 6 * t * t);
    }
}
