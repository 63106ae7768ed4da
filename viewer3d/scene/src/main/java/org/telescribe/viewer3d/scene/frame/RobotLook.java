package org.telescribe.viewer3d.scene.frame;

import org.telescribe.viewer3d.scene.colour.Colour;

/// How a robot is drawn.
///
/// @param tint colour laid over its own ones
/// @param tintShare 0 leaves its own colours, 1 covers them
/// @param alpha 1 is solid; less is a ghost, of which only the outside is seen
public record RobotLook(Colour tint, double tintShare, double alpha) {
    /// In its own colours.
    public static final RobotLook SOLID = new RobotLook(Colour.WHITE, 0, 1);

    /// Refuses shares outside 0 to 1.
    public RobotLook {
        if (!(tintShare >= 0 && tintShare <= 1) || !(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException(
                    "tint share %s and alpha %s must be from 0 to 1".formatted(tintShare, alpha));
        }
    }

    /// {@return a ghost}
    ///
    /// @param tint its colour
    /// @param alpha 0 to 1
    public static RobotLook ghost(Colour tint, double alpha) {
        return new RobotLook(tint, 0.75, alpha);
    }
}
