package org.telescribe.app.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.fx.player.VideoPane;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.scene.camera.CameraModel;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.colour.TimeRamp;
import org.telescribe.viewer3d.scene.path.EndEffectorPath;
import org.telescribe.viewer3d.scene.path.ImagePoint;
import org.telescribe.viewer3d.scene.path.PathProjection;

/// The end effectors' paths over one camera's pictures: past bright, future dim, twice as thick where the
/// gripper was closed, and a dot where the tool is now. A camera that stands still shows some seconds
/// before and after the moment, projected once; one that rides on an arm shows two, projected anew for
/// each picture, since everything moves before it.
public final class PathOverlay implements VideoPane.PaneOverlay {
    private static final double TOLERANCE_PIXELS = 0.7;
    private static final double WIDTH = 2.2;
    private static final double DOT = 4;
    private static final double DIM = 0.28;
    private static final double HALF_PIXEL = 0.5;
    private static final long STILL_NANOS = 8_000_000_000L;
    private static final long MOVING_NANOS = 2_000_000_000L;
    private static final int RAMP = 24;

    private final EpisodeClip clip;
    private final EpisodeScene scene;
    private final String camera;
    private final CameraModel model;
    private final boolean still;
    private final List<List<List<ImagePoint>>> projected = new ArrayList<>();
    private final Color[] bright = new Color[RAMP];
    private final Color[] dim = new Color[RAMP];

    PathOverlay(EpisodeClip clip, EpisodeScene scene, String camera, CameraModel model) {
        this.clip = clip;
        this.scene = scene;
        this.camera = camera;
        this.model = model;
        this.still = scene.standsStill(camera);
        for (int i = 0; i < RAMP; i++) {
            Colour hue = TimeRamp.at(i / (RAMP - 1.0));
            bright[i] = Color.color(hue.red(), hue.green(), hue.blue());
            dim[i] = Color.color(hue.red(), hue.green(), hue.blue(), DIM);
        }
    }

    /// Lets a player paint over the pictures of all cameras whose calibration is known.
    ///
    /// @param episode the episode
    /// @param player its player
    public static void install(EpisodeOpening.Loaded episode, PlayerPane player) {
        EpisodeScene scene = episode.space().scene();
        if (scene == null) {
            return;
        }
        for (int i = 0; i < episode.clip().cameras().size(); i++) {
            String camera = episode.clip().cameras().get(i).name();
            int number = i;
            scene.camera(camera)
                    .ifPresent(model -> player.overlay(number, new PathOverlay(episode.clip(), scene, camera, model)));
        }
    }

    @Override
    public void paint(GraphicsContext g, long tickNanos, double pixelsPerUnit) {
        Optional<Pose> pose = scene.cameraFromScene(camera, clip.rowAt(tickNanos));
        if (pose.isEmpty()) {
            return;
        }
        g.setLineCap(StrokeLineCap.BUTT);
        long reach = still ? STILL_NANOS : MOVING_NANOS;
        for (int i = 0; i < scene.paths().size(); i++) {
            EndEffectorPath path = scene.paths().get(i);
            for (List<ImagePoint> run : runs(i, path, pose.get(), tickNanos)) {
                paint(g, path, run, tickNanos, reach, pixelsPerUnit);
            }
            dot(g, path, pose.get(), tickNanos, pixelsPerUnit);
        }
    }

    private List<List<ImagePoint>> runs(int index, EndEffectorPath path, Pose pose, long tickNanos) {
        if (!still) {
            return PathProjection.project(
                    path.between(tickNanos - MOVING_NANOS, tickNanos + MOVING_NANOS), model, pose, TOLERANCE_PIXELS);
        }
        while (projected.size() <= index) {
            EndEffectorPath next = scene.paths().get(projected.size());
            projected.add(PathProjection.project(next, model, pose, TOLERANCE_PIXELS));
        }
        return projected.get(index);
    }

    private void paint(
            GraphicsContext g,
            EndEffectorPath path,
            List<ImagePoint> run,
            long tickNanos,
            long reach,
            double pixelsPerUnit) {
        Stroke open = new Stroke(-1, false, false);
        for (int i = 1; i < run.size(); i++) {
            ImagePoint from = run.get(i - 1);
            ImagePoint to = run.get(i);
            if (Math.abs(to.timeNanos() - tickNanos) > reach) {
                continue;
            }
            int shade = (int) Math.round(path.share(to.timeNanos()) * (RAMP - 1));
            Stroke stroke = new Stroke(shade, to.timeNanos() <= tickNanos, to.gripperClosed());
            if (!stroke.equals(open)) {
                end(g, open, pixelsPerUnit);
                open = stroke;
                g.beginPath();
                g.moveTo(from.xPixels() + HALF_PIXEL, from.yPixels() + HALF_PIXEL);
            }
            g.lineTo(to.xPixels() + HALF_PIXEL, to.yPixels() + HALF_PIXEL);
        }
        end(g, open, pixelsPerUnit);
    }

    /// How a stretch is drawn; neighbours that are drawn alike are one line, since each line costs.
    private record Stroke(int shade, boolean past, boolean closed) {}

    private void end(GraphicsContext g, Stroke stroke, double pixelsPerUnit) {
        if (stroke.shade() >= 0) {
            g.setStroke(stroke.past() ? bright[stroke.shade()] : dim[stroke.shade()]);
            g.setLineWidth((stroke.closed() ? 2 : 1) * WIDTH / pixelsPerUnit);
            g.stroke();
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
