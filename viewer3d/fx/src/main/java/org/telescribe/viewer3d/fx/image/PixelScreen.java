package org.telescribe.viewer3d.fx.image;

import java.nio.IntBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// A picture of changing size on the screen, given as finished pixels. The drawing thread fills a back
/// buffer and marks it ready; the JavaFX thread copies it on a pulse. Neither waits for the other.
public final class PixelScreen {
    private final AtomicBoolean ready = new AtomicBoolean();
    private int[] back = {};
    private int backWidth;
    private int backHeight;
    private @Nullable PixelBuffer<IntBuffer> front;
    private @Nullable Image image;

    /// A screen without a picture.
    public PixelScreen() {}

    /// Takes a picture, unless the one before is not shown yet. Drawing thread only.
    ///
    /// @param argbPremultiplied pixels from the top left, row by row; not kept
    /// @param width pixels
    /// @param height pixels
    /// @return whether it was taken
    public boolean accept(IntBuffer argbPremultiplied, int width, int height) {
        if (ready.get()) {
            return false;
        }
        int size = width * height;
        if (back.length != size) {
            back = new int[size];
        }
        argbPremultiplied.get(argbPremultiplied.position(), back, 0, size);
        backWidth = width;
        backHeight = height;
        ready.set(true);
        return true;
    }

    /// Shows the newest picture, if there is one. JavaFX thread only.
    ///
    /// @return whether the picture changed
    public boolean show() {
        if (!ready.get()) {
            return false;
        }
        PixelBuffer<IntBuffer> buffer = front;
        if (buffer == null || buffer.getWidth() != backWidth || buffer.getHeight() != backHeight) {
            buffer = new PixelBuffer<>(
                    backWidth,
                    backHeight,
                    IntBuffer.allocate(backWidth * backHeight),
                    PixelFormat.getIntArgbPreInstance());
            front = buffer;
            image = new WritableImage(buffer);
        }
        buffer.updateBuffer(pixels -> {
            pixels.getBuffer().put(0, back);
            return new Rectangle2D(0, 0, pixels.getWidth(), pixels.getHeight());
        });
        ready.set(false);
        return true;
    }

    /// {@return what to put into an image view; null before the first picture; another one after the
    /// size changed}
    public @Nullable Image image() {
        return image;
    }
}
