package org.telescribe.viewer3d.scene.path;

/// Distances of points from chords, in any number of dimensions.
final class PathGeometry {
    private PathGeometry() {}

    static double squaredDistanceFromChord(
            float[] points, int point, float[] starts, int start, float[] ends, int end, int dimensions) {
        double along = 0;
        double length = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            double chord = (double) ends[end + axis] - starts[start + axis];
            along += chord * ((double) points[point + axis] - starts[start + axis]);
            length += chord * chord;
        }
        double share = length > 0 ? Math.max(0, Math.min(1, along / length)) : 0;
        double squared = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            double chord = (double) ends[end + axis] - starts[start + axis];
            double away = (double) points[point + axis] - starts[start + axis] - share * chord;
            squared += away * away;
        }
        return squared;
    }
}
