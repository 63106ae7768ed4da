package org.telescribe.devices.emulator.camera;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/// Moving noise that costs next to nothing: a few large pictures are made once, and each frame is a
/// window that wanders over one of them.
final class NoisePicture {
    private static final int PICTURES = 4;
    private static final int MARGIN_PIXELS = 64;
    private static final int GRAIN_PIXELS = 4;
    private static final double CONTRAST = 26;

    private final int width;
    private final int height;
    private final ByteBuffer[] luma = new ByteBuffer[PICTURES];
    private final ByteBuffer[] chroma = new ByteBuffer[PICTURES];

    NoisePicture(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < PICTURES; i++) {
            luma[i] = plane(random, width, height, 120);
            chroma[i] = plane(random, width / 2, height, 128);
        }
    }

    private static ByteBuffer plane(SplittableRandom random, int width, int height, int middle) {
        int stride = width + MARGIN_PIXELS;
        int rows = height + MARGIN_PIXELS;
        ByteBuffer plane = ByteBuffer.allocateDirect(stride * rows);
        int grains = stride / GRAIN_PIXELS + 1;
        double[] grain = new double[grains];
        for (int row = 0; row < rows; row++) {
            if (row % GRAIN_PIXELS == 0) {
                for (int i = 0; i < grains; i++) {
                    grain[i] = random.nextDouble(-CONTRAST, CONTRAST);
                }
            }
            for (int column = 0; column < stride; column++) {
                double slope = 40.0 * (column - stride / 2.0) / stride;
                plane.put(row * stride + column, (byte) (middle + slope + grain[column / GRAIN_PIXELS]));
            }
        }
        return plane;
    }

    /// Fills a picture.
    ///
    /// @param i420 target, from index 0
    /// @param number of the frame
    void draw(ByteBuffer i420, long number) {
        int picture = (int) Math.floorMod(number / 8, (long) PICTURES);
        int shiftX = (int) (number * 3 % MARGIN_PIXELS) / 2 * 2;
        int shiftY = (int) (number * 2 % MARGIN_PIXELS) / 2 * 2;
        copy(luma[picture], width + MARGIN_PIXELS, shiftX, shiftY, i420, 0, width, height);
        int half = width / 2;
        int rows = height / 2;
        int uAt = width * height;
        copy(chroma[picture], half + MARGIN_PIXELS, shiftX / 2, shiftY / 2, i420, uAt, half, rows);
        copy(chroma[picture], half + MARGIN_PIXELS, shiftY / 2, shiftX / 2, i420, uAt + half * rows, half, rows);
    }

    private static void copy(ByteBuffer from, int stride, int x, int y, ByteBuffer to, int at, int columns, int rows) {
        for (int row = 0; row < rows; row++) {
            to.put(at + row * columns, from, (y + row) * stride + x, columns);
        }
    }
}
