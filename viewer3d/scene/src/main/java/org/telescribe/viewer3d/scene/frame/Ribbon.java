package org.telescribe.viewer3d.scene.frame;

import org.telescribe.viewer3d.scene.path.EndEffectorPath;

/// A path in a scene, coloured from early to late; twice as thick where the gripper was closed.
///
/// @param path the path
/// @param style measured or requested
/// @param brightUntilNanos up to this moment it is bright, after it dim
/// @param widthMetres width where the gripper is open
public record Ribbon(EndEffectorPath path, Style style, long brightUntilNanos, double widthMetres) {
    /// Width that suits a table-top robot.
    public static final double USUAL_WIDTH_METRES = 0.005;

    /// What a path is.
    public enum Style {
        /// Where the arm was: solid.
        MEASURED,
        /// Where the arm was asked to be: dashed and half as wide.
        REQUESTED
    }

    /// {@return a ribbon of the usual width}
    ///
    /// @param path the path
    /// @param style measured or requested
    /// @param brightUntilNanos up to this moment it is bright, after it dim
    public static Ribbon of(EndEffectorPath path, Style style, long brightUntilNanos) {
        return new Ribbon(path, style, brightUntilNanos, USUAL_WIDTH_METRES);
    }
}
