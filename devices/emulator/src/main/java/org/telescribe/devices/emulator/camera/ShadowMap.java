package org.telescribe.devices.emulator.camera;

import java.util.Arrays;

/// How dark each spot of the table is, on a fine grid: shadows are drawn flat, once, and looked up by
/// every pixel.
final class ShadowMap {
    private static final float SPOT_METRES = 0.006f;
    private static final float STRONGEST = 0.42f;

    private final float minX;
    private final float minY;
    private final int columns;
    private final int rows;
    private final float[] dark;

    ShadowMap(double minX, double maxX, double minY, double maxY) {
        this.minX = (float) minX;
        this.minY = (float) minY;
        this.columns = (int) Math.ceil((maxX - minX) / SPOT_METRES) + 2;
        this.rows = (int) Math.ceil((maxY - minY) / SPOT_METRES) + 2;
        this.dark = new float[columns * rows];
    }

    void clear() {
        Arrays.fill(dark, 0);
    }

    /// Adds the shadow of a rod: a flat rod, the softer the higher it comes from.
    void cast(double ax, double ay, double az, double bx, double by, double bz, double radiusMetres) {
        float fromX = (float) (ax - az * Light.BENCH_X / Light.BENCH_Z);
        float fromY = (float) (ay - az * Light.BENCH_Y / Light.BENCH_Z);
        float ux = (float) (bx - bz * Light.BENCH_X / Light.BENCH_Z) - fromX;
        float uy = (float) (by - bz * Light.BENCH_Y / Light.BENCH_Z) - fromY;
        float high = (float) Math.max(0, (az + bz) / 2);
        float outer = (float) radiusMetres * 1.25f + 0.006f + 0.09f * high;
        float inner = Math.max(0, (float) radiusMetres - 0.05f * high);
        float strength = STRONGEST / (1 + 2.2f * high);
        float uu = ux * ux + uy * uy + 1e-12f;
        int left = column(Math.min(fromX, fromX + ux) - outer);
        int right = column(Math.max(fromX, fromX + ux) + outer) + 1;
        int near = row(Math.min(fromY, fromY + uy) - outer);
        int far = row(Math.max(fromY, fromY + uy) + outer) + 1;
        for (int row = near; row < far; row++) {
            float y = minY + row * SPOT_METRES - fromY;
            for (int column = left; column < right; column++) {
                float x = minX + column * SPOT_METRES - fromX;
                float s = Math.max(0, Math.min(1, (x * ux + y * uy) / uu));
                float ex = x - ux * s;
                float ey = y - uy * s;
                float offSquared = ex * ex + ey * ey;
                if (offSquared < outer * outer) {
                    float in = Math.min(1, (outer - (float) Math.sqrt(offSquared)) / (outer - inner));
                    int spot = row * columns + column;
                    dark[spot] = Math.max(dark[spot], strength * in * in * (3 - 2 * in));
                }
            }
        }
    }

    private int column(float x) {
        return Math.max(0, Math.min(columns - 1, (int) ((x - minX) / SPOT_METRES)));
    }

    private int row(float y) {
        return Math.max(0, Math.min(rows - 1, (int) ((y - minY) / SPOT_METRES)));
    }

    /// {@return darkness, 0 to less than 1}
    float at(float x, float y) {
        float c = Math.max(0, Math.min(columns - 1.001f, (x - minX) / SPOT_METRES));
        float r = Math.max(0, Math.min(rows - 1.001f, (y - minY) / SPOT_METRES));
        int column = (int) c;
        int row = (int) r;
        float s = c - column;
        float t = r - row;
        int spot = row * columns + column;
        float low = dark[spot] + (dark[spot + 1] - dark[spot]) * s;
        float high = dark[spot + columns] + (dark[spot + columns + 1] - dark[spot + columns]) * s;
        return low + (high - low) * t;
    }
}
