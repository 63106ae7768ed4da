package org.telescribe.devices.emulator.camera;

import org.telescribe.devices.core.robot.Pose;

/// A pinhole camera: X to the right, Y down, Z forward in its own frame. Square pixels, principal point
/// in the middle.
///
/// @param cameraFromBench pose of the bench in the camera's frame
/// @param benchFromCamera the other way round
/// @param focalPixels focal length, pixels
/// @param width pixels
/// @param height pixels
record ViewPoint(Pose cameraFromBench, Pose benchFromCamera, double focalPixels, int width, int height) {
    static ViewPoint of(Pose benchFromCamera, double verticalFieldOfViewRad, int width, int height) {
        double focal = height / 2.0 / Math.tan(verticalFieldOfViewRad / 2);
        return new ViewPoint(benchFromCamera.inverse(), benchFromCamera, focal, width, height);
    }

    double pixelX(double x, double z) {
        return width / 2.0 + focalPixels * x / z;
    }

    double pixelY(double y, double z) {
        return height / 2.0 + focalPixels * y / z;
    }

    /// A camera that looks from one point at another, upright.
    static Pose lookAt(double[] from, double[] at) {
        double[] forward = unit(at[0] - from[0], at[1] - from[1], at[2] - from[2]);
        double[] right = unit(forward[1], -forward[0], 0);
        double[] down = {
            forward[1] * right[2] - forward[2] * right[1],
            forward[2] * right[0] - forward[0] * right[2],
            forward[0] * right[1] - forward[1] * right[0]
        };
        return new Pose(
                right[0],
                down[0],
                forward[0],
                right[1],
                down[1],
                forward[1],
                right[2],
                down[2],
                forward[2],
                from[0],
                from[1],
                from[2]);
    }

    private static double[] unit(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }
}
