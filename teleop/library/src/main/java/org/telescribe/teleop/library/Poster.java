package org.telescribe.teleop.library;

/// A small picture that stands for an episode, or why there is none. Not changed once made.
public final class Poster {
    private final int width;
    private final int height;
    private final int[] argb;
    private final String trouble;

    private Poster(int width, int height, int[] argb, String trouble) {
        this.width = width;
        this.height = height;
        this.argb = argb;
        this.trouble = trouble;
    }

    static Poster of(int width, int height, int[] argb) {
        return new Poster(width, height, argb, "");
    }

    static Poster none(String trouble) {
        return new Poster(0, 0, new int[0], trouble);
    }

    /// {@return pixels across; 0 when there is no picture}
    public int width() {
        return width;
    }

    /// {@return pixels down; 0 when there is no picture}
    public int height() {
        return height;
    }

    /// {@return the pixels, line after line, 8 bits each of alpha (always 255), red, green and blue; a
    /// copy}
    public int[] argb() {
        return argb.clone();
    }

    /// {@return why there is no picture, a sentence; empty when there is one}
    public String trouble() {
        return trouble;
    }
}
