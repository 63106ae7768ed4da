package org.telescribe.viewer3d.scene.mesh;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Triangles that share their corners. Triangles without an area are left out.
///
/// @param positions x, y, z of each corner; not copied, the owner leaves it alone
/// @param indices three corners of each triangle
@SuppressWarnings("ArrayRecordComponent") // inner representation, never leaves the package
record WeldedTriangles(float[] positions, int[] indices) {
    private static final int FREE = -1;
    private static final int FINEST_CELLS = 400;
    private static final double COARSER = 1.2;

    static WeldedTriangles of(float[] corners, int used) {
        int count = used / 3;
        int slots = Integer.highestOneBit(Math.max(16, count)) * 4;
        int[] table = new int[slots];
        Arrays.fill(table, FREE);
        float[] positions = new float[used];
        int[] indices = new int[count];
        int vertices = 0;
        for (int corner = 0; corner < count; corner++) {
            int at = 3 * corner;
            int slot = hash(corners[at], corners[at + 1], corners[at + 2]) & (slots - 1);
            while (table[slot] != FREE && !same(positions, 3 * table[slot], corners, at)) {
                slot = (slot + 1) & (slots - 1);
            }
            if (table[slot] == FREE) {
                table[slot] = vertices;
                System.arraycopy(corners, at, positions, 3 * vertices, 3);
                vertices++;
            }
            indices[corner] = table[slot];
        }
        return new WeldedTriangles(Arrays.copyOf(positions, 3 * vertices), indices).withoutEmptyOnes();
    }

    private static int hash(float x, float y, float z) {
        int mixed = Float.floatToIntBits(x) * 73_856_093
                ^ Float.floatToIntBits(y) * 19_349_663
                ^ Float.floatToIntBits(z) * 83_492_791;
        return mixed ^ (mixed >>> 15);
    }

    private static boolean same(float[] a, int i, float[] b, int j) {
        return a[i] == b[j] && a[i + 1] == b[j + 1] && a[i + 2] == b[j + 2];
    }

    private WeldedTriangles withoutEmptyOnes() {
        int[] kept = new int[indices.length];
        int used = 0;
        double[] normal = new double[3];
        for (int i = 0; i < indices.length; i += 3) {
            if (areaNormal(i, normal) > 0) {
                System.arraycopy(indices, i, kept, used, 3);
                used += 3;
            }
        }
        return new WeldedTriangles(positions, Arrays.copyOf(kept, used));
    }

    /// Writes the unit normal of the triangle that starts at an index.
    ///
    /// @return twice its area; 0 leaves the normal undefined
    double areaNormal(int start, double[] normal) {
        int a = 3 * indices[start];
        int b = 3 * indices[start + 1];
        int c = 3 * indices[start + 2];
        double ux = (double) positions[b] - positions[a];
        double uy = (double) positions[b + 1] - positions[a + 1];
        double uz = (double) positions[b + 2] - positions[a + 2];
        double vx = (double) positions[c] - positions[a];
        double vy = (double) positions[c + 1] - positions[a + 1];
        double vz = (double) positions[c + 2] - positions[a + 2];
        normal[0] = uy * vz - uz * vy;
        normal[1] = uz * vx - ux * vz;
        normal[2] = ux * vy - uy * vx;
        double length = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
        if (length > 1e-18) {
            normal[0] /= length;
            normal[1] /= length;
            normal[2] /= length;
            return length;
        }
        return 0;
    }

    WeldedTriangles reducedTo(int maxTriangles) {
        WeldedTriangles reduced = this;
        double cells = Math.min(FINEST_CELLS, 4 * Math.sqrt(maxTriangles));
        while (reduced.indices.length / 3 > maxTriangles && cells > 4) {
            reduced = clustered(cells);
            cells /= COARSER;
        }
        return reduced;
    }

    private WeldedTriangles clustered(double cells) {
        float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
        double extent = 1e-9;
        for (int i = 0; i < positions.length; i++) {
            low[i % 3] = Math.min(low[i % 3], positions[i]);
        }
        for (int i = 0; i < positions.length; i++) {
            extent = Math.max(extent, positions[i] - low[i % 3]);
        }
        double size = extent / cells;
        int vertices = positions.length / 3;
        int[] clusterOf = new int[vertices];
        double[] sums = new double[positions.length];
        int[] members = new int[vertices];
        Map<Long, Integer> clusters = new HashMap<>();
        for (int vertex = 0; vertex < vertices; vertex++) {
            long key = 0;
            for (int axis = 0; axis < 3; axis++) {
                key = key << 20 | (long) ((positions[3 * vertex + axis] - low[axis]) / size);
            }
            int cluster = clusters.computeIfAbsent(key, fresh -> clusters.size());
            clusterOf[vertex] = cluster;
            members[cluster]++;
            for (int axis = 0; axis < 3; axis++) {
                sums[3 * cluster + axis] += positions[3 * vertex + axis];
            }
        }
        float[] middles = new float[3 * clusters.size()];
        for (int i = 0; i < middles.length; i++) {
            middles[i] = (float) (sums[i] / members[i / 3]);
        }
        return new WeldedTriangles(middles, distinct(clusterOf)).withoutEmptyOnes();
    }

    private int[] distinct(int[] clusterOf) {
        int[] kept = new int[indices.length];
        int used = 0;
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < indices.length; i += 3) {
            int a = clusterOf[indices[i]];
            int b = clusterOf[indices[i + 1]];
            int c = clusterOf[indices[i + 2]];
            if (a != b && b != c && a != c && seen.add(cornersFromLeast(a, b, c))) {
                kept[used++] = a;
                kept[used++] = b;
                kept[used++] = c;
            }
        }
        return Arrays.copyOf(kept, used);
    }

    private static long cornersFromLeast(long a, long b, long c) {
        if (a < b && a < c) {
            return a << 42 | b << 21 | c;
        }
        return b < c ? b << 42 | c << 21 | a : c << 42 | a << 21 | b;
    }
}
