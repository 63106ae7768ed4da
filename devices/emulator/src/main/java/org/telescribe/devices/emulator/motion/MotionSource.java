package org.telescribe.devices.emulator.motion;

/// Where a hand holds the joints of one arm at each moment. Continuous, for any time from 0 on.
public interface MotionSource {
    /// {@return radians}
    ///
    /// @param joint index of the joint, in the order of the arm's layout
    /// @param timeNanos since the motion's start, nanoseconds, not negative
    double positionRad(int joint, long timeNanos);

    /// {@return after how many nanoseconds it is back where it started and repeats}
    long durationNanos();
}
