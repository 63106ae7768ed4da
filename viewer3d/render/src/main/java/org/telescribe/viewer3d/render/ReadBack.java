package org.telescribe.viewer3d.render;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL15C;
import org.lwjgl.opengl.GL21C;
import org.lwjgl.opengl.GL30C;
import org.lwjgl.opengl.GL32C;

/// Pixels on their way out of the graphics memory: two buffers, so that one is read while the next
/// picture is drawn. GL thread only.
final class ReadBack {
    private static final int SLOTS = 2;

    private final int[] buffers = new int[SLOTS];
    private final long[] fences = new long[SLOTS];
    private final int width;
    private final int height;
    private final boolean[] needFilter = new boolean[SLOTS];
    private @Nullable EdgeFilter filter;
    private @Nullable IntBuffer filtered;
    private @Nullable IntBuffer refused;
    private int oldest;
    private int underWay;

    ReadBack(int width, int height) {
        this.width = width;
        this.height = height;
        for (int slot = 0; slot < SLOTS; slot++) {
            buffers[slot] = GL15C.glGenBuffers();
            GL15C.glBindBuffer(GL21C.GL_PIXEL_PACK_BUFFER, buffers[slot]);
            GL15C.glBufferData(GL21C.GL_PIXEL_PACK_BUFFER, (long) width * height * 4, GL15C.GL_STREAM_READ);
        }
        GL15C.glBindBuffer(GL21C.GL_PIXEL_PACK_BUFFER, 0);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isFull() {
        return underWay == SLOTS;
    }

    boolean isEmpty() {
        return underWay == 0;
    }

    /// Starts reading the framebuffer that is bound for reading.
    void start(Smoothing smoothing) {
        int slot = (oldest + underWay) % SLOTS;
        GL15C.glBindBuffer(GL21C.GL_PIXEL_PACK_BUFFER, buffers[slot]);
        GL11C.glReadPixels(0, 0, width, height, GL11C.GL_RGBA, GL11C.GL_UNSIGNED_BYTE, 0L);
        GL15C.glBindBuffer(GL21C.GL_PIXEL_PACK_BUFFER, 0);
        fences[slot] = GL32C.glFenceSync(GL32C.GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
        GL11C.glFlush();
        needFilter[slot] = smoothing == Smoothing.FILTERED;
        underWay++;
    }

    /// {@return whether the oldest picture has arrived}
    boolean hasArrived() {
        if (underWay == 0) {
            return false;
        }
        int state = GL32C.glClientWaitSync(fences[oldest], 0, 0L);
        return state == GL32C.GL_ALREADY_SIGNALED || state == GL32C.GL_CONDITION_SATISFIED;
    }

    /// Hands the oldest picture to somebody; it stays the oldest if it is not taken, and is offered
    /// again as it is: it is not filtered anew.
    boolean deliver(PictureSink sink) {
        IntBuffer again = refused;
        boolean taken = again == null ? deliverMapped(sink) : sink.accept(again.clear(), width, height);
        if (taken) {
            drop();
        }
        return taken;
    }

    private boolean deliverMapped(PictureSink sink) {
        GL15C.glBindBuffer(GL21C.GL_PIXEL_PACK_BUFFER, buffers[oldest]);
        @Nullable
        ByteBuffer mapped =
                GL30C.glMapBufferRange(GL21C.GL_PIXEL_PACK_BUFFER, 0, (long) width * height * 4, GL30C.GL_MAP_READ_BIT);
        boolean taken = mapped == null || sink.accept(finished(mapped.asIntBuffer()), width, height);
        GL15C.glUnmapBuffer(GL21C.GL_PIXEL_PACK_BUFFER);
        GL15C.glBindBuffer(GL21C.GL_PIXEL_PACK_BUFFER, 0);
        return taken;
    }

    private IntBuffer finished(IntBuffer drawn) {
        if (!needFilter[oldest]) {
            return drawn;
        }
        EdgeFilter ready = filter;
        IntBuffer into = filtered;
        if (ready == null || into == null) {
            ready = new EdgeFilter(width, height);
            into = RenderService.pixels(width, height);
            filter = ready;
            filtered = into;
        }
        ready.apply(drawn, into);
        refused = into;
        return into.clear();
    }

    /// Forgets the oldest picture.
    void drop() {
        GL32C.glDeleteSync(fences[oldest]);
        refused = null;
        oldest = (oldest + 1) % SLOTS;
        underWay--;
    }

    void close() {
        while (underWay > 0) {
            drop();
        }
        for (int buffer : buffers) {
            GL15C.glDeleteBuffers(buffer);
        }
    }
}
