package org.telescribe.app.review;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.fx.player.VideoPane;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.scene.camera.CameraModel;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.colour.TimeRamp;
import org.telescribe.viewer3d.scene.path.EndEffectorPath;
import org.telescribe.viewer3d.scene.path.ImagePoint;
import org.telescribe.viewer3d.scene.path.PathProjection;

/// The end effectors' paths over one camera's pictures: past bright, future dim, twice as thick where the
/// gripper was closed, and a dot where the tool is now.
final class PathOverlay implements VideoPane.PaneOverlay {
    private static final double TOLERANCE_PIXELS = 0.7;
    private static final double WIDTH = 2.2;
    private static final double DOT = 4;
    private static final double DIM = 0.28;
    private static final double HALF_PIXEL = 0.5;

    private final EpisodeClip clip;
    private final EpisodeScene scene;
    private final String camera;
    private final CameraModel model;

    PathOverlay(EpisodeClip clip, EpisodeScene scene, String camera, CameraModel model) {
        this.clip = clip;
        this.scene = scene;
        this.camera = camera;
        this.model = model;
    }

    @Override
    public void paint(GraphicsContext g, long tickNanos, double pixelsPerUnit) {
        Optional<Pose> pose = scene.cameraFromScene(camera, clip.rowAt(tickNanos));
        if (pose.isEmpty()) {
            return;
        }
        g.setLineCap(StrokeLineCap.ROUND);
        for (EndEffectorPath path : scene.paths()) {
            for (List<ImagePoint> run : PathProjection.project(path, model, pose.get(), TOLERANCE_PIXELS)) {
                paint(g, path, run, tickNanos, pixelsPerUnit);
            }
            dot(g, path, pose.get(), tickNanos, pixelsPerUnit);
        }
    }

    private static void paint(
            GraphicsContext g, EndEffectorPath path, List<ImagePoint> run, long tickNanos, double pixelsPerUnit) {
        for (int i = 1; i < run.size(); i++) {
            ImagePoint from = run.get(i - 1);
            ImagePoint to = run.get(i);
            Colour hue = TimeRamp.at(path.share(to.timeNanos()));
            double alpha = to.timeNanos() <= tickNanos ? 1 : DIM;
            g.setStroke(Color.color(hue.red(), hue.green(), hue.blue(), alpha));
            g.setLineWidth((to.gripperClosed() ? 2 : 1) * WIDTH / pixelsPerUnit);
            g.strokeLine(
                    from.xPixels() + HALF_PIXEL,
                    from.yPixels() + HALF_PIXEL,
                    to.xPixels() + HALF_PIXEL,
                    to.yPixels() + HALF_PIXEL);
        }
    }

    private void dot(GraphicsContext g, EndEffectorPath path, Pose cameraFromScene, long tickNanos, double scale) {
        int now = path.indexAt(tickNanos);
        if (now < 0) {
            return;
        }
        var at = model.project(cameraFromScene, path.xMetres(now), path.yMetres(now), path.zMetres(now));
        if (Double.isNaN(at.xPixels())) {
            return;
        }
        double radius = DOT / scale;
        g.setFill(Color.WHITE);
        g.fillOval(at.xPixels() + HALF_PIXEL - radius, at.yPixels() + HALF_PIXEL - radius, 2 * radius, 2 * radius);
    }
}
