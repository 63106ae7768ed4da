package org.telescribe.devices.emulator.camera;

import org.telescribe.devices.core.robot.Pose;

/// The bench's lamp, seen from a camera: direction to it, camera frame.
record Light(double x, double y, double z) {
    static final double BENCH_X = -0.30;
    static final double BENCH_Y = -0.42;
    static final double BENCH_Z = 0.857;

    static Light seenFrom(Pose cameraFromBench) {
        return new Light(
                cameraFromBench.r00() * BENCH_X + cameraFromBench.r01() * BENCH_Y + cameraFromBench.r02() * BENCH_Z,
                cameraFromBench.r10() * BENCH_X + cameraFromBench.r11() * BENCH_Y + cameraFromBench.r12() * BENCH_Z,
                cameraFromBench.r20() * BENCH_X + cameraFromBench.r21() * BENCH_Y + cameraFromBench.r22() * BENCH_Z);
    }

    /// {@return brightness of a surface, about 0.4 to 1.15}
    float brightness(double normalX, double normalY, double normalZ) {
        double cosine = normalX * x + normalY * y + normalZ * z;
        return (float) (0.62 + 0.50 * Math.max(0, cosine) + 0.18 * Math.min(0, cosine));
    }

    /// {@return how much of the lamp a smooth surface mirrors to the camera, 0 to 1}
    float gloss(double nx, double ny, double nz, double rayX, double rayY, double rayZ) {
        double twice = 2 * (nx * rayX + ny * rayY + nz * rayZ);
        double mirrored = (rayX - twice * nx) * x + (rayY - twice * ny) * y + (rayZ - twice * nz) * z;
        double m = Math.max(0, mirrored);
        double m4 = m * m * m * m;
        return (float) (m4 * m4 * m4);
    }
}
