package org.telescribe.policyruntime.inference.session;

/// A picture as the policy saw it.
///
/// @param role role of the camera
/// @param widthPx pixels
/// @param heightPx pixels
/// @param captureNanos when it was taken, session clock, nanoseconds
/// @param rgb resized and padded, before scaling: red, green, blue, row by row
@SuppressWarnings("ArrayRecordComponent")
public record SeenPicture(String role, int widthPx, int heightPx, long captureNanos, byte[] rgb) {}
