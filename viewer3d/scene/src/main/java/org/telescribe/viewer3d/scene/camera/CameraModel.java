package org.telescribe.viewer3d.scene.camera;

import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.camera.ProjectedPoint.Side;

/// A calibrated camera. Its frame has Z forward, X to the right, Y down; pixel (0, 0) is the middle of
/// the first pixel, as in OpenCV.
///
/// @param width pixels
/// @param height pixels
/// @param fx focal length, horizontal pixels
/// @param fy focal length, vertical pixels
/// @param cx principal point, pixels from the middle of the first column
/// @param cy principal point, pixels from the middle of the first row
/// @param distortion how its lens bends the picture
public record CameraModel(int width, int height, double fx, double fy, double cx, double cy, Distortion distortion) {
    private static final double NEAREST_METRES = 0.001;

    /// Refuses what is no camera.
    public CameraModel {
        if (width <= 0 || height <= 0 || !(fx > 0) || !(fy > 0)) {
            throw new IllegalArgumentException(
                    "camera of %d x %d pixels with focal lengths %s and %s: all must be positive"
                            .formatted(width, height, fx, fy));
        }
    }

    /// {@return a camera without distortion, square pixels, looking through the middle of its picture}
    ///
    /// @param width pixels
    /// @param height pixels
    /// @param verticalFieldOfViewRad from the upper edge to the lower one, radians
    public static CameraModel ofFieldOfView(int width, int height, double verticalFieldOfViewRad) {
        double focal = height / 2.0 / Math.tan(verticalFieldOfViewRad / 2);
        return new CameraModel(width, height, focal, focal, (width - 1) / 2.0, (height - 1) / 2.0, Distortion.NONE);
    }

    /// {@return the same camera with a picture of another size}
    ///
    /// @param newWidth pixels
    /// @param newHeight pixels
    public CameraModel scaledTo(int newWidth, int newHeight) {
        double sx = (double) newWidth / width;
        double sy = (double) newHeight / height;
        return new CameraModel(
                newWidth, newHeight, fx * sx, fy * sy, (cx + 0.5) * sx - 0.5, (cy + 0.5) * sy - 0.5, distortion);
    }

    /// Projects a point. A point so far to the side that the lens polynomial folds back is never given a
    /// pixel.
    ///
    /// @param cameraFromScene pose of the scene in the camera's frame
    /// @param x point, scene, metres
    /// @param y point, scene, metres
    /// @param z point, scene, metres
    /// @return where it falls
    public ProjectedPoint project(Pose cameraFromScene, double x, double y, double z) {
        Pose p = cameraFromScene;
        return project(
                p.r00() * x + p.r01() * y + p.r02() * z + p.xMetres(),
                p.r10() * x + p.r11() * y + p.r12() * z + p.yMetres(),
                p.r20() * x + p.r21() * y + p.r22() * z + p.zMetres());
    }

    private ProjectedPoint project(double x, double y, double depth) {
        if (depth < NEAREST_METRES) {
            return new ProjectedPoint(Double.NaN, Double.NaN, depth, Side.BEHIND);
        }
        double a = x / depth;
        double b = y / depth;
        double q = a * a + b * b;
        if (distortion.equals(Distortion.NONE)) {
            return new ProjectedPoint(cx + fx * a, cy + fy * b, depth, Side.IN_FRONT);
        }
        if (!distortion.keepsOrderOutTo(q)) {
            return new ProjectedPoint(Double.NaN, Double.NaN, depth, Side.BEYOND_LENS);
        }
        double radial = 1 + q * (distortion.k1() + q * (distortion.k2() + q * distortion.k3()));
        double bentA = a * radial + 2 * distortion.p1() * a * b + distortion.p2() * (q + 2 * a * a);
        double bentB = b * radial + distortion.p1() * (q + 2 * b * b) + 2 * distortion.p2() * a * b;
        return new ProjectedPoint(cx + fx * bentA, cy + fy * bentB, depth, Side.IN_FRONT);
    }
}
