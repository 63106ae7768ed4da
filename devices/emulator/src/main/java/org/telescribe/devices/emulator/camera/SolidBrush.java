package org.telescribe.devices.emulator.camera;

import org.telescribe.devices.core.robot.Pose;

/// Paints cubes and the bowl, four rays to a pixel.
final class SolidBrush {
    static final double BOWL_RADIUS_METRES = 0.085;
    static final double BOWL_RIM_METRES = 0.055;

    private static final int BOWL_RGB = 0xE9E4D8;
    private static final double NEAR_METRES = 0.03;

    private final Canvas canvas;
    private final double[] normal = new double[3];
    private float tone;

    SolidBrush(Canvas canvas) {
        this.canvas = canvas;
    }

    private interface Solid {
        /// {@return distance along the ray, or infinity; leaves the normal}
        double hit(double dx, double dy, double dz);
    }

    void paint(Block block, Pose cameraFromBench, Light light) {
        Pose cameraFromBlock = cameraFromBench.times(block.benchFromBlock());
        Pose blockFromCamera = cameraFromBlock.inverse();
        paint(
                cameraFromBlock,
                Block.HALF_METRES * 1.75,
                block.rgb(),
                light,
                (dx, dy, dz) -> hitCube(cameraFromBlock, blockFromCamera, dx, dy, dz));
    }

    void paintBowl(double xMetres, double yMetres, Pose cameraFromBench, Light light) {
        Pose cameraFromBowl = cameraFromBench.times(Pose.translation(xMetres, yMetres, BOWL_RADIUS_METRES));
        paint(
                cameraFromBowl,
                BOWL_RADIUS_METRES * 1.02,
                BOWL_RGB,
                light,
                (dx, dy, dz) -> hitBowl(cameraFromBowl, dx, dy, dz));
    }

    private void paint(Pose cameraFromSolid, double radius, int rgb, Light light, Solid solid) {
        double cz = cameraFromSolid.zMetres();
        if (cz < NEAR_METRES) {
            return;
        }
        double f = canvas.focalPixels;
        double reach = f * radius / Math.max(NEAR_METRES, cz - radius * 0.7) + 2;
        double cx = canvas.width / 2.0 + f * cameraFromSolid.xMetres() / cz;
        double cy = canvas.height / 2.0 + f * cameraFromSolid.yMetres() / cz;
        int left = (int) Math.clamp(cx - reach, 0, canvas.width);
        int right = (int) Math.clamp(cx + reach, 0, canvas.width);
        int top = (int) Math.clamp(cy - reach, 0, canvas.height);
        int bottom = (int) Math.clamp(cy + reach, 0, canvas.height);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                paintPixel(x, y, rgb, light, solid);
            }
        }
    }

    /// Two rays first; only where they disagree is an edge, and two more are sent.
    private void paintPixel(int x, int y, int rgb, Light light, Solid solid) {
        int hits = 0;
        int rays = 0;
        float bright = 0;
        double nearest = Double.POSITIVE_INFINITY;
        while (rays < 4 && (rays < 2 || hits == 1)) {
            // Corner 0, then the opposite one, then the other two.
            boolean right = rays == 1 || rays == 2;
            boolean low = rays == 1 || rays == 3;
            double dx = (x + (right ? 0.75 : 0.25) - canvas.width / 2.0) / canvas.focalPixels;
            double dy = (y + (low ? 0.75 : 0.25) - canvas.height / 2.0) / canvas.focalPixels;
            double length = Math.sqrt(dx * dx + dy * dy + 1);
            double distance = solid.hit(dx / length, dy / length, 1 / length);
            rays++;
            if (distance < Double.POSITIVE_INFINITY) {
                hits++;
                bright += tone * light.brightness(normal[0], normal[1], normal[2]);
                nearest = Math.min(nearest, distance);
            }
        }
        int pixel = y * canvas.width + x;
        if (hits == 0 || nearest >= canvas.depth[pixel]) {
            return;
        }
        bright /= hits;
        canvas.blend(
                pixel,
                ((rgb >> 16) & 0xFF) * bright,
                ((rgb >> 8) & 0xFF) * bright,
                (rgb & 0xFF) * bright,
                hits / (float) rays,
                (float) nearest);
    }

    private double hitCube(Pose cameraFromBlock, Pose blockFromCamera, double dx, double dy, double dz) {
        Pose to = blockFromCamera;
        double enter = Double.NEGATIVE_INFINITY;
        double leave = Double.POSITIVE_INFINITY;
        double faceRay = 0;
        int face = 0;
        for (int axis = 0; axis < 3; axis++) {
            double origin = axis == 0 ? to.xMetres() : axis == 1 ? to.yMetres() : to.zMetres();
            double ray = axis == 0
                    ? to.r00() * dx + to.r01() * dy + to.r02() * dz
                    : axis == 1
                            ? to.r10() * dx + to.r11() * dy + to.r12() * dz
                            : to.r20() * dx + to.r21() * dy + to.r22() * dz;
            double inverse = 1 / ray;
            double reach = Block.HALF_METRES * Math.abs(inverse);
            double middle = -origin * inverse;
            if (middle - reach > enter) {
                enter = middle - reach;
                face = axis;
                faceRay = ray;
            }
            leave = Math.min(leave, middle + reach);
        }
        tone = 1;
        if (enter >= leave || enter <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double sign = faceRay > 0 ? -1 : 1;
        setNormal(cameraFromBlock, face == 0 ? sign : 0, face == 1 ? sign : 0, face == 2 ? sign : 0);
        return enter;
    }

    /// A part of a hollow sphere: its outside where the ray enters below the rim, else its inside where
    /// it leaves there.
    private double hitBowl(Pose cameraFromBowl, double dx, double dy, double dz) {
        double cx = cameraFromBowl.xMetres();
        double cy = cameraFromBowl.yMetres();
        double cz = cameraFromBowl.zMetres();
        double along = dx * cx + dy * cy + dz * cz;
        double inside = along * along - (cx * cx + cy * cy + cz * cz) + BOWL_RADIUS_METRES * BOWL_RADIUS_METRES;
        if (inside <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double half = Math.sqrt(inside);
        for (int side = -1; side <= 1; side += 2) {
            double distance = along + side * half;
            double ox = dx * distance - cx;
            double oy = dy * distance - cy;
            double oz = dz * distance - cz;
            double up = cameraFromBowl.r02() * ox + cameraFromBowl.r12() * oy + cameraFromBowl.r22() * oz;
            boolean belowRim = up + BOWL_RADIUS_METRES < BOWL_RIM_METRES;
            if (distance > 0 && belowRim) {
                double scale = -side / BOWL_RADIUS_METRES;
                double height = (up + BOWL_RADIUS_METRES) / BOWL_RIM_METRES;
                // Less light reaches the bottom; the rim shows as a bright edge.
                tone = height > 0.93 ? 1.06f : (float) (side < 0 ? 0.92 : 0.58 + 0.26 * height);
                normal[0] = ox * scale;
                normal[1] = oy * scale;
                normal[2] = oz * scale;
                return distance;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private void setNormal(Pose pose, double x, double y, double z) {
        normal[0] = pose.r00() * x + pose.r01() * y + pose.r02() * z;
        normal[1] = pose.r10() * x + pose.r11() * y + pose.r12() * z;
        normal[2] = pose.r20() * x + pose.r21() * y + pose.r22() * z;
    }
}
