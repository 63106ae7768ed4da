package org.telescribe.viewer3d.scene.mesh;

/// The hull of two circles, extruded, with rounded rims.
final class LinkPlate {
    private LinkPlate() {}

    static TriangleMesh of(
            double radius, double endRadius, double length, double thickness, double rim, int halfCircleSteps) {
        int round = halfCircleSteps;
        int rimSteps = Math.max(1, halfCircleSteps / 4);
        double lean = Math.asin((radius - endRadius) / length);
        int around = 2 * round + 2;
        int rings = 2 * (rimSteps + 1);
        float[] positions = new float[3 * (around * rings + 2 * around + 2)];
        float[] normals = new float[positions.length];
        int[] indices = new int[3 * (2 * around * (rings - 1) + 2 * around)];
        int at = 0;
        for (int ring = 0; ring < rings; ring++) {
            boolean upper = ring > rimSteps;
            double angle =
                    upper ? Math.PI / 2 * (ring - rimSteps - 1) / rimSteps : Math.PI / 2 * (ring - rimSteps) / rimSteps;
            double inset = rim * (1 - Math.cos(angle));
            double z = (upper ? 1 : -1) * (thickness / 2 - rim) + rim * Math.sin(angle);
            for (int i = 0; i < around; i++) {
                at = outline(
                        positions, normals, at, i, round, lean, radius - inset, endRadius - inset, length, z, angle);
            }
        }
        int used = walls(indices, around, rings);
        caps(positions, normals, indices, at, used, around, rings, length / 2, thickness / 2);
        return TriangleMesh.of(positions, normals, indices);
    }

    private static int walls(int[] indices, int around, int rings) {
        int used = 0;
        for (int ring = 0; ring + 1 < rings; ring++) {
            for (int i = 0; i < around; i++) {
                int a = ring * around + i;
                int b = ring * around + (i + 1) % around;
                used = triangle(indices, used, a, b, b + around);
                used = triangle(indices, used, a, b + around, a + around);
            }
        }
        return used;
    }

    /// Both flat sides, with corners of their own so that they look flat.
    private static void caps(
            float[] positions,
            float[] normals,
            int[] indices,
            int firstFree,
            int firstUnused,
            int around,
            int rings,
            double middleX,
            double halfThickness) {
        int at = firstFree;
        int used = firstUnused;
        for (int side = -1; side <= 1; side += 2) {
            int middle = at / 3;
            int firstOfRim = middle + 1;
            at = vertex(positions, normals, at, middleX, 0, side * halfThickness, 0, 0, side);
            for (int i = 0; i < around; i++) {
                int from = 3 * ((side < 0 ? 0 : rings - 1) * around + i);
                at = vertex(
                        positions, normals, at, positions[from], positions[from + 1], positions[from + 2], 0, 0, side);
            }
            for (int i = 0; i < around; i++) {
                int next = (i + 1) % around;
                used = triangle(
                        indices, used, middle, firstOfRim + (side > 0 ? i : next), firstOfRim + (side > 0 ? next : i));
            }
        }
    }

    private static int outline(
            float[] positions,
            float[] normals,
            int at,
            int i,
            int round,
            double lean,
            double radius,
            double endRadius,
            double length,
            double z,
            double rimAngle) {
        boolean end = i <= round;
        double half = Math.PI / 2 - lean;
        double share = (double) (end ? i : i - round - 1) / round;
        double angle = end ? -half + 2 * half * share : half + (2 * Math.PI - 2 * half) * share;
        double nx = Math.cos(angle);
        double ny = Math.sin(angle);
        double r = end ? endRadius : radius;
        double cosine = Math.cos(rimAngle);
        return vertex(
                positions,
                normals,
                at,
                (end ? length : 0) + r * nx,
                r * ny,
                z,
                nx * cosine,
                ny * cosine,
                Math.sin(rimAngle));
    }

    private static int vertex(
            float[] positions, float[] normals, int at, double x, double y, double z, double nx, double ny, double nz) {
        positions[at] = (float) x;
        positions[at + 1] = (float) y;
        positions[at + 2] = (float) z;
        normals[at] = (float) nx;
        normals[at + 1] = (float) ny;
        normals[at + 2] = (float) nz;
        return at + 3;
    }

    private static int triangle(int[] indices, int used, int a, int b, int c) {
        indices[used] = a;
        indices[used + 1] = b;
        indices[used + 2] = c;
        return used + 3;
    }
}
