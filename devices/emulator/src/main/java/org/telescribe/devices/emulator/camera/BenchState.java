package org.telescribe.devices.emulator.camera;

/// Where the followers' joints are now, for the bench's cameras. Asked on the cameras' threads.
@FunctionalInterface
public interface BenchState {
    /// Gives the newest positions.
    ///
    /// @param leftRad filled with the left arm's positions, radians, in the order of the bench arm's
    ///     layout
    /// @param rightRad filled with the right arm's
    void read(double[] leftRad, double[] rightRad);
}
