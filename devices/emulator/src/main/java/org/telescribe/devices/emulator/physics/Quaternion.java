package org.telescribe.devices.emulator.physics;

import org.telescribe.devices.core.robot.Pose;

/// Rotations as the engine keeps them: x, y, z, w.
final class Quaternion {
    private Quaternion() {}

    static double[] of(Pose pose) {
        double trace = pose.r00() + pose.r11() + pose.r22();
        if (trace > 0) {
            double s = 2 * Math.sqrt(trace + 1);
            return new double[] {
                (pose.r21() - pose.r12()) / s, (pose.r02() - pose.r20()) / s, (pose.r10() - pose.r01()) / s, s / 4
            };
        }
        if (pose.r00() > pose.r11() && pose.r00() > pose.r22()) {
            double s = 2 * Math.sqrt(1 + pose.r00() - pose.r11() - pose.r22());
            return new double[] {
                s / 4, (pose.r01() + pose.r10()) / s, (pose.r02() + pose.r20()) / s, (pose.r21() - pose.r12()) / s
            };
        }
        if (pose.r11() > pose.r22()) {
            double s = 2 * Math.sqrt(1 + pose.r11() - pose.r00() - pose.r22());
            return new double[] {
                (pose.r01() + pose.r10()) / s, s / 4, (pose.r12() + pose.r21()) / s, (pose.r02() - pose.r20()) / s
            };
        }
        double s = 2 * Math.sqrt(1 + pose.r22() - pose.r00() - pose.r11());
        return new double[] {
            (pose.r02() + pose.r20()) / s, (pose.r12() + pose.r21()) / s, s / 4, (pose.r10() - pose.r01()) / s
        };
    }

    static Pose pose(double x, double y, double z, double w, double xMetres, double yMetres, double zMetres) {
        return new Pose(
                1 - 2 * (y * y + z * z),
                2 * (x * y - z * w),
                2 * (x * z + y * w),
                2 * (x * y + z * w),
                1 - 2 * (x * x + z * z),
                2 * (y * z - x * w),
                2 * (x * z - y * w),
                2 * (y * z + x * w),
                1 - 2 * (x * x + y * y),
                xMetres,
                yMetres,
                zMetres);
    }
}
