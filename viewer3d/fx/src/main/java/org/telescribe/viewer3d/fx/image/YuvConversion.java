package org.telescribe.viewer3d.fx.image;

import java.nio.ByteBuffer;

/// I420 of BT.601, limited range, to 32-bit ARGB. Integer arithmetic with 16 fractional bits, rounded;
/// within 1 of 255 of the formula of ITU-R BT.601-7. Row by row, in loops of one step each over arrays of
/// one type: those the compiler makes into several pixels at a time, which halves the time. For pictures
/// of one size; confined to one thread.
final class YuvConversion {
    private static final int HALF = 1 << 15;
    private static final int Y_SCALE = 76309;
    private static final int RED_V = 104597;
    private static final int GREEN_U = -25675;
    private static final int GREEN_V = -53279;
    private static final int BLUE_U = 132201;

    private final int width;
    private final int height;
    private final byte[] planes;
    private final int[] brightness;
    private final int[] u;
    private final int[] v;
    private final int[] addedRed;
    private final int[] addedGreen;
    private final int[] addedBlue;
    private final int[] red;
    private final int[] green;
    private final int[] blue;

    /// @param width pixels, even
    /// @param height pixels, even
    YuvConversion(int width, int height) {
        this.width = width;
        this.height = height;
        this.planes = new byte[width * height * 3 / 2];
        this.brightness = new int[width];
        this.u = new int[width];
        this.v = new int[width];
        this.addedRed = new int[width];
        this.addedGreen = new int[width];
        this.addedBlue = new int[width];
        this.red = new int[width];
        this.green = new int[width];
        this.blue = new int[width];
    }

    /// Converts a picture.
    ///
    /// @param i420 its planes
    /// @param argb gets its pixels, row by row
    void toArgb(ByteBuffer i420, int[] argb) {
        i420.get(0, planes);
        for (int y = 0; y < height; y++) {
            if ((y & 1) == 0) {
                colours(y / 2);
            }
            brighten(planes, y * width, brightness);
            add(brightness, addedRed, red);
            add(brightness, addedGreen, green);
            add(brightness, addedBlue, blue);
            pack(red, green, blue, argb, y * width);
        }
    }

    /// What the colours add to the brightness, for two rows of pixels.
    private void colours(int chromaRow) {
        int fromU = width * height + chromaRow * (width / 2);
        int fromV = fromU + width * height / 4;
        for (int x = 0; x < width; x += 2) {
            int blueness = (planes[fromU + x / 2] & 0xFF) - 128;
            int redness = (planes[fromV + x / 2] & 0xFF) - 128;
            u[x] = blueness;
            u[x + 1] = blueness;
            v[x] = redness;
            v[x + 1] = redness;
        }
        scale(v, RED_V, addedRed);
        scale(u, GREEN_U, v, GREEN_V, addedGreen);
        scale(u, BLUE_U, addedBlue);
    }

    private static void scale(int[] from, int by, int[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] = from[x] * by + HALF;
        }
    }

    private static void scale(int[] one, int by, int[] other, int otherBy, int[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] = one[x] * by + other[x] * otherBy + HALF;
        }
    }

    private static void brighten(byte[] luma, int from, int[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] = Y_SCALE * ((luma[from + x] & 0xFF) - 16);
        }
    }

    private static void add(int[] brightness, int[] added, int[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] = Math.max(0, Math.min(255, (brightness[x] + added[x]) >> 16));
        }
    }

    private static void pack(int[] red, int[] green, int[] blue, int[] argb, int from) {
        for (int x = 0; x < red.length; x++) {
            argb[from + x] = 0xFF000000 | red[x] << 16 | green[x] << 8 | blue[x];
        }
    }
}
