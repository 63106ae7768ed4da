package org.telescribe.viewer3d.scene.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.devices.core.robot.RobotDescriptionException;

class MeshFileTest {
    private static final float[][] TETRAHEDRON = {
        {0, 0, 0, 0, 1, 0, 1, 0, 0},
        {0, 0, 0, 1, 0, 0, 0, 0, 1},
        {0, 0, 0, 0, 0, 1, 0, 1, 0},
        {1, 0, 0, 0, 1, 0, 0, 0, 1},
        {2, 2, 2, 2, 2, 2, 2, 2, 2} // no area
    };

    @TempDir
    Path folder = Path.of("");

    private Path binary(int triangles, int said) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(84 + 50 * triangles).order(ByteOrder.LITTLE_ENDIAN);
        out.position(80);
        out.putInt(said);
        for (int i = 0; i < triangles; i++) {
            out.position(84 + 50 * i + 12);
            for (float part : TETRAHEDRON[i]) {
                out.putFloat(part);
            }
        }
        return Files.write(folder.resolve("t.stl"), out.array());
    }

    @Test
    void binaryStlIsReadWithoutTrianglesThatHaveNoArea() throws IOException, RobotDescriptionException {
        TriangleMesh mesh = MeshFile.read(binary(5, 5));
        assertEquals(4, mesh.triangleCount());
        assertEquals(12, mesh.vertexCount(), "sharp edges: no corner is shared");
        assertEquals(1, mesh.bounds().maxX(), 0);
    }

    @Test
    void scaleThatMirrorsKeepsTheOutsideOutside() throws IOException, RobotDescriptionException {
        TriangleMesh mesh = MeshFile.read(binary(4, 4), -1, 1, 1, 1_000);
        assertEquals(-1, mesh.bounds().minX(), 0);
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            double outwards = 0;
            for (int axis = 0; axis < 3; axis++) {
                double inside = axis == 0 ? -0.2 : 0.2;
                int corner = mesh.index(triangle, 0);
                outwards += mesh.normal(corner, axis) * (mesh.positionMetres(corner, axis) - inside);
            }
            assertTrue(outwards > 0, "triangle " + triangle);
        }
    }

    @Test
    void textStlIsReadEvenThoughBinaryOnesMayBeginWithSolid() throws IOException, RobotDescriptionException {
        Path file = folder.resolve("t.STL");
        Files.writeString(file, """
                solid one
                 facet normal 0 0 0
                  outer loop
                   vertex 0 0 0
                   vertex 1 0 0
                   vertex 0 1e0 0
                  endloop
                 endfacet
                endsolid one
                """);
        assertEquals(1, MeshFile.read(file).triangleCount());
        assertEquals(1, MeshFile.read(file).normal(0, 2), 1e-6);
    }

    @Test
    void objFacesOfAnySizeAndFromTheEndAreRead() throws IOException, RobotDescriptionException {
        Path file = folder.resolve("t.obj");
        Files.writeString(file, "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nf 1/1/1 2//2 3 4\nf -1 -2 -3\n");
        TriangleMesh mesh = MeshFile.read(file);
        assertEquals(3, mesh.triangleCount());
    }

    @Test
    void shortFileSaysWhereItEndsAndWhatToDo() throws IOException {
        Path file = binary(3, 7);
        String message = refusal(file);
        assertTrue(message.contains("byte 234"), message);
        assertTrue(message.contains("says 7 triangles and ends after 3"), message);
        assertTrue(message.contains("Copy the file again"), message);
    }

    @Test
    void numberThatIsNoneSaysTheLine() throws IOException {
        Path file = folder.resolve("t.obj");
        Files.writeString(file, "v 0 0 0\nv 1 x 0\n");
        assertTrue(refusal(file).contains("line 2: \"x\" is not a number"), refusal(file));
    }

    @Test
    void missingFileSaysItsPath() {
        assertTrue(refusal(folder.resolve("gone.stl")).contains("gone.stl cannot be read"));
    }

    @Test
    void otherKindsAreRefusedWithAdvice() {
        assertTrue(refusal(folder.resolve("a.dae")).contains("Convert it to STL or OBJ"));
    }

    private static String refusal(Path file) {
        return String.valueOf(assertThrows(RobotDescriptionException.class, () -> MeshFile.read(file))
                .getMessage());
    }
}
