package org.telescribe.viewer3d.scene.mesh;

import org.telescribe.devices.core.robot.Pose;

/// A box along the axes that holds something.
///
/// @param minX least x, metres
/// @param minY least y, metres
/// @param minZ least z, metres
/// @param maxX greatest x, metres
/// @param maxY greatest y, metres
/// @param maxZ greatest z, metres
public record Bounds(double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {
    /// Holds nothing yet.
    public static final Bounds NONE = new Bounds(
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY);

    /// {@return whether it holds nothing}
    public boolean isEmpty() {
        return minX > maxX;
    }

    /// {@return bounds that also hold a point}
    ///
    /// @param x metres
    /// @param y metres
    /// @param z metres
    public Bounds with(double x, double y, double z) {
        return new Bounds(
                Math.min(minX, x),
                Math.min(minY, y),
                Math.min(minZ, z),
                Math.max(maxX, x),
                Math.max(maxY, y),
                Math.max(maxZ, z));
    }

    /// {@return bounds of both}
    ///
    /// @param other other bounds
    public Bounds union(Bounds other) {
        if (other.isEmpty()) {
            return this;
        }
        return with(other.minX, other.minY, other.minZ).with(other.maxX, other.maxY, other.maxZ);
    }

    /// {@return bounds along the parent's axes}
    ///
    /// @param parentFromChild pose of what these bounds hold
    public Bounds transformed(Pose parentFromChild) {
        Bounds moved = NONE;
        if (isEmpty()) {
            return moved;
        }
        for (int corner = 0; corner < 8; corner++) {
            Pose at = parentFromChild.times(Pose.translation(
                    (corner & 1) == 0 ? minX : maxX, (corner & 2) == 0 ? minY : maxY, (corner & 4) == 0 ? minZ : maxZ));
            moved = moved.with(at.xMetres(), at.yMetres(), at.zMetres());
        }
        return moved;
    }

    /// {@return half the diagonal, metres}
    public double radiusMetres() {
        double x = maxX - minX;
        double y = maxY - minY;
        double z = maxZ - minZ;
        return isEmpty() ? 0 : Math.sqrt(x * x + y * y + z * z) / 2;
    }

    /// {@return the middle, x, metres}
    public double middleX() {
        return (minX + maxX) / 2;
    }

    /// {@return the middle, y, metres}
    public double middleY() {
        return (minY + maxY) / 2;
    }

    /// {@return the middle, z, metres}
    public double middleZ() {
        return (minZ + maxZ) / 2;
    }
}
