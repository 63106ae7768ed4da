package org.telescribe.viewer3d.scene.robot;

import org.telescribe.viewer3d.scene.mesh.SolidShapes;
import org.telescribe.viewer3d.scene.mesh.TriangleMesh;

/// What something looks like, in its own frame.
public sealed interface VisualShape {
    /// {@return its triangles; made anew at each call for all but [Mesh]}
    TriangleMesh mesh();

    /// Any shape.
    ///
    /// @param mesh its triangles
    record Mesh(TriangleMesh mesh) implements VisualShape {}

    /// A box, centred.
    ///
    /// @param xMetres length along X
    /// @param yMetres length along Y
    /// @param zMetres length along Z
    record Box(double xMetres, double yMetres, double zMetres) implements VisualShape {
        @Override
        public TriangleMesh mesh() {
            return SolidShapes.box(xMetres, yMetres, zMetres);
        }
    }

    /// A cylinder along Z, centred.
    ///
    /// @param radiusMetres radius
    /// @param lengthMetres length
    record Cylinder(double radiusMetres, double lengthMetres) implements VisualShape {
        @Override
        public TriangleMesh mesh() {
            return SolidShapes.cylinder(radiusMetres, lengthMetres, 40);
        }
    }

    /// A sphere.
    ///
    /// @param radiusMetres radius
    record Sphere(double radiusMetres) implements VisualShape {
        @Override
        public TriangleMesh mesh() {
            return SolidShapes.sphere(radiusMetres, 32);
        }
    }

    /// A cylinder with round ends along Z, centred.
    ///
    /// @param radiusMetres radius
    /// @param lengthMetres length without the round ends
    record Capsule(double radiusMetres, double lengthMetres) implements VisualShape {
        @Override
        public TriangleMesh mesh() {
            return SolidShapes.capsule(radiusMetres, lengthMetres, 28);
        }
    }
}
