package org.telescribe.viewer3d.render;

import java.nio.ByteBuffer;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL15C;
import org.lwjgl.opengl.GL20C;
import org.lwjgl.opengl.GL30C;
import org.lwjgl.system.MemoryUtil;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.colour.TimeRamp;
import org.telescribe.viewer3d.scene.path.EndEffectorPath;

/// A path in the graphics memory, as a strip that turns to face the viewer. GL thread only.
final class GpuRibbon {
    private static final int STRIDE = 44;
    private static final int MOST_POINTS = 900;
    private static final float CLOSED_THICKNESS = 2;
    private static final double SHORTEST_STEP_METRES = 1e-4;

    private final int vertexArray = GL30C.glGenVertexArrays();
    private final int buffer = GL15C.glGenBuffers();
    private final int vertexCount;

    GpuRibbon(EndEffectorPath whole) {
        EndEffectorPath path = whole.decimated(MOST_POINTS);
        ByteBuffer vertices = MemoryUtil.memAlloc(Math.max(1, 2 * path.size()) * STRIDE);
        double way = 0;
        int before = 0;
        int written = 0;
        for (int i = 0; i < path.size(); i++) {
            double step = distance(path, before, i);
            boolean turns = i > 0 && path.gripperClosed(i) != path.gripperClosed(i - 1);
            if (i > 0 && step < SHORTEST_STEP_METRES && !turns && i < path.size() - 1) {
                continue;
            }
            way += step;
            before = i;
            point(path, whole, i, way, vertices);
            written += 2;
        }
        vertexCount = written;
        GL30C.glBindVertexArray(vertexArray);
        GL15C.glBindBuffer(GL15C.GL_ARRAY_BUFFER, buffer);
        GL15C.glBufferData(GL15C.GL_ARRAY_BUFFER, vertices.flip(), GL15C.GL_STATIC_DRAW);
        attribute(0, 3, GL11C.GL_FLOAT, false, 0);
        attribute(1, 3, GL11C.GL_FLOAT, false, 12);
        attribute(2, 4, GL11C.GL_UNSIGNED_BYTE, true, 24);
        attribute(3, 4, GL11C.GL_FLOAT, false, 28);
        GL30C.glBindVertexArray(0);
        MemoryUtil.memFree(vertices);
    }

    private static void attribute(int index, int size, int type, boolean normalised, int offset) {
        GL20C.glEnableVertexAttribArray(index);
        GL20C.glVertexAttribPointer(index, size, type, normalised, STRIDE, offset);
    }

    private static double distance(EndEffectorPath path, int i, int j) {
        double x = (double) path.xMetres(j) - path.xMetres(i);
        double y = (double) path.yMetres(j) - path.yMetres(i);
        double z = (double) path.zMetres(j) - path.zMetres(i);
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static void point(EndEffectorPath path, EndEffectorPath whole, int i, double way, ByteBuffer into) {
        int from = i;
        int to = i;
        while (from > 0 && distance(path, from, i) < SHORTEST_STEP_METRES) {
            from--;
        }
        while (to < path.size() - 1 && distance(path, i, to) < SHORTEST_STEP_METRES) {
            to++;
        }
        double length = Math.max(1e-9, distance(path, from, to));
        float dx = (float) ((path.xMetres(to) - path.xMetres(from)) / length);
        float dy = (float) ((path.yMetres(to) - path.yMetres(from)) / length);
        float dz = (float) ((path.zMetres(to) - path.zMetres(from)) / length);
        double share = whole.share(path.timeNanos(i));
        Colour colour = TimeRamp.at(share);
        for (int side = -1; side <= 1; side += 2) {
            into.putFloat(path.xMetres(i)).putFloat(path.yMetres(i)).putFloat(path.zMetres(i));
            into.putFloat(dx).putFloat(dy).putFloat(dz);
            into.put((byte) Math.round(255 * colour.red()));
            into.put((byte) Math.round(255 * colour.green()));
            into.put((byte) Math.round(255 * colour.blue()));
            into.put((byte) 255);
            into.putFloat(side).putFloat(path.gripperClosed(i) ? CLOSED_THICKNESS : 1);
            into.putFloat((float) way).putFloat((float) share);
        }
    }

    void draw() {
        GL30C.glBindVertexArray(vertexArray);
        GL11C.glDrawArrays(GL11C.GL_TRIANGLE_STRIP, 0, vertexCount);
    }

    void close() {
        GL30C.glDeleteVertexArrays(vertexArray);
        GL15C.glDeleteBuffers(buffer);
    }
}
