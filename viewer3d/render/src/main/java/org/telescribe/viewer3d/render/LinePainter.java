package org.telescribe.viewer3d.render;

import java.nio.ByteBuffer;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL15C;
import org.lwjgl.opengl.GL20C;
import org.lwjgl.opengl.GL30C;
import org.lwjgl.system.MemoryUtil;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.camera.CameraModel;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.frame.Frustum;
import org.telescribe.viewer3d.scene.frame.Triad;

/// Lines of a width in pixels with soft edges. GL thread only; its buffer is kept.
final class LinePainter {
    private static final int STRIDE = 36;
    private static final int MOST_LINES = 1_024;
    private static final float[][] CORNERS = {{0, -1}, {1, -1}, {1, 1}, {0, -1}, {1, 1}, {0, 1}};
    private static final Colour X_AXIS = Colour.ofHex(0xE0564F);
    private static final Colour Y_AXIS = Colour.ofHex(0x62B36B);
    private static final Colour Z_AXIS = Colour.ofHex(0x4D8FE0);

    private final int vertexArray = GL30C.glGenVertexArrays();
    private final int buffer = GL15C.glGenBuffers();
    private final ByteBuffer vertices = MemoryUtil.memAlloc(MOST_LINES * CORNERS.length * STRIDE);

    LinePainter() {
        GL30C.glBindVertexArray(vertexArray);
        GL15C.glBindBuffer(GL15C.GL_ARRAY_BUFFER, buffer);
        attribute(0, 3, GL11C.GL_FLOAT, false, 0);
        attribute(1, 3, GL11C.GL_FLOAT, false, 12);
        attribute(2, 4, GL11C.GL_UNSIGNED_BYTE, true, 24);
        attribute(3, 2, GL11C.GL_FLOAT, false, 28);
        GL30C.glBindVertexArray(0);
    }

    private static void attribute(int index, int size, int type, boolean normalised, int offset) {
        GL20C.glEnableVertexAttribArray(index);
        GL20C.glVertexAttribPointer(index, size, type, normalised, STRIDE, offset);
    }

    /// Forgets all lines.
    void clear() {
        vertices.clear();
    }

    void line(Pose from, Pose to, Colour colour) {
        line(
                (float) from.xMetres(),
                (float) from.yMetres(),
                (float) from.zMetres(),
                (float) to.xMetres(),
                (float) to.yMetres(),
                (float) to.zMetres(),
                colour);
    }

    void line(float x, float y, float z, float toX, float toY, float toZ, Colour colour) {
        if (vertices.remaining() < CORNERS.length * STRIDE) {
            return;
        }
        for (float[] corner : CORNERS) {
            vertices.putFloat(x)
                    .putFloat(y)
                    .putFloat(z)
                    .putFloat(toX)
                    .putFloat(toY)
                    .putFloat(toZ);
            vertices.put((byte) Math.round(255 * colour.red()));
            vertices.put((byte) Math.round(255 * colour.green()));
            vertices.put((byte) Math.round(255 * colour.blue()));
            vertices.put((byte) Math.round(255 * colour.alpha()));
            vertices.putFloat(corner[0]).putFloat(corner[1]);
        }
    }

    void triad(Triad triad) {
        Pose at = triad.sceneFromTriad();
        double length = triad.lengthMetres();
        line(at, at.times(Pose.translation(length, 0, 0)), X_AXIS);
        line(at, at.times(Pose.translation(0, length, 0)), Y_AXIS);
        line(at, at.times(Pose.translation(0, 0, length)), Z_AXIS);
    }

    void frustum(Frustum frustum) {
        CameraModel camera = frustum.camera();
        Pose at = frustum.sceneFromCamera();
        double depth = frustum.depthMetres();
        double left = (-0.5 - camera.cx()) / camera.fx() * depth;
        double right = (camera.width() - 0.5 - camera.cx()) / camera.fx() * depth;
        double top = (-0.5 - camera.cy()) / camera.fy() * depth;
        double bottom = (camera.height() - 0.5 - camera.cy()) / camera.fy() * depth;
        Pose[] corners = {
            at.times(Pose.translation(left, top, depth)),
            at.times(Pose.translation(right, top, depth)),
            at.times(Pose.translation(right, bottom, depth)),
            at.times(Pose.translation(left, bottom, depth))
        };
        for (int i = 0; i < 4; i++) {
            line(at, corners[i], frustum.colour());
            line(corners[i], corners[(i + 1) % 4], frustum.colour());
        }
        // the side that is up in the picture
        Pose tip = at.times(Pose.translation((left + right) / 2, top + 0.28 * (top - bottom), depth));
        line(corners[0], tip, frustum.colour());
        line(corners[1], tip, frustum.colour());
    }

    void grid(double middleX, double middleY, double radiusMetres, double stepMetres, Colour minor, Colour major) {
        int lines = (int) Math.ceil(radiusMetres / stepMetres);
        long atX = Math.round(middleX / stepMetres);
        long atY = Math.round(middleY / stepMetres);
        for (int i = -lines; i <= lines; i++) {
            float x = (float) ((atX + i) * stepMetres);
            float y = (float) ((atY + i) * stepMetres);
            float half = (float) Math.sqrt(Math.max(0, radiusMetres * radiusMetres - i * i * stepMetres * stepMetres));
            Colour ofX = (atX + i) % 5 == 0 ? major : minor;
            Colour ofY = (atY + i) % 5 == 0 ? major : minor;
            pieces(x, (float) middleY - half, x, (float) middleY + half, ofX);
            pieces((float) middleX - half, y, (float) middleX + half, y, ofY);
        }
    }

    /// In pieces, so that a line that begins behind the camera is still straight in front of it.
    private void pieces(float x, float y, float toX, float toY, Colour colour) {
        int pieces = 6;
        for (int i = 0; i < pieces; i++) {
            float a = (float) i / pieces;
            float b = (float) (i + 1) / pieces;
            line(x + (toX - x) * a, y + (toY - y) * a, 0, x + (toX - x) * b, y + (toY - y) * b, 0, colour);
        }
    }

    /// Draws all lines; the program for lines is in use.
    void draw() {
        vertices.flip();
        int count = vertices.remaining() / STRIDE;
        if (count > 0) {
            GL30C.glBindVertexArray(vertexArray);
            GL15C.glBindBuffer(GL15C.GL_ARRAY_BUFFER, buffer);
            GL15C.glBufferData(GL15C.GL_ARRAY_BUFFER, vertices, GL15C.GL_STREAM_DRAW);
            GL11C.glDrawArrays(GL11C.GL_TRIANGLES, 0, count);
        }
        vertices.clear();
    }

    void close() {
        GL30C.glDeleteVertexArrays(vertexArray);
        GL15C.glDeleteBuffers(buffer);
        MemoryUtil.memFree(vertices);
    }
}
