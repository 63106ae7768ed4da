package org.telescribe.viewer3d.scene.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.devices.core.robot.Pose;

/// Points seen through a bent lens, against a ray caster that goes the other way: it asks of each pixel
/// which ray falls on it and whether that ray meets a small sphere.
class DistortedMarkerTest {
    private static final Distortion LENS = new Distortion(-0.31, 0.12, 0.0011, -0.0007, -0.02);
    private static final CameraModel CAMERA = new CameraModel(640, 480, 412.5, 408.1, 331.3, 229.9, LENS);
    private static final double RADIUS_METRES = 0.012;

    @ParameterizedTest
    @CsvSource({"0.02, 0.01, 0.7", "0.40, -0.28, 0.8", "-0.45, 0.31, 0.9", "0.30, 0.25, 0.5"})
    void projectedPointIsWhereTheRaysMeetTheMarker(double x, double y, double z) {
        ProjectedPoint expected = CAMERA.project(Pose.IDENTITY, x, y, z);
        assertTrue(expected.isOn(CAMERA), "the test's own marker lies in the picture");
        double count = 0;
        double sumX = 0;
        double sumY = 0;
        for (int row = 0; row < CAMERA.height(); row++) {
            for (int column = 0; column < CAMERA.width(); column++) {
                double[] ray = rayOf(column, row);
                double along = (ray[0] * x + ray[1] * y + z) / (ray[0] * ray[0] + ray[1] * ray[1] + 1);
                double dx = along * ray[0] - x;
                double dy = along * ray[1] - y;
                double dz = along - z;
                if (along > 0 && dx * dx + dy * dy + dz * dz < RADIUS_METRES * RADIUS_METRES) {
                    count++;
                    sumX += column;
                    sumY += row;
                }
            }
        }
        assertTrue(count > 20, count + " pixels");
        assertEquals(expected.xPixels(), sumX / count, 0.6);
        assertEquals(expected.yPixels(), sumY / count, 0.6);
    }

    /// Undoes the lens by repetition: the straight ray is the bent one less what bends it.
    private static double[] rayOf(int column, int row) {
        double bentX = (column - CAMERA.cx()) / CAMERA.fx();
        double bentY = (row - CAMERA.cy()) / CAMERA.fy();
        double x = bentX;
        double y = bentY;
        for (int i = 0; i < 40; i++) {
            double q = x * x + y * y;
            double radial = 1 + LENS.k1() * q + LENS.k2() * q * q + LENS.k3() * q * q * q;
            double shiftX = 2 * LENS.p1() * x * y + LENS.p2() * (q + 2 * x * x);
            double shiftY = LENS.p1() * (q + 2 * y * y) + 2 * LENS.p2() * x * y;
            x = (bentX - shiftX) / radial;
            y = (bentY - shiftY) / radial;
        }
        return new double[] {x, y};
    }
}
