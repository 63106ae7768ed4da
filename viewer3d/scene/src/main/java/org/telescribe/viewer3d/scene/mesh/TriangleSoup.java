package org.telescribe.viewer3d.scene.mesh;

import java.util.Arrays;

/// Triangles as files bring them: three corners each, nothing shared. Grows, then becomes a mesh.
/// Confined to one thread.
final class TriangleSoup {
    private float[] corners = new float[9 * 256];
    private int used;

    void add(double ax, double ay, double az, double bx, double by, double bz, double cx, double cy, double cz) {
        if (used + 9 > corners.length) {
            corners = Arrays.copyOf(corners, corners.length * 2);
        }
        put(ax, ay, az);
        put(bx, by, bz);
        put(cx, cy, cz);
    }

    private void put(double x, double y, double z) {
        // adding zero makes minus zero plain zero, so that equal corners have equal bits
        corners[used++] = (float) x + 0f;
        corners[used++] = (float) y + 0f;
        corners[used++] = (float) z + 0f;
    }

    int triangles() {
        return used / 9;
    }

    void scale(double sx, double sy, double sz) {
        for (int i = 0; i < used; i += 3) {
            corners[i] = (float) (corners[i] * sx) + 0f;
            corners[i + 1] = (float) (corners[i + 1] * sy) + 0f;
            corners[i + 2] = (float) (corners[i + 2] * sz) + 0f;
        }
        if (sx * sy * sz < 0) {
            turnInsideOut();
        }
    }

    private void turnInsideOut() {
        for (int i = 0; i < used; i += 9) {
            for (int axis = 0; axis < 3; axis++) {
                float second = corners[i + 3 + axis];
                corners[i + 3 + axis] = corners[i + 6 + axis];
                corners[i + 6 + axis] = second;
            }
        }
    }

    /// A mesh with corners shared where triangles meet at less than the crease angle.
    TriangleMesh toMesh(double creaseRad) {
        return NormalSmoothing.smooth(WeldedTriangles.of(corners, used), creaseRad);
    }

    /// The same with at most about so many triangles: corners that lie close together become one.
    TriangleMesh toMesh(double creaseRad, int maxTriangles) {
        return NormalSmoothing.smooth(WeldedTriangles.of(corners, used).reducedTo(maxTriangles), creaseRad);
    }
}
