package org.telescribe.viewer3d.render;

import java.nio.IntBuffer;

/// Takes the pictures of one view.
@FunctionalInterface
public interface PictureSink {
    /// Takes a picture. Called on the thread "gl": copy the pixels, do nothing else, wait for nobody, throw
    /// nothing (that would end all drawing).
    ///
    /// @param argbPremultipliedTopDown one number per pixel, `0xAARRGGBB`, the top row first; valid only
    ///     during the call
    /// @param width pixels
    /// @param height pixels
    /// @return false if it could not be taken; it is then offered again soon, or a newer one in its
    ///     place
    boolean accept(IntBuffer argbPremultipliedTopDown, int width, int height);
}
