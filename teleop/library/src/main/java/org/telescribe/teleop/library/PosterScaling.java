package org.telescribe.teleop.library;

import java.nio.ByteBuffer;

/// Makes a small picture of a large one: each pixel is the mean of those that it covers. I420, BT.601
/// limited range, to ARGB.
final class PosterScaling {
    private PosterScaling() {}

    static Poster scale(ByteBuffer i420, int width, int height, PosterSize size) {
        double shrink = Math.min(1, Math.min((double) size.width() / width, (double) size.height() / height));
        int smallWidth = Math.max(1, (int) Math.round(width * shrink));
        int smallHeight = Math.max(1, (int) Math.round(height * shrink));
        int chromaWidth = width / 2;
        int chromaHeight = height / 2;
        int blues = width * height;
        int reds = blues + chromaWidth * chromaHeight;
        int[] argb = new int[smallWidth * smallHeight];
        for (int y = 0; y < smallHeight; y++) {
            for (int x = 0; x < smallWidth; x++) {
                double luma = mean(i420, 0, width, height, x, y, smallWidth, smallHeight) - 16;
                double blue = mean(i420, blues, chromaWidth, chromaHeight, x, y, smallWidth, smallHeight) - 128;
                double red = mean(i420, reds, chromaWidth, chromaHeight, x, y, smallWidth, smallHeight) - 128;
                double grey = luma * 255 / 219;
                argb[y * smallWidth + x] = 0xFF000000
                        | level(grey + 1.402 * 255 / 224 * red) << 16
                        | level(grey - (0.344136 * blue + 0.714136 * red) * 255 / 224) << 8
                        | level(grey + 1.772 * 255 / 224 * blue);
            }
        }
        return Poster.of(smallWidth, smallHeight, argb);
    }

    private static double mean(
            ByteBuffer plane, int start, int width, int height, int x, int y, int smallWidth, int smallHeight) {
        int left = x * width / smallWidth;
        int right = Math.max(left + 1, (x + 1) * width / smallWidth);
        int top = y * height / smallHeight;
        int bottom = Math.max(top + 1, (y + 1) * height / smallHeight);
        int sum = 0;
        for (int line = top; line < bottom; line++) {
            for (int column = left; column < right; column++) {
                sum += plane.get(start + line * width + column) & 0xFF;
            }
        }
        return (double) sum / ((right - left) * (bottom - top));
    }

    private static int level(double colour) {
        return Math.clamp(Math.round(colour), 0, 255);
    }
}
