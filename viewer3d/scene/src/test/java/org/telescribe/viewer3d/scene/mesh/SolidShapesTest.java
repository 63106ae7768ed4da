package org.telescribe.viewer3d.scene.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SolidShapesTest {
    static Stream<Arguments> shapes() {
        double plate = 0.14 * 0.05 * (0.04 + 0.03) + Math.PI / 2 * (0.04 * 0.04 + 0.03 * 0.03) * 0.05;
        return Stream.of(
                Arguments.of("box", SolidShapes.box(0.1, 0.2, 0.3), 0.006, 1e-6),
                Arguments.of("rounded box", SolidShapes.roundedBox(0.1, 0.2, 0.3, 0.004, 3), 0.006, 0.01),
                Arguments.of("cylinder", SolidShapes.cylinder(0.1, 0.3, 200), Math.PI * 0.003, 0.01),
                Arguments.of("chamfered", SolidShapes.chamferedCylinder(0.1, 0.3, 0.001, 200), Math.PI * 0.003, 0.01),
                Arguments.of("sphere", SolidShapes.sphere(0.1, 120), 4 * Math.PI / 3 * 0.001, 0.01),
                Arguments.of(
                        "capsule", SolidShapes.capsule(0.1, 0.3, 120), Math.PI * 0.003 + 4 * Math.PI / 3 * 0.001, 0.01),
                Arguments.of("cone", SolidShapes.cone(0.1, 0.3, 200), Math.PI * 0.001, 0.01),
                Arguments.of("link plate", SolidShapes.linkPlate(0.04, 0.03, 0.14, 0.05, 0.001), plate, 0.03));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void shapeIsClosedFacesOutwardsAndHoldsWhatItShould(
            String name, TriangleMesh mesh, double cubicMetres, double share) {
        double volume = 0;
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            double[][] p = new double[3][3];
            double facing = 0;
            for (int corner = 0; corner < 3; corner++) {
                for (int axis = 0; axis < 3; axis++) {
                    p[corner][axis] = mesh.positionMetres(mesh.index(triangle, corner), axis);
                }
            }
            double[] n = cross(p);
            for (int corner = 0; corner < 3; corner++) {
                double length = 0;
                for (int axis = 0; axis < 3; axis++) {
                    double part = mesh.normal(mesh.index(triangle, corner), axis);
                    facing += part * n[axis];
                    length += part * part;
                }
                assertEquals(1, length, 1e-4, name + ": normals are of unit length");
            }
            assertTrue(facing >= -1e-12, name + ": triangle " + triangle + " faces inwards");
            volume += (p[0][0] * (p[1][1] * p[2][2] - p[1][2] * p[2][1])
                            + p[0][1] * (p[1][2] * p[2][0] - p[1][0] * p[2][2])
                            + p[0][2] * (p[1][0] * p[2][1] - p[1][1] * p[2][0]))
                    / 6;
        }
        assertEquals(cubicMetres, volume, cubicMetres * share, name);
    }

    private static double[] cross(double[][] p) {
        double[] u = new double[3];
        double[] v = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            u[axis] = p[1][axis] - p[0][axis];
            v[axis] = p[2][axis] - p[0][axis];
        }
        return new double[] {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    }

    @Test
    void flatFacesOfARoundedBoxLookFlat() {
        TriangleMesh mesh = SolidShapes.roundedBox(1, 1, 1, 0.1, 2);
        long flat = 0;
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            if (Math.abs(mesh.positionMetres(vertex, 2) - 0.5) < 1e-6) {
                assertEquals(1, mesh.normal(vertex, 2), 1e-6);
                flat++;
            }
        }
        assertEquals(4, flat);
    }
}
