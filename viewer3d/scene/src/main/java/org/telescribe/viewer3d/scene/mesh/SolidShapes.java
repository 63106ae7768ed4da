package org.telescribe.viewer3d.scene.mesh;

import java.util.ArrayList;
import java.util.List;

/// Meshes made in code. All are centred on their origin; round ones stand along Z. Metres.
public final class SolidShapes {
    private static final double CREASE_RAD = Math.toRadians(40);

    private SolidShapes() {}

    /// {@return a box with flat faces}
    ///
    /// @param xMetres length along X
    /// @param yMetres length along Y
    /// @param zMetres length along Z
    public static TriangleMesh box(double xMetres, double yMetres, double zMetres) {
        return RoundedBox.of(xMetres, yMetres, zMetres, 0, 0);
    }

    /// {@return a box with rounded edges and corners}
    ///
    /// @param xMetres length along X
    /// @param yMetres length along Y
    /// @param zMetres length along Z
    /// @param radiusMetres radius of its edges, at most half of the shortest length
    /// @param steps flat pieces of each rounded edge, at least 1
    public static TriangleMesh roundedBox(
            double xMetres, double yMetres, double zMetres, double radiusMetres, int steps) {
        return RoundedBox.of(xMetres, yMetres, zMetres, radiusMetres, steps);
    }

    /// {@return a cylinder with sharp rims}
    ///
    /// @param radiusMetres radius
    /// @param lengthMetres length along Z
    /// @param sides flat pieces around
    public static TriangleMesh cylinder(double radiusMetres, double lengthMetres, int sides) {
        double half = lengthMetres / 2;
        return lathe(new double[] {0, radiusMetres, radiusMetres, 0}, new double[] {-half, -half, half, half}, sides);
    }

    /// {@return a cylinder with chamfered rims that catch the light}
    ///
    /// @param radiusMetres radius
    /// @param lengthMetres length along Z
    /// @param chamferMetres width of the chamfer
    /// @param sides flat pieces around
    public static TriangleMesh chamferedCylinder(
            double radiusMetres, double lengthMetres, double chamferMetres, int sides) {
        double half = lengthMetres / 2;
        double inner = radiusMetres - chamferMetres;
        double shoulder = half - chamferMetres;
        return lathe(
                new double[] {0, inner, radiusMetres, radiusMetres, inner, 0},
                new double[] {-half, -half, -shoulder, shoulder, half, half},
                sides);
    }

    /// {@return a cylinder with round ends}
    ///
    /// @param radiusMetres radius
    /// @param lengthMetres length along Z without the round ends
    /// @param sides flat pieces around
    public static TriangleMesh capsule(double radiusMetres, double lengthMetres, int sides) {
        int rings = Math.max(2, sides / 4);
        List<double[]> profile = new ArrayList<>();
        for (int i = 0; i <= 2 * rings + 1; i++) {
            boolean upper = i > rings;
            double angle = -Math.PI / 2 + Math.PI / 2 * (upper ? i - 1 : i) / rings;
            double z = radiusMetres * Math.sin(angle) + (upper ? lengthMetres : -lengthMetres) / 2;
            profile.add(new double[] {Math.max(0, radiusMetres * Math.cos(angle)), z});
        }
        return lathe(profile, sides);
    }

    /// {@return a sphere}
    ///
    /// @param radiusMetres radius
    /// @param sides flat pieces around
    public static TriangleMesh sphere(double radiusMetres, int sides) {
        int rings = Math.max(4, sides / 2);
        List<double[]> profile = new ArrayList<>();
        for (int i = 0; i <= rings; i++) {
            double angle = -Math.PI / 2 + Math.PI * i / rings;
            profile.add(new double[] {Math.max(0, radiusMetres * Math.cos(angle)), radiusMetres * Math.sin(angle)});
        }
        return lathe(profile, sides);
    }

    /// {@return a cone, its tip up}
    ///
    /// @param radiusMetres radius of its foot
    /// @param lengthMetres height
    /// @param sides flat pieces around
    public static TriangleMesh cone(double radiusMetres, double lengthMetres, int sides) {
        double half = lengthMetres / 2;
        return lathe(new double[] {0, radiusMetres, 0}, new double[] {-half, -half, half}, sides);
    }

    /// A profile turned about Z. Edges of less than 40 degrees are smooth.
    ///
    /// @param radiiMetres distance from the axis of each point, from the lowest outwards and up
    /// @param zMetres height of each point
    /// @param sides flat pieces around
    /// @return the mesh
    public static TriangleMesh lathe(double[] radiiMetres, double[] zMetres, int sides) {
        List<double[]> profile = new ArrayList<>();
        for (int i = 0; i < radiiMetres.length; i++) {
            profile.add(new double[] {radiiMetres[i], zMetres[i]});
        }
        return lathe(profile, sides);
    }

    /// The hull of two circles as a plate with rounded rims: the look of a robot's link. The first circle
    /// is at the origin, the second on +X; the plate is centred on Z.
    ///
    /// @param radiusMetres radius of the first circle
    /// @param endRadiusMetres radius of the second
    /// @param lengthMetres distance between the circles
    /// @param thicknessMetres along Z
    /// @param rimMetres radius of the rims, less than half of the thickness and less than both radii
    /// @param halfCircleSteps flat pieces of each half circle, at least 3
    /// @return the mesh
    public static TriangleMesh linkPlate(
            double radiusMetres,
            double endRadiusMetres,
            double lengthMetres,
            double thicknessMetres,
            double rimMetres,
            int halfCircleSteps) {
        return LinkPlate.of(radiusMetres, endRadiusMetres, lengthMetres, thicknessMetres, rimMetres, halfCircleSteps);
    }

    private static TriangleMesh lathe(List<double[]> profile, int sides) {
        TriangleSoup soup = new TriangleSoup();
        double[] cos = new double[sides + 1];
        double[] sin = new double[sides + 1];
        for (int side = 0; side <= sides; side++) {
            // the last column is the first one, to the bit
            double angle = 2 * Math.PI * (side % sides) / sides;
            cos[side] = Math.cos(angle);
            sin[side] = Math.sin(angle);
        }
        for (int i = 0; i + 1 < profile.size(); i++) {
            for (int side = 0; side < sides; side++) {
                piece(soup, profile.get(i), profile.get(i + 1), cos, sin, side);
            }
        }
        return soup.toMesh(CREASE_RAD);
    }

    /// What lies between two points of the profile and two columns: two triangles, or one at the axis.
    private static void piece(TriangleSoup soup, double[] low, double[] high, double[] cos, double[] sin, int side) {
        double r = low[0] > 1e-9 ? low[0] : 0;
        double r2 = high[0] > 1e-9 ? high[0] : 0;
        int next = side + 1;
        if (r > 0) {
            soup.add(
                    r * cos[side],
                    r * sin[side],
                    low[1],
                    r * cos[next],
                    r * sin[next],
                    low[1],
                    r2 * cos[next],
                    r2 * sin[next],
                    high[1]);
        }
        if (r2 > 0) {
            soup.add(
                    r * cos[side],
                    r * sin[side],
                    low[1],
                    r2 * cos[next],
                    r2 * sin[next],
                    high[1],
                    r2 * cos[side],
                    r2 * sin[side],
                    high[1]);
        }
    }
}
