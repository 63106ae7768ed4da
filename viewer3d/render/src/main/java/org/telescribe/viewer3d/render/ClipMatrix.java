package org.telescribe.viewer3d.render;

import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.camera.CameraModel;
import org.telescribe.viewer3d.scene.camera.ViewCamera;

/// Matrices from the scene to the picture, column by column as OpenGL wants them. The picture's top row
/// is the framebuffer's lowest one, so that read-back needs no turning; front faces are therefore
/// clockwise.
final class ClipMatrix {
    private ClipMatrix() {}

    /// Writes the matrix of a camera.
    static void of(ViewCamera camera, int width, int height, float[] into) {
        CameraModel model = camera.model();
        double sx = 2.0 / model.width();
        double sy = 2.0 / model.height();
        double near = camera.nearMetres();
        double far = camera.farMetres();
        Pose p = camera.sceneFromCamera().inverse();
        double fx = sx * model.fx();
        double fy = sy * model.fy();
        double cx = sx * (model.cx() + 0.5) - 1;
        double cy = sy * (model.cy() + 0.5) - 1;
        double dz = (far + near) / (far - near);
        double dw = -2 * far * near / (far - near);
        double[][] rows = {
            {p.r00(), p.r01(), p.r02(), p.xMetres()},
            {p.r10(), p.r11(), p.r12(), p.yMetres()},
            {p.r20(), p.r21(), p.r22(), p.zMetres()}
        };
        for (int column = 0; column < 4; column++) {
            double depth = rows[2][column];
            into[4 * column] = (float) (fx * rows[0][column] + cx * depth);
            into[4 * column + 1] = (float) (fy * rows[1][column] + cy * depth);
            into[4 * column + 2] = (float) (dz * depth + (column == 3 ? dw : 0));
            into[4 * column + 3] = (float) depth;
        }
    }

    /// Writes the matrix of a light that shines in parallel, from a frame whose Z points away from the
    /// light.
    static void ofLight(Pose lightFromScene, double halfX, double halfY, double depthMetres, float[] into) {
        Pose p = lightFromScene;
        double[][] rows = {
            {p.r00(), p.r01(), p.r02(), p.xMetres()},
            {p.r10(), p.r11(), p.r12(), p.yMetres()},
            {p.r20(), p.r21(), p.r22(), p.zMetres()}
        };
        for (int column = 0; column < 4; column++) {
            into[4 * column] = (float) (rows[0][column] / halfX);
            into[4 * column + 1] = (float) (rows[1][column] / halfY);
            into[4 * column + 2] = (float) (rows[2][column] / depthMetres);
            into[4 * column + 3] = column == 3 ? 1 : 0;
        }
    }
}
