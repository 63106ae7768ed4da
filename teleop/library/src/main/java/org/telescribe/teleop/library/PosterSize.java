package org.telescribe.teleop.library;

/// How large a poster may be; pictures keep their shape.
public enum PosterSize {
    /// In a row of the list.
    ROW(112, 64),
    /// Beside the list.
    INSPECTOR(300, 225);

    private final int width;
    private final int height;

    PosterSize(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /// {@return most pixels across}
    public int width() {
        return width;
    }

    /// {@return most pixels down}
    public int height() {
        return height;
    }
}
