package org.telescribe.viewer3d.render;

/// How smooth edges are: samples per pixel.
final class RenderQuality {
    /// While pictures follow each other.
    static final int MOVING_SAMPLES = 4;
    /// Once nothing has moved for a moment.
    static final int RESTING_SAMPLES = 4;
    /// The bench's cameras.
    static final int CAMERA_SAMPLES = 4;

    private RenderQuality() {}
}
