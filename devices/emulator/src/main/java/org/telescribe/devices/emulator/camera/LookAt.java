package org.telescribe.devices.emulator.camera;

import org.telescribe.devices.core.robot.Pose;

/// Poses of cameras that look somewhere: +Z ahead, +X to the right, +Y down.
final class LookAt {
    /// A camera on the back of a hand, looking past the fingers.
    static final Pose HAND_FROM_CAMERA = pose(-0.045, 0, 0.095, 0.16, 0, -0.005);

    private LookAt() {}

    /// A pose from where the camera is and what it looks at; up is +Z.
    static Pose pose(double x, double y, double z, double targetX, double targetY, double targetZ) {
        double fx = targetX - x;
        double fy = targetY - y;
        double fz = targetZ - z;
        double length = Math.sqrt(fx * fx + fy * fy + fz * fz);
        fx /= length;
        fy /= length;
        fz /= length;
        double side = Math.hypot(fx, fy);
        double rx = fy / side;
        double ry = -fx / side;
        double dx = fy * 0 - fz * ry;
        double dy = fz * rx - fx * 0;
        double dz = fx * ry - fy * rx;
        return new Pose(rx, dx, fx, ry, dy, fy, 0, dz, fz, x, y, z);
    }
}
