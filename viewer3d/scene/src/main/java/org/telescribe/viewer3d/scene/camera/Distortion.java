package org.telescribe.viewer3d.scene.camera;

/// How a lens bends the picture, five numbers as OpenCV defines them.
///
/// @param k1 radial, second order
/// @param k2 radial, fourth order
/// @param p1 tangential, vertical
/// @param p2 tangential, horizontal
/// @param k3 radial, sixth order
public record Distortion(double k1, double k2, double p1, double p2, double k3) {
    /// A lens that bends nothing.
    public static final Distortion NONE = new Distortion(0, 0, 0, 0, 0);

    /// Whether the lens keeps the order of points from the axis out to a squared distance, in units of
    /// depth. Where it does not, the polynomial folds back and means nothing.
    boolean keepsOrderOutTo(double squaredRadius) {
        if (slope(squaredRadius) <= 0) {
            return false;
        }
        // the slope is least at an end or where its own derivative, 3 k1 + 10 k2 s + 21 k3 s^2, is zero
        double a = 21 * k3;
        double b = 10 * k2;
        double c = 3 * k1;
        if (a == 0) {
            return b == 0 || isRisingAt(-c / b, squaredRadius);
        }
        double root = b * b - 4 * a * c;
        if (root < 0) {
            return true;
        }
        double spread = Math.sqrt(root);
        return isRisingAt((-b - spread) / (2 * a), squaredRadius) && isRisingAt((-b + spread) / (2 * a), squaredRadius);
    }

    private boolean isRisingAt(double squared, double squaredRadius) {
        return squared <= 0 || squared >= squaredRadius || slope(squared) > 0;
    }

    /// The derivative of r (1 + k1 r^2 + k2 r^4 + k3 r^6) by r, at r squared.
    private double slope(double squared) {
        return 1 + squared * (3 * k1 + squared * (5 * k2 + squared * 7 * k3));
    }
}
