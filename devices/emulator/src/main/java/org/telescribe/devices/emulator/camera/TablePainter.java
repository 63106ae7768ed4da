package org.telescribe.devices.emulator.camera;

import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.emulator.bench.BenchObjects;

/// Fills a canvas with the table, its fine grid, the pad, the bowl's foot and the wall behind. Confined
/// to one thread.
final class TablePainter {
    private static final double HALF_WIDTH = 0.75;
    private static final double HALF_DEPTH = 0.42;
    private static final double GRID_METRES = 0.1;
    private static final double PAD_HALF_METRES = 0.06;

    private final PixelCanvas canvas;

    TablePainter(PixelCanvas canvas) {
        this.canvas = canvas;
    }

    void paint(ViewPoint view, BenchObjects objects) {
        Pose pose = view.benchFromCamera();
        double focal = view.focalPixels();
        for (int y = 0; y < canvas.height; y++) {
            double cy = (y - canvas.height / 2.0) / focal;
            float wall = 1 - (float) y / canvas.height;
            for (int x = 0; x < canvas.width; x++) {
                double cx = (x - canvas.width / 2.0) / focal;
                double dz = pose.r20() * cx + pose.r21() * cy + pose.r22();
                int index = y * canvas.width + x;
                double distance = dz < -1e-6 ? -pose.zMetres() / dz : -1;
                double tx = pose.xMetres() + distance * (pose.r00() * cx + pose.r01() * cy + pose.r02());
                double ty = pose.yMetres() + distance * (pose.r10() * cx + pose.r11() * cy + pose.r12());
                if (distance > 0 && Math.abs(tx) < HALF_WIDTH && Math.abs(ty) < HALF_DEPTH) {
                    table(index, tx, ty, distance / focal, objects);
                } else {
                    canvas.set(index, 44 + 26 * wall, 50 + 27 * wall, 58 + 30 * wall);
                }
            }
        }
    }

    private void table(int index, double tx, double ty, double metresPerPixel, BenchObjects objects) {
        float fade = (float) (1 - 0.22 * (Math.abs(tx) / HALF_WIDTH) - 0.12 * (ty + HALF_DEPTH));
        float r = 196 * fade;
        float g = 189 * fade;
        float b = 178 * fade;
        double line = Math.min(toGrid(tx), toGrid(ty)) / Math.max(metresPerPixel, 0.0006);
        if (line < 1) {
            float share = (float) (0.14 * (1 - line));
            r *= 1 - share;
            g *= 1 - share;
            b *= 1 - share;
        }
        canvas.set(index, r, g, b);
        double padX = Math.abs(tx - objects.pad().xMetres());
        double padY = Math.abs(ty - objects.pad().yMetres());
        double pad = PAD_HALF_METRES - Math.max(padX, padY);
        if (pad > 0) {
            boolean rim = pad < 0.006;
            canvas.mix(index, rim ? 58 : 88, rim ? 66 : 98, rim ? 76 : 110, (float) Math.min(1, pad / metresPerPixel));
        }
    }

    private static double toGrid(double metres) {
        double cells = metres / GRID_METRES + 1000;
        double rest = Math.abs(cells - (int) (cells + 0.5));
        return rest * GRID_METRES;
    }
}
