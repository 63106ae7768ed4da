package org.telescribe.devices.emulator.camera;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A picture being drawn: red, green, blue and depth for each pixel. Confined to one thread; reused for
/// every picture.
final class PixelCanvas {
    private static final float FAR = Float.MAX_VALUE;

    final int width;
    final int height;
    final float[] red;
    final float[] green;
    final float[] blue;
    final float[] depth;

    PixelCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.red = new float[width * height];
        this.green = new float[width * height];
        this.blue = new float[width * height];
        this.depth = new float[width * height];
    }

    void clearDepth() {
        Arrays.fill(depth, FAR);
    }

    void set(int index, float r, float g, float b) {
        red[index] = r;
        green[index] = g;
        blue[index] = b;
    }

    void mix(int index, float r, float g, float b, float share) {
        red[index] += (r - red[index]) * share;
        green[index] += (g - green[index]) * share;
        blue[index] += (b - blue[index]) * share;
    }

    void copyColours(PixelCanvas from) {
        System.arraycopy(from.red, 0, red, 0, red.length);
        System.arraycopy(from.green, 0, green, 0, green.length);
        System.arraycopy(from.blue, 0, blue, 0, blue.length);
    }

    void darken(int index, float factor) {
        red[index] *= factor;
        green[index] *= factor;
        blue[index] *= factor;
    }

    /// Writes the picture as I420, BT.601, limited range (ITU-R BT.601-7, 2.5.3), chroma averaged over
    /// 2 x 2 pixels.
    void toI420(ByteBuffer into) {
        int luma = width * height;
        for (int i = 0; i < luma; i++) {
            into.put(i, (byte) (16.5f + 0.25679f * red[i] + 0.50413f * green[i] + 0.09791f * blue[i]));
        }
        int chroma = luma;
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                int i = y * width + x;
                float r = (red[i] + red[i + 1] + red[i + width] + red[i + width + 1]) / 4;
                float g = (green[i] + green[i + 1] + green[i + width] + green[i + width + 1]) / 4;
                float b = (blue[i] + blue[i + 1] + blue[i + width] + blue[i + width + 1]) / 4;
                into.put(chroma, (byte) (128.5f - 0.14822f * r - 0.29099f * g + 0.43922f * b));
                into.put(chroma + luma / 4, (byte) (128.5f + 0.43922f * r - 0.36779f * g - 0.07143f * b));
                chroma++;
            }
        }
    }
}
