package org.telescribe.viewer3d.scene.path;

/// A moment of a path on a camera's picture.
///
/// @param xPixels to the right; 0 is the middle of the first pixel
/// @param yPixels down; 0 is the middle of the first pixel
/// @param timeNanos the moment
/// @param gripperClosed whether the gripper was closed
public record ImagePoint(double xPixels, double yPixels, long timeNanos, boolean gripperClosed) {}
