package org.telescribe.devices.emulator.camera;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.robot.Pose;

/// Draws the bench: wall, table with its grid and shadows, bowl, blocks, arms. One camera's; confined
/// to its thread.
final class BenchPainter {
    private static final float TABLE_HALF_X_METRES = 0.80f;
    private static final float TABLE_NEAR_Y_METRES = -0.42f;
    private static final float TABLE_FAR_Y_METRES = 0.50f;
    private static final float GRID_METRES = 0.10f;
    private static final float LINE_HALF_METRES = 0.0012f;
    private static final float NO_TABLE = Float.NaN;

    private final Canvas canvas;
    private final CapsuleBrush capsules;
    private final SolidBrush solids;
    private final float[] tableX;
    private final float[] tableY;
    private final ShadowMap shadows =
            new ShadowMap(-TABLE_HALF_X_METRES, TABLE_HALF_X_METRES, TABLE_NEAR_Y_METRES, TABLE_FAR_Y_METRES);
    private final float[] emptyRed;
    private final float[] emptyGreen;
    private final float[] emptyBlue;
    private final float[] emptyDepth;
    private @Nullable Pose emptySeenFrom;

    BenchPainter(int width, int height, double verticalFieldOfViewRad) {
        this.canvas = new Canvas(width, height, verticalFieldOfViewRad);
        this.capsules = new CapsuleBrush(canvas);
        this.solids = new SolidBrush(canvas);
        int pixels = width * height;
        this.tableX = new float[pixels];
        this.tableY = new float[pixels];
        this.emptyRed = new float[pixels];
        this.emptyGreen = new float[pixels];
        this.emptyBlue = new float[pixels];
        this.emptyDepth = new float[pixels];
    }

    void paint(Observation seen, Pose benchFromCamera, ByteBuffer i420) {
        Pose cameraFromBench = benchFromCamera.inverse();
        Light light = Light.seenFrom(cameraFromBench);
        paintEmptyBench(benchFromCamera);
        paintShadows(seen);
        solids.paintBowl(seen.bowlXMetres(), seen.bowlYMetres(), cameraFromBench, light);
        for (Block block : seen.blocks()) {
            solids.paint(block, cameraFromBench, light);
        }
        for (Capsule capsule : seen.capsules()) {
            capsules.paint(capsule, cameraFromBench, light);
        }
        canvas.writeTo(i420);
    }

    /// A camera that stands still sees the same empty bench each time.
    private void paintEmptyBench(Pose benchFromCamera) {
        if (!benchFromCamera.equals(emptySeenFrom)) {
            emptySeenFrom = benchFromCamera;
            for (int y = 0; y < canvas.height; y++) {
                paintEmptyRow(y, benchFromCamera);
            }
        }
        System.arraycopy(emptyRed, 0, canvas.red, 0, emptyRed.length);
        System.arraycopy(emptyGreen, 0, canvas.green, 0, emptyGreen.length);
        System.arraycopy(emptyBlue, 0, canvas.blue, 0, emptyBlue.length);
        System.arraycopy(emptyDepth, 0, canvas.depth, 0, emptyDepth.length);
    }

    private void paintEmptyRow(int y, Pose eye) {
        float step = (float) (1 / canvas.focalPixels);
        float dy = (y + 0.5f - canvas.height / 2f) * step;
        float dx = (0.5f - canvas.width / 2f) * step;
        float bx = (float) (eye.r00() * dx + eye.r01() * dy + eye.r02());
        float by = (float) (eye.r10() * dx + eye.r11() * dy + eye.r12());
        float bz = (float) (eye.r20() * dx + eye.r21() * dy + eye.r22());
        float stepX = (float) eye.r00() * step;
        float stepY = (float) eye.r10() * step;
        float stepZ = (float) eye.r20() * step;
        float eyeX = (float) eye.xMetres();
        float eyeY = (float) eye.yMetres();
        float eyeZ = (float) eye.zMetres();
        int pixel = y * canvas.width;
        for (int x = 0; x < canvas.width; x++, pixel++) {
            float up = bz * canvas.rayZ[pixel];
            tableX[pixel] = NO_TABLE;
            emptyDepth[pixel] = Float.POSITIVE_INFINITY;
            float cover = 0;
            if (up < -1e-3f) {
                float ahead = -eyeZ / bz;
                cover = paintTable(pixel, eyeX + bx * ahead, eyeY + by * ahead, ahead, up);
            }
            if (cover < 1) {
                paintWall(pixel, up, 1 - cover);
            }
            bx += stepX;
            by += stepY;
            bz += stepZ;
        }
    }

    private void paintWall(int pixel, float up, float cover) {
        float wall = 150 + 78 * Math.max(-0.6f, Math.min(0.6f, up));
        float old = 1 - cover;
        emptyRed[pixel] = emptyRed[pixel] * old + wall * 0.955f * cover;
        emptyGreen[pixel] = emptyGreen[pixel] * old + wall * 0.985f * cover;
        emptyBlue[pixel] = emptyBlue[pixel] * old + wall * 1.03f * cover;
    }

    /// Paints a spot of the table, if the ray meets it.
    ///
    /// @return how much of the pixel it covers
    private float paintTable(int pixel, float x, float y, float ahead, float up) {
        float distance = ahead / canvas.rayZ[pixel];
        float footprint = distance * (float) canvas.pixelRad / Math.max(0.15f, -up);
        float insideX = TABLE_HALF_X_METRES - Math.abs(x);
        float insideY = Math.min(y - TABLE_NEAR_Y_METRES, TABLE_FAR_Y_METRES - y);
        float edge = Math.min(insideX, insideY);
        float cover = Math.min(1, edge / footprint + 0.5f);
        if (cover <= 0) {
            return 0;
        }
        float glow = 1 - 0.16f * Math.min(1, (x * x + y * y) * 2);
        float line = Math.max(lineAt(x, footprint), lineAt(y, footprint));
        float tone = glow * (edge < 0.012f ? 0.86f : 1) * (1 - 0.10f * line);
        emptyRed[pixel] = 214 * tone;
        emptyGreen[pixel] = 207 * tone;
        emptyBlue[pixel] = 196 * tone;
        emptyDepth[pixel] = distance;
        tableX[pixel] = x;
        tableY[pixel] = y;
        return cover;
    }

    private static float lineAt(float at, float footprint) {
        float cells = at * (1 / GRID_METRES) + 64;
        float off = Math.abs(cells - (int) (cells + 0.5f)) * GRID_METRES;
        float far = LINE_HALF_METRES + footprint;
        if (off >= far) {
            return 0;
        }
        return Math.min(1, (far - off) / footprint) * Math.min(1, LINE_HALF_METRES * 2 / footprint + 0.25f);
    }

    private void paintShadows(Observation seen) {
        shadows.clear();
        for (Capsule rod : seen.capsules()) {
            shadows.cast(rod.ax(), rod.ay(), rod.az(), rod.bx(), rod.by(), rod.bz(), rod.radiusMetres());
        }
        for (Block block : seen.blocks()) {
            Pose at = block.benchFromBlock();
            double low = Math.max(0, at.zMetres() - Block.HALF_METRES);
            castBall(at.xMetres(), at.yMetres(), low, Block.HALF_METRES * 1.15);
        }
        castBall(seen.bowlXMetres(), seen.bowlYMetres(), 0.01, SolidBrush.BOWL_RADIUS_METRES * 0.8);
        for (int pixel = 0; pixel < tableX.length; pixel++) {
            float x = tableX[pixel];
            if (!Float.isNaN(x)) {
                float left = 1 - shadows.at(x, tableY[pixel]);
                canvas.red[pixel] *= left;
                canvas.green[pixel] *= left;
                canvas.blue[pixel] *= left;
            }
        }
    }

    private void castBall(double x, double y, double z, double radius) {
        shadows.cast(x, y, z, x, y, z, radius);
    }
}
