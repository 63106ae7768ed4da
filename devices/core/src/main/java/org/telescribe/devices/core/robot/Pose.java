package org.telescribe.devices.core.robot;

/// A rigid transform: `p_parent = rotation * p_child + translation`. Rotation is a row-major 3x3
/// matrix.
///
/// @param r00 row 0, column 0
/// @param r01 row 0, column 1
/// @param r02 row 0, column 2
/// @param r10 row 1, column 0
/// @param r11 row 1, column 1
/// @param r12 row 1, column 2
/// @param r20 row 2, column 0
/// @param r21 row 2, column 1
/// @param r22 row 2, column 2
/// @param xMetres translation along the parent's X, metres
/// @param yMetres translation along the parent's Y, metres
/// @param zMetres translation along the parent's Z, metres
public record Pose(
        double r00,
        double r01,
        double r02,
        double r10,
        double r11,
        double r12,
        double r20,
        double r21,
        double r22,
        double xMetres,
        double yMetres,
        double zMetres) {
    /// No rotation, no translation.
    public static final Pose IDENTITY = new Pose(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);

    /// {@return a pure translation}
    ///
    /// @param xMetres along X, metres
    /// @param yMetres along Y, metres
    /// @param zMetres along Z, metres
    public static Pose translation(double xMetres, double yMetres, double zMetres) {
        return new Pose(1, 0, 0, 0, 1, 0, 0, 0, 1, xMetres, yMetres, zMetres);
    }

    /// Rotation about fixed axes X, then Y, then Z, as URDF's `rpy`, then translation.
    ///
    /// @param rollRad about X, radians
    /// @param pitchRad about Y, radians
    /// @param yawRad about Z, radians
    /// @param xMetres along X, metres
    /// @param yMetres along Y, metres
    /// @param zMetres along Z, metres
    /// @return the pose
    public static Pose ofRollPitchYaw(
            double rollRad, double pitchRad, double yawRad, double xMetres, double yMetres, double zMetres) {
        double cr = Math.cos(rollRad);
        double sr = Math.sin(rollRad);
        double cp = Math.cos(pitchRad);
        double sp = Math.sin(pitchRad);
        double cy = Math.cos(yawRad);
        double sy = Math.sin(yawRad);
        return new Pose(
                cy * cp,
                cy * sp * sr - sy * cr,
                cy * sp * cr + sy * sr,
                sy * cp,
                sy * sp * sr + cy * cr,
                sy * sp * cr - cy * sr,
                -sp,
                cp * sr,
                cp * cr,
                xMetres,
                yMetres,
                zMetres);
    }

    /// Rotation about an axis by the right-hand rule.
    ///
    /// @param axisX axis, need not be of unit length
    /// @param axisY axis
    /// @param axisZ axis
    /// @param angleRad radians
    /// @return a pure rotation
    public static Pose rotation(double axisX, double axisY, double axisZ, double angleRad) {
        double length = Math.sqrt(axisX * axisX + axisY * axisY + axisZ * axisZ);
        double x = axisX / length;
        double y = axisY / length;
        double z = axisZ / length;
        double c = Math.cos(angleRad);
        double s = Math.sin(angleRad);
        double t = 1 - c;
        return new Pose(
                t * x * x + c,
                t * x * y - s * z,
                t * x * z + s * y,
                t * x * y + s * z,
                t * y * y + c,
                t * y * z - s * x,
                t * x * z - s * y,
                t * y * z + s * x,
                t * z * z + c,
                0,
                0,
                0);
    }

    /// {@return the product}
    ///
    /// @param child transform to the right: `this * child`
    public Pose times(Pose child) {
        return new Pose(
                r00 * child.r00 + r01 * child.r10 + r02 * child.r20,
                r00 * child.r01 + r01 * child.r11 + r02 * child.r21,
                r00 * child.r02 + r01 * child.r12 + r02 * child.r22,
                r10 * child.r00 + r11 * child.r10 + r12 * child.r20,
                r10 * child.r01 + r11 * child.r11 + r12 * child.r21,
                r10 * child.r02 + r11 * child.r12 + r12 * child.r22,
                r20 * child.r00 + r21 * child.r10 + r22 * child.r20,
                r20 * child.r01 + r21 * child.r11 + r22 * child.r21,
                r20 * child.r02 + r21 * child.r12 + r22 * child.r22,
                r00 * child.xMetres + r01 * child.yMetres + r02 * child.zMetres + xMetres,
                r10 * child.xMetres + r11 * child.yMetres + r12 * child.zMetres + yMetres,
                r20 * child.xMetres + r21 * child.yMetres + r22 * child.zMetres + zMetres);
    }

    /// {@return the inverse transform}
    public Pose inverse() {
        return new Pose(
                r00,
                r10,
                r20,
                r01,
                r11,
                r21,
                r02,
                r12,
                r22,
                -(r00 * xMetres + r10 * yMetres + r20 * zMetres),
                -(r01 * xMetres + r11 * yMetres + r21 * zMetres),
                -(r02 * xMetres + r12 * yMetres + r22 * zMetres));
    }
}
