package org.telescribe.viewer3d.scene.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.mesh.Bounds;

class OrbitCameraTest {
    private static final Bounds BENCH = new Bounds(-0.6, -0.25, 0, 0.6, 0.2, 0.5);

    @ParameterizedTest
    @EnumSource(SavedView.class)
    void everySavedViewHoldsAllOfTheSceneAndFillsThePicture(SavedView saved) {
        for (double aspect : new double[] {1280 / 720.0, 348 / 278.0, 0.6}) {
            int width = (int) (600 * aspect);
            ViewCamera view = OrbitCamera.fit(BENCH, saved, aspect).view(width, 600);
            Pose cameraFromScene = view.sceneFromCamera().inverse();
            double largest = 0;
            for (int corner = 0; corner < 8; corner++) {
                ProjectedPoint at = view.model()
                        .project(
                                cameraFromScene,
                                (corner & 1) == 0 ? -0.6 : 0.6,
                                (corner & 2) == 0 ? -0.25 : 0.2,
                                (corner & 4) == 0 ? 0 : 0.5);
                assertTrue(at.isOn(view.model()), "%s, %s: %s".formatted(saved, aspect, at));
                assertTrue(at.depthMetres() > view.nearMetres() && at.depthMetres() < view.farMetres());
                largest = Math.max(largest, Math.abs(at.xPixels() / width - 0.5));
                largest = Math.max(largest, Math.abs(at.yPixels() / 600 - 0.5));
            }
            assertTrue(largest > 0.44, "%s fills only %s of the picture".formatted(saved, 2 * largest));
        }
    }

    @ParameterizedTest
    @EnumSource(SavedView.class)
    void cameraIsUprightAndLooksAtItsTarget(SavedView saved) {
        Pose pose = OrbitCamera.fit(BENCH, saved, 1.5).sceneFromCamera();
        Pose target = pose.inverse().times(Pose.translation(0, -0.025, 0.25));
        assertEquals(0, target.xMetres(), 1e-9);
        assertEquals(0, target.yMetres(), 1e-9);
        assertEquals(0, pose.r20(), 1e-12, "right is level");
        assertTrue(pose.r21() <= 1e-12, "down points down");
    }

    @Test
    void panKeepsTheScenePointUnderThePointer() {
        OrbitCamera camera = OrbitCamera.fit(BENCH, SavedView.ISO, 1.5);
        ProjectedPoint before = project(camera);
        ProjectedPoint after = project(camera.pan(0.1, -0.05));
        assertEquals(0.1 * 600, after.xPixels() - before.xPixels(), 0.5);
        assertEquals(-0.05 * 600, after.yPixels() - before.yPixels(), 0.5);
    }

    private static ProjectedPoint project(OrbitCamera camera) {
        ViewCamera view = camera.view(900, 600);
        return view.model().project(view.sceneFromCamera().inverse(), 0, BENCH.middleY(), BENCH.middleZ());
    }

    @Test
    void neitherPitchNorDistanceLeavesWhatCanBeDrawn() {
        OrbitCamera camera =
                OrbitCamera.fit(BENCH, SavedView.ISO, 1.5).orbit(9, 9).zoom(1e-9);
        assertEquals(Math.PI / 2, camera.pitchRad(), 0);
        assertEquals(0.05, camera.distanceMetres(), 0);
    }
}
