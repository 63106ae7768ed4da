package org.telescribe.viewer3d.scene.mesh;

import java.util.ArrayList;
import java.util.List;

/// A box whose corners are pieces of a sphere. Its flat faces have exact normals, so that they look
/// flat.
final class RoundedBox {
    private RoundedBox() {}

    static TriangleMesh of(double x, double y, double z, double radius, int steps) {
        double[] half = {x / 2, y / 2, z / 2};
        List<Float> positions = new ArrayList<>();
        List<Float> normals = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                face(half, radius, steps, axis, sign, positions, normals, indices);
            }
        }
        return TriangleMesh.of(
                floats(positions),
                floats(normals),
                indices.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void face(
            double[] half,
            double radius,
            int steps,
            int axis,
            int sign,
            List<Float> positions,
            List<Float> normals,
            List<Integer> indices) {
        int u = (axis + 1) % 3;
        int v = (axis + 2) % 3;
        int columns = radius > 0 ? 2 * steps + 2 : 2;
        int first = positions.size() / 3;
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                double[] onCube = new double[3];
                onCube[axis] = sign;
                onCube[u] = tangent(i, columns);
                onCube[v] = tangent(j, columns);
                corner(half, radius, axis, onCube, positions, normals);
            }
        }
        for (int i = 0; i + 1 < columns; i++) {
            for (int j = 0; j + 1 < columns; j++) {
                int at = first + i * columns + j;
                int right = at + columns;
                int[] around = {at, right, right + 1, at, right + 1, at + 1};
                for (int k = 0; k < 6; k++) {
                    indices.add(around[sign > 0 ? k : k < 3 ? 2 - k : 8 - k]);
                }
            }
        }
    }

    /// Where a column lies on its quarter of the rounded edge: -1 to 0 on one edge, 0 to 1 on the other.
    private static double tangent(int column, int columns) {
        if (columns == 2) {
            return column == 0 ? -1 : 1;
        }
        int steps = columns / 2 - 1;
        return column <= steps
                ? -Math.tan(Math.PI / 4 * (steps - column) / steps) - 1e-12
                : Math.tan(Math.PI / 4 * (column - steps - 1) / steps) + 1e-12;
    }

    private static void corner(
            double[] half, double radius, int axis, double[] onCube, List<Float> positions, List<Float> normals) {
        double[] direction = new double[3];
        double length = 0;
        for (int i = 0; i < 3; i++) {
            direction[i] = radius > 0 || i == axis ? onCube[i] : 0;
            length += direction[i] * direction[i];
        }
        length = Math.sqrt(length);
        for (int i = 0; i < 3; i++) {
            double inner = Math.signum(onCube[i]) * (half[i] - radius);
            positions.add((float) (inner + radius * direction[i] / length));
            normals.add((float) (direction[i] / length));
        }
    }

    private static float[] floats(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
