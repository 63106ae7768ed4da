package org.telescribe.viewer3d.scene.robot;

import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.colour.Colour;

/// One thing that hangs on a link.
///
/// @param link the link's name
/// @param linkFromVisual its pose in the link
/// @param shape what it looks like
/// @param colour its colour
public record LinkVisual(String link, Pose linkFromVisual, VisualShape shape, Colour colour) {}
