package org.telescribe.viewer3d.scene.mesh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.telescribe.devices.core.robot.RobotDescriptionException;

/// Reads mesh files: STL (binary and text) and OBJ.
public final class MeshFile {
    private static final double CREASE_RAD = Math.toRadians(32);

    private MeshFile() {}

    /// Reads a mesh in full.
    ///
    /// @param file an STL or OBJ file
    /// @return the mesh; triangles without an area are left out
    /// @throws RobotDescriptionException when it cannot be read; the message says file, place, reason
    ///     and next step
    public static TriangleMesh read(Path file) throws RobotDescriptionException {
        return read(file, 1, 1, 1, Integer.MAX_VALUE);
    }

    /// Reads a mesh, scales it and makes it light enough to draw.
    ///
    /// @param file an STL or OBJ file
    /// @param scaleX factor along X; a negative product of the three mirrors the mesh
    /// @param scaleY factor along Y
    /// @param scaleZ factor along Z
    /// @param maxTriangles corners that lie close together are made one until there are no more
    ///     triangles than this
    /// @return the mesh; triangles without an area are left out
    /// @throws RobotDescriptionException when it cannot be read; the message says file, place, reason
    ///     and next step
    public static TriangleMesh read(Path file, double scaleX, double scaleY, double scaleZ, int maxTriangles)
            throws RobotDescriptionException {
        TriangleSoup soup = soup(file);
        soup.scale(scaleX, scaleY, scaleZ);
        return soup.toMesh(CREASE_RAD, maxTriangles);
    }

    private static TriangleSoup soup(Path file) throws RobotDescriptionException {
        Path name = file.getFileName();
        String lower = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".stl") && !lower.endsWith(".obj")) {
            throw new RobotDescriptionException(
                    "%s: this kind of mesh cannot be read. Convert it to STL or OBJ.".formatted(file));
        }
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new RobotDescriptionException(
                    "%s cannot be read: %s. Check the path and its permissions.".formatted(file, failure.getMessage()),
                    failure);
        }
        return lower.endsWith(".stl")
                ? StlReader.read(content, file.toString())
                : ObjReader.read(content, file.toString());
    }
}
