package org.telescribe.viewer3d.scene.mesh;

import java.util.Arrays;

/// Gives each corner of each triangle its normal: the mean of the triangles around it that lie within
/// the crease angle, weighted by their angle at the corner. Corners with equal normals stay one.
final class NormalSmoothing {
    private static final double SAME = 0.9995;

    private final WeldedTriangles from;
    private final double[] faceNormals;
    private final int[] firstCorner;
    private final int[] cornersAround;
    private final double cosCrease;
    private float[] positions;
    private float[] normals;
    private int vertices;

    private NormalSmoothing(WeldedTriangles from, double creaseRad) {
        this.from = from;
        this.cosCrease = Math.cos(creaseRad);
        int corners = from.indices().length;
        this.faceNormals = new double[corners];
        double[] normal = new double[3];
        for (int i = 0; i < corners; i += 3) {
            from.areaNormal(i, normal);
            System.arraycopy(normal, 0, faceNormals, i, 3);
        }
        this.firstCorner = new int[from.positions().length / 3 + 1];
        for (int vertex : from.indices()) {
            firstCorner[vertex + 1]++;
        }
        for (int vertex = 1; vertex < firstCorner.length; vertex++) {
            firstCorner[vertex] += firstCorner[vertex - 1];
        }
        this.cornersAround = new int[corners];
        int[] next = firstCorner.clone();
        for (int corner = 0; corner < corners; corner++) {
            cornersAround[next[from.indices()[corner]]++] = corner;
        }
        this.positions = new float[Math.max(3, from.positions().length * 2)];
        this.normals = new float[positions.length];
    }

    static TriangleMesh smooth(WeldedTriangles from, double creaseRad) {
        return new NormalSmoothing(from, creaseRad).run();
    }

    private TriangleMesh run() {
        int[] indices = new int[from.indices().length];
        double[] normal = new double[3];
        for (int vertex = 0; vertex + 1 < firstCorner.length; vertex++) {
            int firstOfThis = vertices;
            for (int i = firstCorner[vertex]; i < firstCorner[vertex + 1]; i++) {
                int corner = cornersAround[i];
                normalAt(vertex, corner, normal);
                indices[corner] = cornerWith(vertex, firstOfThis, normal);
            }
        }
        return TriangleMesh.of(Arrays.copyOf(positions, 3 * vertices), Arrays.copyOf(normals, 3 * vertices), indices);
    }

    private void normalAt(int vertex, int corner, double[] normal) {
        int own = corner / 3 * 3;
        Arrays.fill(normal, 0);
        for (int i = firstCorner[vertex]; i < firstCorner[vertex + 1]; i++) {
            int other = cornersAround[i] / 3 * 3;
            double cosine = faceNormals[own] * faceNormals[other]
                    + faceNormals[own + 1] * faceNormals[other + 1]
                    + faceNormals[own + 2] * faceNormals[other + 2];
            if (other == own || cosine >= cosCrease) {
                double weight = angleAt(cornersAround[i]);
                for (int axis = 0; axis < 3; axis++) {
                    normal[axis] += weight * faceNormals[other + axis];
                }
            }
        }
        double length = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
        for (int axis = 0; axis < 3; axis++) {
            normal[axis] = length > 1e-12 ? normal[axis] / length : faceNormals[own + axis];
        }
    }

    private double angleAt(int corner) {
        int base = corner / 3 * 3;
        float[] p = from.positions();
        int at = 3 * from.indices()[corner];
        int b = 3 * from.indices()[base + (corner + 1 - base) % 3];
        int c = 3 * from.indices()[base + (corner + 2 - base) % 3];
        double dot = 0;
        double bb = 0;
        double cc = 0;
        for (int axis = 0; axis < 3; axis++) {
            double u = (double) p[b + axis] - p[at + axis];
            double v = (double) p[c + axis] - p[at + axis];
            dot += u * v;
            bb += u * u;
            cc += v * v;
        }
        return Math.acos(Math.max(-1, Math.min(1, dot / Math.sqrt(Math.max(1e-30, bb * cc)))));
    }

    private int cornerWith(int vertex, int firstOfThis, double[] normal) {
        for (int i = firstOfThis; i < vertices; i++) {
            double cosine =
                    normals[3 * i] * normal[0] + normals[3 * i + 1] * normal[1] + normals[3 * i + 2] * normal[2];
            if (cosine > SAME) {
                return i;
            }
        }
        if (3 * vertices + 3 > positions.length) {
            positions = Arrays.copyOf(positions, positions.length * 2);
            normals = Arrays.copyOf(normals, normals.length * 2);
        }
        for (int axis = 0; axis < 3; axis++) {
            positions[3 * vertices + axis] = from.positions()[3 * vertex + axis];
            normals[3 * vertices + axis] = (float) normal[axis];
        }
        return vertices++;
    }
}
