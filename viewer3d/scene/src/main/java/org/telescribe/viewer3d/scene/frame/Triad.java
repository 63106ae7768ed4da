package org.telescribe.viewer3d.scene.frame;

import org.telescribe.devices.core.robot.Pose;

/// The axes of a frame: X red, Y green, Z blue.
///
/// @param sceneFromTriad the frame
/// @param lengthMetres length of each axis
public record Triad(Pose sceneFromTriad, double lengthMetres) {}
