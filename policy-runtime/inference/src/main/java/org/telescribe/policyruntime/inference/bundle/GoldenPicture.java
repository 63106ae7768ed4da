package org.telescribe.policyruntime.inference.bundle;

/// A picture of the golden sample: bytes red, green, blue, row by row.
///
/// @param role role of the camera
/// @param file file in the bundle
/// @param widthPx pixels
/// @param heightPx pixels
public record GoldenPicture(String role, String file, int widthPx, int heightPx) {}
