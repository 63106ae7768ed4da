package org.telescribe.devices.emulator.camera;

import org.telescribe.devices.core.robot.Pose;

/// Paints rods with soft edges.
final class CapsuleBrush {
    private static final double NEAR_METRES = 0.03;
    private static final float GLOSS_LEVELS = 60;

    private final Canvas canvas;

    CapsuleBrush(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint(Capsule capsule, Pose cameraFromBench, Light light) {
        double ax = x(cameraFromBench, capsule.ax(), capsule.ay(), capsule.az());
        double ay = y(cameraFromBench, capsule.ax(), capsule.ay(), capsule.az());
        double az = z(cameraFromBench, capsule.ax(), capsule.ay(), capsule.az());
        double bx = x(cameraFromBench, capsule.bx(), capsule.by(), capsule.bz());
        double by = y(cameraFromBench, capsule.bx(), capsule.by(), capsule.bz());
        double bz = z(cameraFromBench, capsule.bx(), capsule.by(), capsule.bz());
        if (az < NEAR_METRES && bz < NEAR_METRES) {
            return;
        }
        if (az < NEAR_METRES) {
            double s = (NEAR_METRES - az) / (bz - az);
            ax += (bx - ax) * s;
            ay += (by - ay) * s;
            az = NEAR_METRES;
        } else if (bz < NEAR_METRES) {
            double s = (NEAR_METRES - bz) / (az - bz);
            bx += (ax - bx) * s;
            by += (ay - by) * s;
            bz = NEAR_METRES;
        }
        paintSeen(ax, ay, az, bx - ax, by - ay, bz - az, capsule, light);
    }

    static double x(Pose pose, double px, double py, double pz) {
        return pose.r00() * px + pose.r01() * py + pose.r02() * pz + pose.xMetres();
    }

    static double y(Pose pose, double px, double py, double pz) {
        return pose.r10() * px + pose.r11() * py + pose.r12() * pz + pose.yMetres();
    }

    static double z(Pose pose, double px, double py, double pz) {
        return pose.r20() * px + pose.r21() * py + pose.r22() * pz + pose.zMetres();
    }

    private void paintSeen(
            double ax, double ay, double az, double ux, double uy, double uz, Capsule capsule, Light light) {
        double r = capsule.radiusMetres();
        double f = canvas.focalPixels;
        double reachA = f * r / az * 1.3 + 2;
        double reachB = f * r / (az + uz) * 1.3 + 2;
        double sax = f * ax / az;
        double sbx = f * (ax + ux) / (az + uz);
        double say = f * ay / az;
        double sby = f * (ay + uy) / (az + uz);
        int left = clampX(Math.min(sax - reachA, sbx - reachB));
        int right = clampX(Math.max(sax + reachA, sbx + reachB));
        int top = clampY(Math.min(say - reachA, sby - reachB));
        int bottom = clampY(Math.max(say + reachA, sby + reachB));
        for (int py = top; py < bottom; py++) {
            for (int px = left; px < right; px++) {
                paintPixel(py * canvas.width + px, ax, ay, az, ux, uy, uz, capsule, light);
            }
        }
    }

    private int clampX(double fromCentre) {
        return (int) Math.clamp(fromCentre + canvas.width / 2.0, 0, canvas.width);
    }

    private int clampY(double fromCentre) {
        return (int) Math.clamp(fromCentre + canvas.height / 2.0, 0, canvas.height);
    }

    /// The ray's nearest point to the rod's axis says how much of the pixel the rod covers, and roughly
    /// where it is hit.
    private void paintPixel(
            int pixel, double ax, double ay, double az, double ux, double uy, double uz, Capsule capsule, Light light) {
        double dx = canvas.rayX[pixel];
        double dy = canvas.rayY[pixel];
        double dz = canvas.rayZ[pixel];
        double uu = ux * ux + uy * uy + uz * uz;
        double ud = ux * dx + uy * dy + uz * dz;
        double ua = ux * ax + uy * ay + uz * az;
        double da = dx * ax + dy * ay + dz * az;
        double across = uu - ud * ud;
        double s = across > 1e-12 ? Math.max(0, Math.min(1, (ud * da - ua) / across)) : 0;
        double t = da + s * ud;
        double ex = ax + ux * s - dx * t;
        double ey = ay + uy * s - dy * t;
        double ez = az + uz * s - dz * t;
        double r = capsule.radiusMetres();
        double offSquared = ex * ex + ey * ey + ez * ez;
        double footprint = t * canvas.pixelRad;
        double reach = r + footprint / 2;
        if (offSquared >= reach * reach || t - r >= canvas.depth[pixel]) {
            return;
        }
        double off = Math.sqrt(offSquared);
        double cover = Math.min(1, (r - off) / footprint + 0.5);
        double slant = s > 0 && s < 1 && uu > 0 ? Math.max(0.3, Math.sqrt(across / uu)) : 1;
        double hit = t - Math.sqrt(Math.max(0, r * r - off * off)) / slant;
        if (hit >= canvas.depth[pixel] || hit <= 0) {
            return;
        }
        double hx = dx * hit;
        double hy = dy * hit;
        double hz = dz * hit;
        double at = uu > 0 ? Math.clamp((ux * (hx - ax) + uy * (hy - ay) + uz * (hz - az)) / uu, 0, 1) : 0;
        double nx = hx - ax - ux * at;
        double ny = hy - ay - uy * at;
        double nz = hz - az - uz * at;
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9;
        nx /= length;
        ny /= length;
        nz /= length;
        float bright = light.brightness(nx, ny, nz);
        float gloss = GLOSS_LEVELS * light.gloss(nx, ny, nz, dx, dy, dz);
        int rgb = capsule.rgb();
        canvas.blend(
                pixel,
                ((rgb >> 16) & 0xFF) * bright + gloss,
                ((rgb >> 8) & 0xFF) * bright + gloss,
                (rgb & 0xFF) * bright + gloss,
                (float) cover,
                (float) hit);
    }
}
