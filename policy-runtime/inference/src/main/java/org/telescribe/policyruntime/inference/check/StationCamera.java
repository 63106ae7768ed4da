package org.telescribe.policyruntime.inference.check;

import org.telescribe.policyruntime.inference.observation.PictureSize;

/// A camera that the station has.
///
/// @param role what it looks at, such as `head`
/// @param size size of its pictures
public record StationCamera(String role, PictureSize size) {}
