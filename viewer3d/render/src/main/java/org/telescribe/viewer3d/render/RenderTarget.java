package org.telescribe.viewer3d.render;

import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL30C;

/// Where a picture is drawn, with several samples per pixel, and where it lies once they are one. GL
/// thread only.
final class RenderTarget {
    private final int width;
    private final int height;
    private final int samples;
    private final int drawn;
    private final int resolved;
    private final int[] stores;

    RenderTarget(int width, int height, int samples) {
        this.width = width;
        this.height = height;
        this.samples = samples;
        this.drawn = GL30C.glGenFramebuffers();
        int colour = store(GL11C.GL_RGBA8, samples);
        int depth = store(GL30C.GL_DEPTH24_STENCIL8, samples);
        GL30C.glBindFramebuffer(GL30C.GL_FRAMEBUFFER, drawn);
        attach(GL30C.GL_COLOR_ATTACHMENT0, colour);
        attach(GL30C.GL_DEPTH_STENCIL_ATTACHMENT, depth);
        if (samples > 1) {
            int one = store(GL11C.GL_RGBA8, 1);
            resolved = GL30C.glGenFramebuffers();
            GL30C.glBindFramebuffer(GL30C.GL_FRAMEBUFFER, resolved);
            attach(GL30C.GL_COLOR_ATTACHMENT0, one);
            stores = new int[] {colour, depth, one};
        } else {
            resolved = drawn;
            stores = new int[] {colour, depth};
        }
    }

    private int store(int format, int count) {
        int store = GL30C.glGenRenderbuffers();
        GL30C.glBindRenderbuffer(GL30C.GL_RENDERBUFFER, store);
        if (count > 1) {
            GL30C.glRenderbufferStorageMultisample(GL30C.GL_RENDERBUFFER, count, format, width, height);
        } else {
            GL30C.glRenderbufferStorage(GL30C.GL_RENDERBUFFER, format, width, height);
        }
        return store;
    }

    private static void attach(int point, int store) {
        GL30C.glFramebufferRenderbuffer(GL30C.GL_FRAMEBUFFER, point, GL30C.GL_RENDERBUFFER, store);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean is(int wantedWidth, int wantedHeight, int wantedSamples) {
        return width == wantedWidth && height == wantedHeight && samples == wantedSamples;
    }

    /// What is drawn next goes here.
    void bind() {
        GL30C.glBindFramebuffer(GL30C.GL_FRAMEBUFFER, drawn);
        GL11C.glViewport(0, 0, width, height);
    }

    /// Makes the samples one and lets read-back read them.
    void bindForReading() {
        if (resolved != drawn) {
            GL30C.glBindFramebuffer(GL30C.GL_READ_FRAMEBUFFER, drawn);
            GL30C.glBindFramebuffer(GL30C.GL_DRAW_FRAMEBUFFER, resolved);
            GL30C.glBlitFramebuffer(
                    0, 0, width, height, 0, 0, width, height, GL11C.GL_COLOR_BUFFER_BIT, GL11C.GL_NEAREST);
        }
        GL30C.glBindFramebuffer(GL30C.GL_READ_FRAMEBUFFER, resolved);
    }

    void close() {
        GL30C.glDeleteFramebuffers(drawn);
        if (resolved != drawn) {
            GL30C.glDeleteFramebuffers(resolved);
        }
        for (int store : stores) {
            GL30C.glDeleteRenderbuffers(store);
        }
    }
}
