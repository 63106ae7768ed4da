package org.telescribe.viewer3d.render;

/// How a picture's edges are made smooth.
enum Smoothing {
    /// Four samples in each pixel: the best, and three times the work where the processor draws.
    SAMPLED,
    /// One sample; afterwards an [EdgeFilter] finds edges and blends them.
    FILTERED;

    /// {@return how pictures that follow each other are smoothed}
    ///
    /// @param rendererName the renderer's name; a few of them draw on the processor
    static Smoothing whileMoving(String rendererName) {
        return rendererName.contains("llvmpipe")
                        || rendererName.contains("softpipe")
                        || rendererName.contains("SwiftShader")
                ? FILTERED
                : SAMPLED;
    }
}
