package org.telescribe.devices.core.port;

import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.robot.Pose;

/// Draws the simulated bench as a camera sees it. Implemented by a renderer, asked by the emulator.
/// Confined to the thread that made it.
public interface BenchRenderer extends AutoCloseable {
    /// Draws one picture.
    ///
    /// @param baseFromCamera pose of the camera in the bench's base frame, metres; the camera looks
    ///     along its +Z, +X to the right, +Y down
    /// @param verticalFieldOfViewRad radians
    /// @param leftRad joint positions of the left arm, lane order, radians
    /// @param rightRad joint positions of the right arm, lane order, radians
    /// @param into frame to draw into, already taken from its pool
    void draw(
            Pose baseFromCamera, double verticalFieldOfViewRad, double[] leftRad, double[] rightRad, PooledFrame into);

    @Override
    void close();
}
