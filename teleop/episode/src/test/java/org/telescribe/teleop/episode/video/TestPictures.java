package org.telescribe.teleop.episode.video;

import java.nio.ByteBuffer;
import java.util.Random;

/// Pictures for tests: grey with a moving bright bar and a little noise, so that each differs from the
/// last.
public final class TestPictures {
    private final int width;
    private final int height;
    private final Random random;

    public TestPictures(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        this.random = new Random(seed);
    }

    public ByteBuffer moving(int number) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(width * height * 3 / 2);
        int bar = number * 4 % width;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = Math.abs(x - bar) < 8 ? 200 : 60 + x * 60 / width;
                pixels.put((byte) (value + random.nextInt(5)));
            }
        }
        while (pixels.hasRemaining()) {
            pixels.put((byte) 128);
        }
        return pixels.flip();
    }

    /// A picture of one colour, in I420 values.
    public ByteBuffer plain(int luma, int u, int v) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(width * height * 3 / 2);
        for (int i = 0; i < width * height; i++) {
            pixels.put((byte) luma);
        }
        for (int i = 0; i < width * height / 4; i++) {
            pixels.put((byte) u);
        }
        for (int i = 0; i < width * height / 4; i++) {
            pixels.put((byte) v);
        }
        return pixels.flip();
    }
}
