package org.telescribe.teleop.episode.video;

import java.nio.ByteBuffer;
import org.telescribe.teleop.episode.model.ImageHistogram;

/// Counts the colours of some pictures of an episode, coarsely, for the dataset's statistics. One
/// thread.
final class PictureSampler {
    private static final int EVERY_PICTURES = 5;
    private static final int LONG_SIDE_SAMPLES = 150;

    private final int width;
    private final int height;
    private final int step;
    private final long[] counts = new long[ImageHistogram.CHANNELS * ImageHistogram.VALUES];

    PictureSampler(int width, int height) {
        this.width = width;
        this.height = height;
        this.step = Math.max(2, Math.max(width, height) / LONG_SIDE_SAMPLES / 2 * 2);
    }

    /// {@return whether the picture of this row is one of those that count}
    static boolean isDue(long rowIndex) {
        return rowIndex % EVERY_PICTURES == 0;
    }

    /// Counts a picture.
    ///
    /// @param pixels I420, BT.601 limited range, position 0
    void sample(ByteBuffer pixels) {
        int chromaWidth = width / 2;
        int uPlane = width * height;
        int vPlane = uPlane + chromaWidth * (height / 2);
        for (int y = 0; y < height; y += step) {
            for (int x = 0; x < width; x += step) {
                int chroma = y / 2 * chromaWidth + x / 2;
                count(
                        pixels.get(y * width + x) & 0xFF,
                        pixels.get(uPlane + chroma) & 0xFF,
                        pixels.get(vPlane + chroma) & 0xFF);
            }
        }
    }

    private void count(int luma, int u, int v) {
        double grey = (luma - 16) * (255.0 / 219.0);
        double blue = (u - 128) * (255.0 / 224.0);
        double red = (v - 128) * (255.0 / 224.0);
        counts[value(grey + 1.402 * red)]++;
        counts[ImageHistogram.VALUES + value(grey - 0.344136 * blue - 0.714136 * red)]++;
        counts[2 * ImageHistogram.VALUES + value(grey + 1.772 * blue)]++;
    }

    private static int value(double colour) {
        return Math.clamp(Math.round(colour), 0, ImageHistogram.VALUES - 1);
    }

    ImageHistogram soFar() {
        return new ImageHistogram(counts);
    }
}
