package org.telescribe.viewer3d.scene.mesh;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.telescribe.devices.core.robot.Pose;

/// Triangles with shared corners and a normal at each. Immutable; its arrays are never handed out.
/// Equality is identity, so that a renderer uploads each mesh once.
public final class TriangleMesh {
    private final float[] positionsMetres;
    private final float[] normals;
    private final int[] indices;
    private final Bounds bounds;

    private TriangleMesh(float[] positionsMetres, float[] normals, int[] indices) {
        this.positionsMetres = positionsMetres;
        this.normals = normals;
        this.indices = indices;
        Bounds found = Bounds.NONE;
        for (int i = 0; i < positionsMetres.length; i += 3) {
            found = found.with(positionsMetres[i], positionsMetres[i + 1], positionsMetres[i + 2]);
        }
        this.bounds = found;
    }

    /// Copies and checks.
    ///
    /// @param positionsMetres x, y, z of each corner, metres
    /// @param normals x, y, z of each corner's normal, unit length, outwards
    /// @param indices three corners of each triangle, counter-clockwise seen from outside
    /// @return the mesh
    public static TriangleMesh of(float[] positionsMetres, float[] normals, int[] indices) {
        if (positionsMetres.length % 3 != 0 || normals.length != positionsMetres.length || indices.length % 3 != 0) {
            throw new IllegalArgumentException("%d positions, %d normals and %d indices do not make triangles"
                    .formatted(positionsMetres.length, normals.length, indices.length));
        }
        int corners = positionsMetres.length / 3;
        for (int index : indices) {
            if (index < 0 || index >= corners) {
                throw new IllegalArgumentException("corner %d of %d does not exist".formatted(index, corners));
            }
        }
        return new TriangleMesh(positionsMetres.clone(), normals.clone(), indices.clone());
    }

    /// {@return number of corners}
    public int vertexCount() {
        return positionsMetres.length / 3;
    }

    /// {@return number of triangles}
    public int triangleCount() {
        return indices.length / 3;
    }

    /// {@return the box that holds it}
    public Bounds bounds() {
        return bounds;
    }

    /// {@return one part of a corner's place, metres}
    ///
    /// @param vertex the corner
    /// @param axis 0 for x, 1 for y, 2 for z
    public float positionMetres(int vertex, int axis) {
        return positionsMetres[3 * vertex + axis];
    }

    /// {@return one part of a corner's normal}
    ///
    /// @param vertex the corner
    /// @param axis 0 for x, 1 for y, 2 for z
    public float normal(int vertex, int axis) {
        return normals[3 * vertex + axis];
    }

    /// {@return a triangle's corner}
    ///
    /// @param triangle the triangle
    /// @param corner 0, 1 or 2
    public int index(int triangle, int corner) {
        return indices[3 * triangle + corner];
    }

    /// Copies all places.
    ///
    /// @param into gets x, y, z of each corner, metres
    public void putPositions(FloatBuffer into) {
        into.put(positionsMetres);
    }

    /// Copies all normals.
    ///
    /// @param into gets x, y, z of each corner's normal
    public void putNormals(FloatBuffer into) {
        into.put(normals);
    }

    /// Copies all indices.
    ///
    /// @param into gets three corners of each triangle
    public void putIndices(IntBuffer into) {
        into.put(indices);
    }

    /// {@return the mesh moved and turned}
    ///
    /// @param parentFromMesh where it goes
    public TriangleMesh moved(Pose parentFromMesh) {
        Pose p = parentFromMesh;
        float[] places = new float[positionsMetres.length];
        float[] turned = new float[normals.length];
        for (int i = 0; i < places.length; i += 3) {
            double x = positionsMetres[i];
            double y = positionsMetres[i + 1];
            double z = positionsMetres[i + 2];
            places[i] = (float) (p.r00() * x + p.r01() * y + p.r02() * z + p.xMetres());
            places[i + 1] = (float) (p.r10() * x + p.r11() * y + p.r12() * z + p.yMetres());
            places[i + 2] = (float) (p.r20() * x + p.r21() * y + p.r22() * z + p.zMetres());
            double nx = normals[i];
            double ny = normals[i + 1];
            double nz = normals[i + 2];
            turned[i] = (float) (p.r00() * nx + p.r01() * ny + p.r02() * nz);
            turned[i + 1] = (float) (p.r10() * nx + p.r11() * ny + p.r12() * nz);
            turned[i + 2] = (float) (p.r20() * nx + p.r21() * ny + p.r22() * nz);
        }
        return new TriangleMesh(places, turned, indices);
    }

    /// {@return about the same shape of fewer triangles; this mesh if it has few enough}
    ///
    /// @param maxTriangles corners that lie close together are made one until there are no more than this
    public TriangleMesh reducedTo(int maxTriangles) {
        if (triangleCount() <= maxTriangles) {
            return this;
        }
        float[] corners = new float[3 * indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(positionsMetres, 3 * indices[i], corners, 3 * i, 3);
        }
        WeldedTriangles welded = WeldedTriangles.of(corners, corners.length).reducedTo(maxTriangles);
        return NormalSmoothing.smooth(welded, Math.PI / 4);
    }

    /// {@return one mesh of both}
    ///
    /// @param other what is added
    public TriangleMesh joined(TriangleMesh other) {
        float[] places = join(positionsMetres, other.positionsMetres);
        float[] directions = join(normals, other.normals);
        int[] corners = new int[indices.length + other.indices.length];
        System.arraycopy(indices, 0, corners, 0, indices.length);
        for (int i = 0; i < other.indices.length; i++) {
            corners[indices.length + i] = other.indices[i] + vertexCount();
        }
        return new TriangleMesh(places, directions, corners);
    }

    private static float[] join(float[] first, float[] second) {
        float[] both = new float[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
