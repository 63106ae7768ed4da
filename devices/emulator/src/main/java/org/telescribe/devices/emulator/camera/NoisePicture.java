package org.telescribe.devices.emulator.camera;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/// Moving noise that costs next to nothing. Two large pictures are made once; each frame is a window
/// that wanders to and fro over the first, with a band, wandering too, of the second: so most of a
/// frame is the last one moved on, as in a real scene, and some of it is new.
final class NoisePicture {
    private static final int PICTURES = 2;
    private static final int MARGIN_PIXELS = 64;
    private static final int BAND_ROWS = 64;
    private static final int GRAIN_PIXELS = 8;
    private static final double CONTRAST = 12;

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
        int shiftX = toAndFro(number, 1);
        int shiftY = toAndFro(number, 2);
        int bandAt = (int) Math.floorMod(number * 6, (long) (height - BAND_ROWS)) / 2 * 2;
        int bandShift = toAndFro(number, 5);
        int half = width / 2;
        int uAt = width * height;
        int vAt = uAt + half * (height / 2);
        copy(luma[0], width + MARGIN_PIXELS, shiftX, shiftY, i420, 0, width, height);
        copy(luma[1], width + MARGIN_PIXELS, bandShift, shiftY, i420, bandAt * width, width, BAND_ROWS);
        copy(chroma[0], half + MARGIN_PIXELS, shiftX / 2, shiftY / 2, i420, uAt, half, height / 2);
        copy(chroma[1], half + MARGIN_PIXELS, shiftX / 2, shiftY / 2, i420, vAt, half, height / 2);
    }

    /// A place that goes to and fro over the margin, even.
    private static int toAndFro(long number, int pixelsPerFrame) {
        int way = (int) Math.floorMod(number * pixelsPerFrame, 2L * MARGIN_PIXELS);
        return (way < MARGIN_PIXELS ? way : 2 * MARGIN_PIXELS - 1 - way) / 2 * 2;
    }

    private static void copy(ByteBuffer from, int stride, int x, int y, ByteBuffer to, int at, int columns, int rows) {
        for (int row = 0; row < rows; row++) {
            to.put(at + row * columns, from, (y + row) * stride + x, columns);
        }
    }
}
