package org.telescribe.policyruntime.inference.observation;

/// Size of a picture.
///
/// @param widthPx pixels
/// @param heightPx pixels
public record PictureSize(int widthPx, int heightPx) {
    /// {@return bytes of such a picture, three for each pixel}
    public int rgbBytes() {
        return widthPx * heightPx * 3;
    }
}
