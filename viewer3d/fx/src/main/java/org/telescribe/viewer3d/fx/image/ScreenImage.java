package org.telescribe.viewer3d.fx.image;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.telescribe.devices.core.frame.PooledFrame;

/// One camera's picture on the screen. The converting thread fills a back buffer and marks it
/// ready; the JavaFX thread copies it on a pulse. Neither waits for the other: a picture that is
/// not yet shown is not overwritten.
public final class ScreenImage {
    private static final int WARM_WIDTH = 640;
    private static final int WARM_HEIGHT = 480;
    private static final int WARM_PICTURES = 60;

    private final int width;
    private final int height;
    private final int[] back;
    private final YuvConversion conversion;
    private final AtomicBoolean ready = new AtomicBoolean();
    private final PixelBuffer<IntBuffer> front;
    private final Image image;
    private volatile long captureNanos;

    /// A black picture.
    ///
    /// @param width pixels
    /// @param height pixels
    public ScreenImage(int width, int height) {
        this.width = width;
        this.height = height;
        this.back = new int[width * height];
        this.conversion = new YuvConversion(width, height);
        this.front = new PixelBuffer<>(
                width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
        this.image = new WritableImage(front);
    }

    /// Converts a frame, unless the one before is not shown yet. Converting thread only.
    ///
    /// @param frame a frame of this size; not kept
    /// @return whether it was converted
    public boolean convert(PooledFrame frame) {
        if (ready.get() || frame.width() != width || frame.height() != height) {
            return false;
        }
        return convert(frame.pixels(), frame.captureNanos());
    }

    /// Converts a picture of this size, unless the one before is not shown yet. Converting thread
    /// only.
    boolean convert(ByteBuffer i420, long stampNanos) {
        if (ready.get()) {
            return false;
        }
        conversion.toArgb(i420, back);
        captureNanos = stampNanos;
        ready.set(true);
        return true;
    }

    /// Shows the newest converted picture, if there is one. JavaFX thread only.
    ///
    /// @return whether the picture changed
    public boolean show() {
        if (!ready.get()) {
            return false;
        }
        front.updateBuffer(buffer -> {
            buffer.getBuffer().put(0, back);
            return null;
        });
        ready.set(false);
        return true;
    }

    /// Forgets the newest converted picture, so that another can be converted. JavaFX thread only.
    public void drop() {
        ready.set(false);
    }

    /// Converts a picture of nothing again and again until the machine has translated the
    /// conversion for speed, so that the first second of playing is as smooth as the rest.
    /// Background thread, some tenths of a second.
    public static void warmUp() {
        ByteBuffer pixels = ByteBuffer.allocateDirect(WARM_WIDTH * WARM_HEIGHT * 3 / 2);
        int[] argb = new int[WARM_WIDTH * WARM_HEIGHT];
        YuvConversion conversion = new YuvConversion(WARM_WIDTH, WARM_HEIGHT);
        for (int i = 0; i < WARM_PICTURES; i++) {
            conversion.toArgb(pixels, argb);
        }
    }

    /// {@return what to put into an image view}
    public Image image() {
        return image;
    }

    /// {@return capture stamp of the newest converted picture, session clock, nanoseconds; 0 before
    /// the first}
    public long captureNanos() {
        return captureNanos;
    }
}
