package org.telescribe.policyruntime.inference.bundle;

/// A picture that the policy sees.
///
/// @param role what the camera looks at, such as `head` or `left_wrist`
/// @param widthPx width in the tensor, pixels
/// @param heightPx height in the tensor, pixels
/// @param resize how a picture of another size becomes this size
/// @param antialias whether making a picture smaller averages all of its pixels
/// @param padValue byte of the padding, 0 to 255, before scaling
/// @param scaling what a byte becomes
/// @param layout order of the numbers
public record CameraInput(
        String role,
        int widthPx,
        int heightPx,
        ResizeMode resize,
        boolean antialias,
        int padValue,
        PixelScaling scaling,
        PixelLayout layout) {}
