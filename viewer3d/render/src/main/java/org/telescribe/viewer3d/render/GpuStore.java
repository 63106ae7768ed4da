package org.telescribe.viewer3d.render;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.mesh.TriangleMesh;
import org.telescribe.viewer3d.scene.path.EndEffectorPath;
import org.telescribe.viewer3d.scene.robot.RobotModel;
import org.telescribe.viewer3d.scene.robot.VisualShape;

/// What was uploaded, by what it shows. What no picture has shown for a while is freed. GL thread only.
final class GpuStore {
    private static final long KEEP_PICTURES = 600;
    private static final long LOOK_EVERY_PICTURES = 64;

    private final Map<RobotModel, Kept<GpuRobot>> robots = new HashMap<>();
    private final Map<VisualShape, Kept<GpuMesh>> shapes = new HashMap<>();
    private final Map<EndEffectorPath, Kept<GpuRibbon>> ribbons = new HashMap<>();
    private final GpuMesh square;
    private long picture;

    /// One upload and when it was last drawn.
    private static final class Kept<T> {
        final T value;
        long lastPicture;

        Kept(T value) {
            this.value = value;
        }
    }

    GpuStore() {
        TriangleMesh plane = TriangleMesh.of(
                new float[] {-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0},
                new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1},
                new int[] {0, 1, 2, 0, 2, 3});
        this.square = new GpuMesh.Builder(4, 2)
                .add(plane, Pose.IDENTITY, Colour.WHITE, 0)
                .upload();
    }

    /// A new picture begins.
    void nextPicture() {
        picture++;
        if (picture % LOOK_EVERY_PICTURES == 0) {
            free(robots, GpuRobot::close);
            free(shapes, GpuMesh::close);
            free(ribbons, GpuRibbon::close);
        }
    }

    GpuRobot robot(RobotModel model) {
        return find(robots, model, GpuRobot::upload);
    }

    GpuMesh shape(VisualShape shape) {
        return find(shapes, shape, wanted -> {
            TriangleMesh mesh = wanted.mesh();
            return new GpuMesh.Builder(mesh.vertexCount(), mesh.triangleCount())
                    .add(mesh, Pose.IDENTITY, Colour.WHITE, 0)
                    .upload();
        });
    }

    GpuRibbon ribbon(EndEffectorPath path) {
        return find(ribbons, path, GpuRibbon::new);
    }

    /// {@return the square from -1 to 1 at height 0}
    GpuMesh square() {
        return square;
    }

    private <K, T> T find(Map<K, Kept<T>> kept, K key, Function<K, T> upload) {
        Kept<T> found = kept.get(key);
        if (found == null) {
            found = new Kept<>(upload.apply(key));
            kept.put(key, found);
        }
        found.lastPicture = picture;
        return found.value;
    }

    private <K, T> void free(Map<K, Kept<T>> kept, Consumer<T> close) {
        Iterator<Kept<T>> each = kept.values().iterator();
        while (each.hasNext()) {
            Kept<T> entry = each.next();
            if (picture - entry.lastPicture > KEEP_PICTURES) {
                close.accept(entry.value);
                each.remove();
            }
        }
    }

    void close() {
        robots.values().forEach(kept -> kept.value.close());
        shapes.values().forEach(kept -> kept.value.close());
        ribbons.values().forEach(kept -> kept.value.close());
        square.close();
    }
}
