package org.telescribe.viewer3d.scene.path;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.camera.CameraModel;
import org.telescribe.viewer3d.scene.camera.ProjectedPoint;
import org.telescribe.viewer3d.scene.camera.ProjectedPoint.Side;

/// Draws a path's way over a camera's picture: runs of points, cut where the path goes behind the
/// camera or out of what the lens model knows.
public final class PathProjection {
    private PathProjection() {}

    /// Projects a path. A run may leave the picture; only what lies behind the camera or beyond the lens
    /// is cut off.
    ///
    /// @param path the path
    /// @param camera the camera
    /// @param cameraFromScene pose of the scene in the camera's frame
    /// @param tolerancePixels points that change the line by less than this are left out
    /// @return runs of at least two points, in the order of time
    public static List<List<ImagePoint>> project(
            EndEffectorPath path, CameraModel camera, Pose cameraFromScene, double tolerancePixels) {
        List<List<ImagePoint>> runs = new ArrayList<>();
        List<ImagePoint> run = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            ProjectedPoint at = camera.project(cameraFromScene, path.xMetres(i), path.yMetres(i), path.zMetres(i));
            if (at.side() == Side.IN_FRONT) {
                run.add(new ImagePoint(at.xPixels(), at.yPixels(), path.timeNanos(i), path.gripperClosed(i)));
            } else {
                end(run, runs, tolerancePixels);
                run = new ArrayList<>();
            }
        }
        end(run, runs, tolerancePixels);
        return runs;
    }

    private static void end(List<ImagePoint> run, List<List<ImagePoint>> runs, double tolerancePixels) {
        if (run.size() < 2) {
            return;
        }
        boolean[] kept = new boolean[run.size()];
        int from = 0;
        kept[0] = true;
        for (int i = 1; i < run.size(); i++) {
            boolean turns = run.get(i).gripperClosed() != run.get(i - 1).gripperClosed();
            if (turns || i == run.size() - 1) {
                kept[i] = true;
                keepCorners(run, from, i, tolerancePixels * tolerancePixels, kept);
                from = i;
            }
        }
        List<ImagePoint> thin = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                thin.add(run.get(i));
            }
        }
        runs.add(List.copyOf(thin));
    }

    /// Ramer, Douglas and Peucker, with a stack of its own so that long paths cannot overflow the thread's.
    private static void keepCorners(List<ImagePoint> run, int from, int to, double squaredTolerance, boolean[] kept) {
        float[] places = new float[2 * run.size()];
        for (int i = from; i <= to; i++) {
            places[2 * i] = (float) run.get(i).xPixels();
            places[2 * i + 1] = (float) run.get(i).yPixels();
        }
        List<int[]> open = new ArrayList<>();
        open.add(new int[] {from, to});
        while (!open.isEmpty()) {
            int[] stretch = open.removeLast();
            int furthest = -1;
            double away = squaredTolerance;
            for (int i = stretch[0] + 1; i < stretch[1]; i++) {
                double squared = PathGeometry.squaredDistanceFromChord(
                        places, 2 * i, places, 2 * stretch[0], places, 2 * stretch[1], 2);
                if (squared > away) {
                    away = squared;
                    furthest = i;
                }
            }
            if (furthest >= 0) {
                kept[furthest] = true;
                open.add(new int[] {stretch[0], furthest});
                open.add(new int[] {furthest, stretch[1]});
            }
        }
    }
}
