package org.telescribe.viewer3d.render;

import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL30C;

/// Where a picture is drawn, and where it lies once its samples are one. GL thread only.
final class RenderTarget {
    private static final int SAMPLES = 4;

    private final int width;
    private final int height;
    private final Smoothing smoothing;
    private final int drawn;
    private final int finished;
    private final int[] stores;

    RenderTarget(int width, int height, Smoothing smoothing) {
        this.width = width;
        this.height = height;
        this.smoothing = smoothing;
        int samples = smoothing == Smoothing.SAMPLED ? SAMPLES : 1;
        this.drawn = GL30C.glGenFramebuffers();
        int colour = store(GL11C.GL_RGBA8, samples);
        int depth = store(GL30C.GL_DEPTH24_STENCIL8, samples);
        GL30C.glBindFramebuffer(GL30C.GL_FRAMEBUFFER, drawn);
        attach(GL30C.GL_COLOR_ATTACHMENT0, colour);
        attach(GL30C.GL_DEPTH_STENCIL_ATTACHMENT, depth);
        if (smoothing == Smoothing.SAMPLED) {
            int result = store(GL11C.GL_RGBA8, 1);
            finished = GL30C.glGenFramebuffers();
            GL30C.glBindFramebuffer(GL30C.GL_FRAMEBUFFER, finished);
            attach(GL30C.GL_COLOR_ATTACHMENT0, result);
            stores = new int[] {colour, depth, result};
        } else {
            finished = drawn;
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

    /// {@return whether looks matter more than time}
    boolean isFine() {
        return smoothing == Smoothing.SAMPLED;
    }

    boolean is(int wantedWidth, int wantedHeight, Smoothing wantedSmoothing) {
        return width == wantedWidth && height == wantedHeight && smoothing == wantedSmoothing;
    }

    /// What is drawn next goes here.
    void bind() {
        GL30C.glBindFramebuffer(GL30C.GL_FRAMEBUFFER, drawn);
        GL11C.glViewport(0, 0, width, height);
    }

    /// Makes samples one and lets read-back read the result.
    void finish() {
        if (finished != drawn) {
            GL30C.glBindFramebuffer(GL30C.GL_READ_FRAMEBUFFER, drawn);
            GL30C.glBindFramebuffer(GL30C.GL_DRAW_FRAMEBUFFER, finished);
            GL30C.glBlitFramebuffer(
                    0, 0, width, height, 0, 0, width, height, GL11C.GL_COLOR_BUFFER_BIT, GL11C.GL_NEAREST);
        }
        GL30C.glBindFramebuffer(GL30C.GL_READ_FRAMEBUFFER, finished);
    }

    void close() {
        GL30C.glDeleteFramebuffers(drawn);
        if (finished != drawn) {
            GL30C.glDeleteFramebuffers(finished);
        }
        for (int store : stores) {
            GL30C.glDeleteRenderbuffers(store);
        }
    }
}
