package org.telescribe.viewer3d.scene.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.camera.ProjectedPoint.Side;

class CameraModelTest {
    private static final CameraModel BENT =
            new CameraModel(640, 480, 612.5, 608.1, 317.3, 243.9, new Distortion(-0.31, 0.12, 0.0011, -0.0007, -0.02));

    /// The pixels are those of OpenCV 5.0's projectPoints.
    @ParameterizedTest
    @CsvSource({
        "0.10, -0.05, 0.8, 393.370132, 206.147073",
        "-0.42, 0.31, 0.9,  57.064328, 434.718216",
        "0.45,  0.33, 1.0, 569.251587, 427.642714",
        "0.02,  0.01, 0.3, 358.059962, 264.138476"
    })
    void distortedPointsFallWhereOpenCvPutsThem(double x, double y, double z, double u, double v) {
        ProjectedPoint at = BENT.project(Pose.IDENTITY, x, y, z);
        assertEquals(Side.IN_FRONT, at.side());
        assertEquals(u, at.xPixels(), 1e-5);
        assertEquals(v, at.yPixels(), 1e-5);
        assertEquals(z, at.depthMetres(), 0);
    }

    @Test
    void pointBehindTheCameraHasNoPixel() {
        ProjectedPoint at = BENT.project(Pose.IDENTITY, 0.1, 0.1, -0.8);
        assertEquals(Side.BEHIND, at.side());
        assertTrue(Double.isNaN(at.xPixels()));
        assertFalse(at.isOn(BENT));
    }

    @Test
    void pointsFarOutsideAreNeverFoldedBackIntoThePicture() {
        double before = 0;
        boolean wasBeyond = false;
        for (double x = 0; x < 20; x += 0.01) {
            ProjectedPoint at = BENT.project(Pose.IDENTITY, x, 0, 1);
            if (at.side() == Side.IN_FRONT) {
                assertFalse(wasBeyond, "seen again at %s m after it was beyond the lens".formatted(x));
                assertTrue(at.xPixels() > before, "turned back at %s m".formatted(x));
                before = at.xPixels();
            } else {
                assertEquals(Side.BEYOND_LENS, at.side());
                wasBeyond = true;
            }
        }
        assertTrue(wasBeyond);
    }

    @Test
    void lensThatFoldsOnlyBetweenIsCaughtThere() {
        // rises, falls from about 0.61 on, and rises again far out
        CameraModel lens = new CameraModel(640, 480, 600, 600, 320, 240, new Distortion(-1, 0, 0, 0, 0.3));
        assertEquals(Side.IN_FRONT, lens.project(Pose.IDENTITY, 0.4, 0, 1).side());
        assertEquals(Side.BEYOND_LENS, lens.project(Pose.IDENTITY, 3, 0, 1).side());
    }

    @Test
    void scaledPictureKeepsItsEdges() {
        CameraModel small = BENT.scaledTo(320, 240);
        ProjectedPoint large = BENT.project(Pose.IDENTITY, 0.2, 0.1, 1);
        ProjectedPoint half = small.project(Pose.IDENTITY, 0.2, 0.1, 1);
        assertEquals((large.xPixels() + 0.5) / 2, half.xPixels() + 0.5, 1e-9);
        assertEquals((large.yPixels() + 0.5) / 2, half.yPixels() + 0.5, 1e-9);
    }
}
