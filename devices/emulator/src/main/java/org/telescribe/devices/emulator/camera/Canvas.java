package org.telescribe.devices.emulator.camera;

import java.nio.ByteBuffer;

/// Colour and depth of each pixel, and the way to I420. One camera's; used again for each frame.
final class Canvas {
    final int width;
    final int height;
    final float[] red;
    final float[] green;
    final float[] blue;
    final float[] depth;
    /// Unit direction of each pixel's ray, camera frame.
    final float[] rayX;
    final float[] rayY;
    final float[] rayZ;
    final double focalPixels;
    /// Angle of one pixel, radians.
    final double pixelRad;

    private final byte[] row;

    Canvas(int width, int height, double verticalFieldOfViewRad) {
        this.width = width;
        this.height = height;
        this.row = new byte[width];
        int pixels = width * height;
        red = new float[pixels];
        green = new float[pixels];
        blue = new float[pixels];
        depth = new float[pixels];
        rayX = new float[pixels];
        rayY = new float[pixels];
        rayZ = new float[pixels];
        focalPixels = height / 2.0 / Math.tan(verticalFieldOfViewRad / 2);
        pixelRad = 1 / focalPixels;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = (x + 0.5 - width / 2.0) / focalPixels;
                double dy = (y + 0.5 - height / 2.0) / focalPixels;
                double length = Math.sqrt(dx * dx + dy * dy + 1);
                rayX[y * width + x] = (float) (dx / length);
                rayY[y * width + x] = (float) (dy / length);
                rayZ[y * width + x] = (float) (1 / length);
            }
        }
    }

    /// Lays a colour over a pixel, nearer things first to last.
    void blend(int pixel, float r, float g, float b, float cover, float distance) {
        if (cover >= 1) {
            red[pixel] = r;
            green[pixel] = g;
            blue[pixel] = b;
        } else {
            red[pixel] += (r - red[pixel]) * cover;
            green[pixel] += (g - green[pixel]) * cover;
            blue[pixel] += (b - blue[pixel]) * cover;
        }
        if (cover > 0.5f) {
            depth[pixel] = distance;
        }
    }

    /// Writes the picture, BT.601 limited range.
    void writeTo(ByteBuffer i420) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = y * width + x;
                float r = level(red[pixel]);
                float g = level(green[pixel]);
                float b = level(blue[pixel]);
                red[pixel] = r;
                green[pixel] = g;
                blue[pixel] = b;
                row[x] = (byte) (16.5f + 0.2568f * r + 0.5041f * g + 0.0979f * b);
            }
            i420.put(y * width, row, 0, width);
        }
        writeChroma(i420, width * height, -0.1482f, -0.2910f, 0.4392f);
        writeChroma(i420, width * height / 4 * 5, 0.4392f, -0.3678f, -0.0714f);
    }

    private void writeChroma(ByteBuffer i420, int at, float ofRed, float ofGreen, float ofBlue) {
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width / 2; x++) {
                int pixel = 2 * y * width + 2 * x;
                row[x] = (byte)
                        (128.5f + ofRed * mean(red, pixel) + ofGreen * mean(green, pixel) + ofBlue * mean(blue, pixel));
            }
            i420.put(at + y * (width / 2), row, 0, width / 2);
        }
    }

    /// The mean of four pixels, already within 0 to 255.
    private float mean(float[] channel, int pixel) {
        return (channel[pixel] + channel[pixel + 1] + channel[pixel + width] + channel[pixel + width + 1]) * 0.25f;
    }

    private static float level(float value) {
        return Math.max(0, Math.min(255, value));
    }
}
