package org.telescribe.viewer3d.scene.frame;

import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.mesh.Bounds;
import org.telescribe.viewer3d.scene.robot.VisualShape;

/// A thing in a scene that is no robot: table, block, bowl, marker.
///
/// @param sceneFromSolid its pose
/// @param shape what it looks like; use the same mesh again in later scenes
/// @param colour its colour; its alpha is not used, solids are opaque
public record Solid(Pose sceneFromSolid, VisualShape shape, Colour colour) {
    /// {@return the box that holds it}
    public Bounds bounds() {
        return shape.mesh().bounds().transformed(sceneFromSolid);
    }
}
