package org.telescribe.viewer3d.scene.frame;

import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.camera.CameraModel;
import org.telescribe.viewer3d.scene.colour.Colour;

/// A camera in a scene, drawn as the pyramid that it sees.
///
/// @param sceneFromCamera its pose; Z forward, X to the right, Y down
/// @param camera its calibration
/// @param depthMetres length of the pyramid
/// @param colour the camera's colour
public record Frustum(Pose sceneFromCamera, CameraModel camera, double depthMetres, Colour colour) {}
