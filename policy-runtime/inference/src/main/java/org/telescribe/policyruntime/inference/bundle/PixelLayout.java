package org.telescribe.policyruntime.inference.bundle;

/// Order of a picture's numbers in its tensor.
public enum PixelLayout {
    /// Rows of pixels, red, green and blue of a pixel together.
    HWC,
    /// All red, then all green, then all blue.
    CHW
}
