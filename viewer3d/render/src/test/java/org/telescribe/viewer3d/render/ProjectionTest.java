package org.telescribe.viewer3d.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.camera.CameraModel;
import org.telescribe.viewer3d.scene.camera.Distortion;
import org.telescribe.viewer3d.scene.camera.ProjectedPoint;
import org.telescribe.viewer3d.scene.camera.ViewCamera;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.frame.SceneFrame;
import org.telescribe.viewer3d.scene.robot.VisualShape;

/// Points projected by the camera model, against small spheres that the renderer draws by itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectionTest {
    private static final CameraModel CAMERA = new CameraModel(640, 480, 612.5, 588.1, 337.3, 213.9, Distortion.NONE);
    private static final Pose SCENE_FROM_CAMERA = Pose.translation(0.1, -0.9, 0.45)
            .times(Pose.rotation(0, 0, 1, 0.12))
            .times(Pose.rotation(1, 0, 0, -Math.PI / 2 - 0.4));

    private @Nullable RenderService started;

    @BeforeAll
    void start(TestReporter reporter) {
        started = Drawing.start(reporter);
    }

    @AfterAll
    void close() {
        if (started != null) {
            started.close();
        }
    }

    private Picture markers(Colour colour, double x, double y, double z, VisualShape hider, Pose hiderAt)
            throws RenderingUnavailable {
        SceneFrame frame = SceneFrame.builder()
                .grid(false)
                .backdrop(Colour.ofHex(0x000000))
                .solid(Pose.translation(x, y, z), new VisualShape.Sphere(0.006), colour)
                .solid(hiderAt, hider, Colour.ofHex(0x0000FF))
                .build();
        return Objects.requireNonNull(started)
                .renderOnce(frame, ViewCamera.of(SCENE_FROM_CAMERA, CAMERA), CAMERA.width(), CAMERA.height());
    }

    private static final VisualShape SMALL = new VisualShape.Sphere(0.001);
    private static final Pose AWAY = Pose.translation(0, -5, 0);

    /// Where the red of the picture is, its middle weighted by strength; null without red.
    private static double @Nullable [] middleOfRed(Picture picture) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int argb = picture.argb(x, y);
                // any red at all counts fully: a sphere's light side must not pull its middle
                double weight = (argb >> 16 & 0xFF) > (argb & 0xFF) + 30 ? 1 : 0;
                sum += weight;
                sumX += weight * x;
                sumY += weight * y;
            }
        }
        return sum == 0 ? null : new double[] {sumX / sum, sumY / sum};
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "-0.3, 0.1, 0.05", "0.28, -0.1, 0.1", "0.1, 0.9, 0.35", "-0.3, 0.7, 0.2"})
    void projectedPointIsWhereTheRendererDrawsAMarker(double x, double y, double z) throws RenderingUnavailable {
        ProjectedPoint expected = CAMERA.project(SCENE_FROM_CAMERA.inverse(), x, y, z);
        assertTrue(expected.isOn(CAMERA), "the test's own marker lies in the picture");
        double[] found = middleOfRed(markers(Colour.ofHex(0xFF4040), x, y, z, SMALL, AWAY));
        assertTrue(found != null, "the marker is drawn");
        assertEquals(expected.xPixels(), found[0], 0.5);
        assertEquals(expected.yPixels(), found[1], 0.5);
    }

    @Test
    void markerBehindTheCameraIsNeitherProjectedNorDrawn() throws RenderingUnavailable {
        Pose behind = SCENE_FROM_CAMERA.times(Pose.translation(0.05, 0.02, -0.4));
        ProjectedPoint point =
                CAMERA.project(SCENE_FROM_CAMERA.inverse(), behind.xMetres(), behind.yMetres(), behind.zMetres());
        assertEquals(ProjectedPoint.Side.BEHIND, point.side());
        assertEquals(-0.4, point.depthMetres(), 1e-9);
        assertTrue(middleOfRed(markers(
                        Colour.ofHex(0xFF4040), behind.xMetres(), behind.yMetres(), behind.zMetres(), SMALL, AWAY))
                == null);
    }

    @Test
    void depthOfAMarkerBehindTheArmSaysThatItIsHidden() throws RenderingUnavailable {
        Pose marker = SCENE_FROM_CAMERA.times(Pose.translation(0.05, 0.02, 1.0));
        Pose arm = SCENE_FROM_CAMERA.times(Pose.translation(0.04, 0.016, 0.8));
        Picture hidden = markers(
                Colour.ofHex(0xFF4040),
                marker.xMetres(),
                marker.yMetres(),
                marker.zMetres(),
                new VisualShape.Sphere(0.05),
                arm);
        assertTrue(middleOfRed(hidden) == null, "the arm hides it");
        ProjectedPoint there =
                CAMERA.project(SCENE_FROM_CAMERA.inverse(), marker.xMetres(), marker.yMetres(), marker.zMetres());
        ProjectedPoint before =
                CAMERA.project(SCENE_FROM_CAMERA.inverse(), arm.xMetres(), arm.yMetres(), arm.zMetres());
        assertEquals(before.xPixels(), there.xPixels(), 1e-6);
        assertTrue(there.depthMetres() > before.depthMetres());
    }
}
