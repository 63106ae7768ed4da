package org.telescribe.devices.emulator.camera;

import org.telescribe.devices.core.robot.Pose;

/// Draws capsules and boxes into a canvas, shaded, with depth and soft edges. Confined to one thread.
final class CapsulePainter {
    private static final double NEAREST = 0.02;
    private static final double[] LIGHT = {-0.42, -0.62, -0.66};
    private static final float AMBIENT = 0.42f;
    private static final float DIFFUSE = 0.62f;
    private static final float SHINE = 38f;

    private final PixelCanvas canvas;

    CapsulePainter(PixelCanvas canvas) {
        this.canvas = canvas;
    }

    /// Draws a capsule between two points of the bench.
    void capsule(ViewPoint view, double[] from, double[] to, double radiusMetres, float red, float green, float blue) {
        double[] a = inCamera(view.cameraFromBench(), from);
        double[] b = inCamera(view.cameraFromBench(), to);
        if (a[2] < NEAREST && b[2] < NEAREST) {
            return;
        }
        a[2] = Math.max(a[2], NEAREST);
        b[2] = Math.max(b[2], NEAREST);
        double ax = view.pixelX(a[0], a[2]);
        double ay = view.pixelY(a[1], a[2]);
        double bx = view.pixelX(b[0], b[2]);
        double by = view.pixelY(b[1], b[2]);
        double ra = view.focalPixels() * radiusMetres / a[2];
        double rb = view.focalPixels() * radiusMetres / b[2];
        int left = (int) Math.max(0, Math.floor(Math.min(ax - ra, bx - rb) - 1));
        int right = (int) Math.min(canvas.width - 1, Math.ceil(Math.max(ax + ra, bx + rb) + 1));
        int top = (int) Math.max(0, Math.floor(Math.min(ay - ra, by - rb) - 1));
        int bottom = (int) Math.min(canvas.height - 1, Math.ceil(Math.max(ay + ra, by + rb) + 1));
        double dx = bx - ax;
        double dy = by - ay;
        double length2 = Math.max(dx * dx + dy * dy, 1e-9);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2));
                double ox = x - (ax + t * dx);
                double oy = y - (ay + t * dy);
                double radius = ra + t * (rb - ra);
                double away2 = ox * ox + oy * oy;
                if (away2 < (radius + 0.5) * (radius + 0.5)) {
                    double away = Math.sqrt(away2);
                    double nx = ox / radius;
                    double ny = oy / radius;
                    double nz = -Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
                    double z = a[2] + t * (b[2] - a[2]) + nz * radiusMetres;
                    shade(y * canvas.width + x, z, nx, ny, nz, Math.min(1, radius + 0.5 - away), red, green, blue);
                }
            }
        }
    }

    private void shade(
            int index, double z, double nx, double ny, double nz, double coverage, float red, float green, float blue) {
        if (z >= canvas.depth[index]) {
            return;
        }
        double facing = Math.max(0, nx * LIGHT[0] + ny * LIGHT[1] + nz * LIGHT[2]);
        float light = AMBIENT + DIFFUSE * (float) facing;
        double shine = facing * facing;
        float glint = SHINE * (float) (shine * shine * shine * shine);
        canvas.mix(
                index,
                Math.min(255, red * light + glint),
                Math.min(255, green * light + glint),
                Math.min(255, blue * light + glint),
                (float) coverage);
        if (coverage > 0.5) {
            canvas.depth[index] = (float) z;
        }
    }

    /// Darkens the table where a capsule's shadow falls.
    void shadow(ViewPoint view, double[] from, double[] to, double radiusMetres) {
        double[] a = inCamera(view.cameraFromBench(), onTable(from));
        double[] b = inCamera(view.cameraFromBench(), onTable(to));
        if (a[2] < NEAREST || b[2] < NEAREST) {
            return;
        }
        double ax = view.pixelX(a[0], a[2]);
        double ay = view.pixelY(a[1], a[2]);
        double dx = view.pixelX(b[0], b[2]) - ax;
        double dy = view.pixelY(b[1], b[2]) - ay;
        double soft = view.focalPixels() * radiusMetres / Math.min(a[2], b[2]) * 1.6;
        double length2 = Math.max(dx * dx + dy * dy, 1e-9);
        int left = (int) Math.max(0, Math.min(ax, ax + dx) - soft);
        int right = (int) Math.min(canvas.width - 1, Math.max(ax, ax + dx) + soft);
        int top = (int) Math.max(0, Math.min(ay, ay + dy) - soft);
        int bottom = (int) Math.min(canvas.height - 1, Math.max(ay, ay + dy) + soft);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2));
                double ox = x - (ax + t * dx);
                double oy = (y - (ay + t * dy)) * 1.4;
                double away2 = (ox * ox + oy * oy) / (soft * soft);
                if (away2 < 1) {
                    double core = 1 - away2;
                    canvas.darken(y * canvas.width + x, (float) (1 - 0.30 * core));
                }
            }
        }
    }

    private static double[] onTable(double[] point) {
        double height = Math.max(0, point[2]);
        return new double[] {point[0] + 0.18 * height, point[1] + 0.12 * height, 0};
    }

    /// Draws a flat four-cornered face, corners in order around it.
    void face(ViewPoint view, double[][] corners, float red, float green, float blue, float light) {
        double[] xs = new double[4];
        double[] ys = new double[4];
        double[] zs = new double[4];
        double minX = Double.MAX_VALUE;
        double maxX = -Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        double maxY = -Double.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            double[] p = inCamera(view.cameraFromBench(), corners[i]);
            if (p[2] < NEAREST) {
                return;
            }
            xs[i] = view.pixelX(p[0], p[2]);
            ys[i] = view.pixelY(p[1], p[2]);
            zs[i] = p[2];
            minX = Math.min(minX, xs[i]);
            maxX = Math.max(maxX, xs[i]);
            minY = Math.min(minY, ys[i]);
            maxY = Math.max(maxY, ys[i]);
        }
        double turn = Math.signum((xs[1] - xs[0]) * (ys[2] - ys[0]) - (ys[1] - ys[0]) * (xs[2] - xs[0]));
        double middle = (zs[0] + zs[1] + zs[2] + zs[3]) / 4;
        for (int y = (int) Math.max(0, minY - 1); y <= Math.min(canvas.height - 1, maxY + 1); y++) {
            for (int x = (int) Math.max(0, minX - 1); x <= Math.min(canvas.width - 1, maxX + 1); x++) {
                double inside = inside(xs, ys, turn, x, y);
                int index = y * canvas.width + x;
                if (inside > -0.5 && middle < canvas.depth[index]) {
                    float coverage = (float) Math.min(1, inside + 0.5);
                    canvas.mix(index, red * light, green * light, blue * light, coverage);
                    if (coverage > 0.5) {
                        canvas.depth[index] = (float) middle;
                    }
                }
            }
        }
    }

    private static double inside(double[] xs, double[] ys, double turn, int x, int y) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            int j = (i + 1) % 4;
            double ex = xs[j] - xs[i];
            double ey = ys[j] - ys[i];
            double length = Math.max(1e-9, Math.hypot(ex, ey));
            least = Math.min(least, turn * (ex * (y - ys[i]) - ey * (x - xs[i])) / length);
        }
        return least;
    }

    static double[] inCamera(Pose cameraFromBench, double[] p) {
        return new double[] {
            cameraFromBench.r00() * p[0]
                    + cameraFromBench.r01() * p[1]
                    + cameraFromBench.r02() * p[2]
                    + cameraFromBench.xMetres(),
            cameraFromBench.r10() * p[0]
                    + cameraFromBench.r11() * p[1]
                    + cameraFromBench.r12() * p[2]
                    + cameraFromBench.yMetres(),
            cameraFromBench.r20() * p[0]
                    + cameraFromBench.r21() * p[1]
                    + cameraFromBench.r22() * p[2]
                    + cameraFromBench.zMetres()
        };
    }
}
