package org.telescribe.viewer3d.fx.image;

import java.nio.ByteBuffer;

/// I420 of BT.601, limited range, to 32-bit ARGB. Integer arithmetic with 16 fractional bits, rounded;
/// within 1 of 255 of the formula of ITU-R BT.601-7.
final class YuvConversion {
    private static final int HALF = 1 << 15;
    private static final int Y_SCALE = 76309;
    private static final int RED_V = 104597;
    private static final int GREEN_U = -25675;
    private static final int GREEN_V = -53279;
    private static final int BLUE_U = 132201;

    private YuvConversion() {}

    static void toArgb(ByteBuffer i420, int width, int height, int[] argb) {
        int uStart = width * height;
        int vStart = uStart + uStart / 4;
        int chromaWidth = width / 2;
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int chromaRow = (y / 2) * chromaWidth;
            for (int x = 0; x < width; x += 2) {
                int u = (i420.get(uStart + chromaRow + x / 2) & 0xFF) - 128;
                int v = (i420.get(vStart + chromaRow + x / 2) & 0xFF) - 128;
                int red = RED_V * v + HALF;
                int green = GREEN_U * u + GREEN_V * v + HALF;
                int blue = BLUE_U * u + HALF;
                argb[row + x] = pixel(i420.get(row + x), red, green, blue);
                argb[row + x + 1] = pixel(i420.get(row + x + 1), red, green, blue);
            }
        }
    }

    private static int pixel(byte luma, int red, int green, int blue) {
        int y = Y_SCALE * ((luma & 0xFF) - 16);
        return 0xFF000000 | clamp(y + red) << 16 | clamp(y + green) << 8 | clamp(y + blue);
    }

    private static int clamp(int fixed) {
        return Math.clamp(fixed >> 16, 0, 255);
    }
}
