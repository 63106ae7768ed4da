package org.telescribe.devices.core.port;

/// What a camera delivers.
///
/// @param name the camera's name in the dataset, such as `head` or `left_wrist`
/// @param width pixels, even
/// @param height pixels, even
/// @param framesPerSecond nominal rate, hertz
public record CameraInfo(String name, int width, int height, double framesPerSecond) {
    /// Refuses what no dataset could hold.
    public CameraInfo {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "camera name \"%s\": lower-case letters, digits and _ only, a letter first".formatted(name));
        }
        if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "camera %s: %d x %d, both must be even and positive".formatted(name, width, height));
        }
        if (!(framesPerSecond > 0)) {
            throw new IllegalArgumentException("camera %s: rate %s must be positive".formatted(name, framesPerSecond));
        }
    }
}
