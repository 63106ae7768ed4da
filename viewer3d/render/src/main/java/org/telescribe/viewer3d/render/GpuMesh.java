package org.telescribe.viewer3d.render;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL15C;
import org.lwjgl.opengl.GL20C;
import org.lwjgl.opengl.GL30C;
import org.lwjgl.system.MemoryUtil;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.mesh.TriangleMesh;

/// Triangles in the graphics memory: place, normal, colour and the number of the link they hang on.
/// Written once, part by part. GL thread only.
final class GpuMesh {
    private static final int STRIDE = 24;
    private static final int NORMAL_AT = 12;
    private static final int COLOUR_AT = 16;
    private static final int LINK_AT = 20;

    private final int vertexArray;
    private final int vertexBuffer;
    private final int indexBuffer;
    private int indexCount;

    private GpuMesh() {
        vertexArray = GL30C.glGenVertexArrays();
        vertexBuffer = GL15C.glGenBuffers();
        indexBuffer = GL15C.glGenBuffers();
    }

    /// Collects parts, then uploads them.
    static final class Builder {
        private final ByteBuffer vertices;
        private final IntBuffer indices;
        private int vertexCount;

        Builder(int vertices, int triangles) {
            this.vertices = MemoryUtil.memAlloc(Math.max(1, vertices) * STRIDE);
            this.indices = MemoryUtil.memAllocInt(Math.max(1, triangles) * 3);
        }

        Builder add(TriangleMesh mesh, Pose linkFromMesh, Colour colour, int link) {
            TriangleMesh placed = mesh.moved(linkFromMesh);
            for (int vertex = 0; vertex < placed.vertexCount(); vertex++) {
                for (int axis = 0; axis < 3; axis++) {
                    vertices.putFloat(placed.positionMetres(vertex, axis));
                }
                for (int axis = 0; axis < 3; axis++) {
                    vertices.put((byte) Math.round(127 * placed.normal(vertex, axis)));
                }
                vertices.put((byte) 0);
                vertices.put((byte) Math.round(255 * colour.red()));
                vertices.put((byte) Math.round(255 * colour.green()));
                vertices.put((byte) Math.round(255 * colour.blue()));
                vertices.put((byte) 255);
                vertices.put((byte) link).put((byte) 0).put((byte) 0).put((byte) 0);
            }
            for (int triangle = 0; triangle < placed.triangleCount(); triangle++) {
                for (int corner = 0; corner < 3; corner++) {
                    indices.put(vertexCount + placed.index(triangle, corner));
                }
            }
            vertexCount += placed.vertexCount();
            return this;
        }

        GpuMesh upload() {
            GpuMesh mesh = new GpuMesh();
            mesh.fill(vertices.flip(), indices.flip());
            MemoryUtil.memFree(vertices);
            MemoryUtil.memFree(indices);
            return mesh;
        }
    }

    private void fill(ByteBuffer vertices, IntBuffer indices) {
        indexCount = indices.remaining();
        GL30C.glBindVertexArray(vertexArray);
        GL15C.glBindBuffer(GL15C.GL_ARRAY_BUFFER, vertexBuffer);
        GL15C.glBufferData(GL15C.GL_ARRAY_BUFFER, vertices, GL15C.GL_STATIC_DRAW);
        GL15C.glBindBuffer(GL15C.GL_ELEMENT_ARRAY_BUFFER, indexBuffer);
        GL15C.glBufferData(GL15C.GL_ELEMENT_ARRAY_BUFFER, indices, GL15C.GL_STATIC_DRAW);
        attribute(0, 3, GL11C.GL_FLOAT, false, 0);
        attribute(1, 3, GL11C.GL_BYTE, true, NORMAL_AT);
        attribute(2, 4, GL11C.GL_UNSIGNED_BYTE, true, COLOUR_AT);
        attribute(3, 1, GL11C.GL_UNSIGNED_BYTE, false, LINK_AT);
        GL30C.glBindVertexArray(0);
    }

    private static void attribute(int index, int size, int type, boolean normalised, int offset) {
        GL20C.glEnableVertexAttribArray(index);
        GL20C.glVertexAttribPointer(index, size, type, normalised, STRIDE, offset);
    }

    void draw() {
        GL30C.glBindVertexArray(vertexArray);
        GL11C.glDrawElements(GL11C.GL_TRIANGLES, indexCount, GL11C.GL_UNSIGNED_INT, 0);
    }

    void close() {
        GL30C.glDeleteVertexArrays(vertexArray);
        GL15C.glDeleteBuffers(vertexBuffer);
        GL15C.glDeleteBuffers(indexBuffer);
    }
}
