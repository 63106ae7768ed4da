package org.telescribe.policyruntime.inference.bundle;

/// How a camera's picture becomes the size that the graph wants.
public enum ResizeMode {
    /// Whole picture, aspect kept, padding on both sides.
    PAD_CENTRED,
    /// Whole picture, aspect kept, padding at the left and at the top.
    PAD_LEFT_TOP,
    /// Whole picture, aspect not kept.
    STRETCH
}
