package org.telescribe.viewer3d.scene.camera;

/// Where a point of the scene falls on a picture.
///
/// @param xPixels to the right; 0 is the middle of the first pixel; NaN unless in front
/// @param yPixels down; 0 is the middle of the first pixel; NaN unless in front
/// @param depthMetres along the camera's axis, negative behind it
/// @param side where the point is
public record ProjectedPoint(double xPixels, double yPixels, double depthMetres, Side side) {
    /// Where a point is seen from a camera.
    public enum Side {
        /// In front, and its pixel is known; it may lie outside the picture.
        IN_FRONT,
        /// In front, but so far to the side that the lens model says nothing about it.
        BEYOND_LENS,
        /// Behind the camera or within a millimetre of it.
        BEHIND
    }

    /// {@return whether it falls on the picture}
    ///
    /// @param camera the camera
    public boolean isOn(CameraModel camera) {
        return side == Side.IN_FRONT
                && xPixels >= -0.5
                && yPixels >= -0.5
                && xPixels < camera.width() - 0.5
                && yPixels < camera.height() - 0.5;
    }
}
