package org.telescribe.viewer3d.render;

import java.nio.IntBuffer;

/// A picture of its own, for screenshots and tests. Immutable.
public final class Picture {
    private final int[] argb;
    private final int width;
    private final int height;

    private Picture(int[] argb, int width, int height) {
        this.argb = argb;
        this.width = width;
        this.height = height;
    }

    static Picture copyOf(IntBuffer pixels, int width, int height) {
        int[] argb = new int[width * height];
        pixels.duplicate().get(argb);
        return new Picture(argb, width, height);
    }

    /// {@return pixels}
    public int width() {
        return width;
    }

    /// {@return pixels}
    public int height() {
        return height;
    }

    /// {@return one pixel, `0xAARRGGBB`}
    ///
    /// @param x column, 0 at the left
    /// @param y row, 0 at the top
    public int argb(int x, int y) {
        return argb[y * width + x];
    }

    /// Copies all pixels, the top row first.
    ///
    /// @param into gets width times height numbers, `0xAARRGGBB`
    public void copyTo(int[] into) {
        System.arraycopy(argb, 0, into, 0, argb.length);
    }
}
