package org.telescribe.viewer3d.render;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/// Red, green and blue to I420, BT.601, limited range, each rounded to the nearest number; colour
/// differences are those of the mean of two by two pixels. Keeps the last picture. Confined to one
/// thread.
final class I420Conversion {
    private static final int BITS = 16;
    private static final int HALF = 1 << (BITS - 1);
    // 219/255 of 0.299, 0.587, 0.114, and 224/255 of the colour differences' factors, as 16-bit fractions
    private static final int Y_RED = 16_829;
    private static final int Y_GREEN = 33_039;
    private static final int Y_BLUE = 6_416;
    private static final int U_RED = -9_714;
    private static final int U_GREEN = -19_070;
    private static final int U_BLUE = 28_784;
    private static final int V_RED = 28_784;
    private static final int V_GREEN = -24_103;
    private static final int V_BLUE = -4_681;
    private static final byte BLACK = 16;
    private static final byte NO_COLOUR = (byte) 128;

    private final int width;
    private final int height;
    private final int[] rows;
    private final byte[] planes;

    I420Conversion(int width, int height) {
        this.width = width;
        this.height = height;
        this.rows = new int[2 * width];
        this.planes = new byte[width * height * 3 / 2];
        Arrays.fill(planes, 0, width * height, BLACK);
        Arrays.fill(planes, width * height, planes.length, NO_COLOUR);
    }

    void convert(IntBuffer argbTopDown) {
        int u = width * height;
        int v = u + u / 4;
        for (int y = 0; y < height; y += 2) {
            argbTopDown.get(y * width, rows, 0, 2 * width);
            int luma = y * width;
            for (int x = 0; x < width; x += 2) {
                int a = rows[x];
                int b = rows[x + 1];
                int c = rows[width + x];
                int d = rows[width + x + 1];
                planes[luma + x] = luma(a);
                planes[luma + x + 1] = luma(b);
                planes[luma + width + x] = luma(c);
                planes[luma + width + x + 1] = luma(d);
                int red = red(a) + red(b) + red(c) + red(d);
                int green = green(a) + green(b) + green(c) + green(d);
                int blue = blue(a) + blue(b) + blue(c) + blue(d);
                planes[u++] = chroma(U_RED * red + U_GREEN * green + U_BLUE * blue);
                planes[v++] = chroma(V_RED * red + V_GREEN * green + V_BLUE * blue);
            }
        }
    }

    void copyTo(ByteBuffer frame) {
        frame.put(0, planes);
    }

    private static byte luma(int argb) {
        return (byte) ((Y_RED * red(argb) + Y_GREEN * green(argb) + Y_BLUE * blue(argb) + (16 << BITS) + HALF) >> BITS);
    }

    /// The weights' sum of four pixels.
    private static byte chroma(int sum) {
        return (byte) ((sum + (512 << BITS) + 4 * HALF) >> (BITS + 2));
    }

    private static int red(int argb) {
        return (argb >> 16) & 0xFF;
    }

    private static int green(int argb) {
        return (argb >> 8) & 0xFF;
    }

    private static int blue(int argb) {
        return argb & 0xFF;
    }
}
