package org.telescribe.devices.emulator.camera;

import java.nio.ByteBuffer;
import java.util.Random;
import org.telescribe.devices.core.frame.PixelFormat;

/// Pictures of a textured scene under fresh noise, made ahead and played in changing order, so that
/// each costs only a copy. A number is drawn into each.
public final class NoisePictures {
    private static final int DIFFERENT = 12;
    private static final double NOISE = 2.6;

    private final int width;
    private final int height;
    private final ByteBuffer[] pictures = new ByteBuffer[DIFFERENT];
    private final Random order;

    /// Makes the pictures.
    ///
    /// @param width pixels, at least 512
    /// @param height pixels, at least 32
    /// @param seed of noise and order
    public NoisePictures(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        this.order = new Random(seed);
        for (int i = 0; i < DIFFERENT; i++) {
            pictures[i] = picture(new Random(seed * 31 + i), i);
        }
    }

    private ByteBuffer picture(Random random, int number) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(PixelFormat.I420.bytes(width, height));
        double shift = number * 2 * Math.PI / DIFFERENT;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double waves = Math.sin(x * 0.02 + Math.sin(shift)) + Math.sin(y * 0.027 + Math.cos(shift));
                double luma = 118 + 28 * waves + NOISE * random.nextGaussian();
                pixels.put(y * width + x, (byte) Math.clamp(Math.round(luma), 16, 235));
            }
        }
        int luma = width * height;
        for (int i = 0; i < luma / 4; i++) {
            int y = i / (width / 2);
            pixels.put(luma + i, (byte) (118 + y * 20 / height));
            pixels.put(luma + luma / 4 + i, (byte) (136 - y * 16 / height));
        }
        return pixels;
    }

    /// Gives the next picture.
    ///
    /// @param into gets it, I420, as large as a picture
    /// @param number drawn into it
    public void next(ByteBuffer into, long number) {
        into.put(0, pictures[order.nextInt(DIFFERENT)], 0, into.capacity());
        FrameCounter.draw(into, width, height, number);
    }
}
