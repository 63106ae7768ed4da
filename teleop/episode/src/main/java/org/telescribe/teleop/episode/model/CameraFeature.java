package org.telescribe.teleop.episode.model;

/// One camera of the dataset.
///
/// @param name lower-case letters, digits and underscore, such as `head` or `left_wrist`
/// @param width pixels, even
/// @param height pixels, even
public record CameraFeature(String name, int width, int height) {
    /// Checks.
    public CameraFeature {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "camera name \"%s\": lower-case letters, digits and _ only, a letter first".formatted(name));
        }
        if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "camera %s: %d x %d, both must be even and positive".formatted(name, width, height));
        }
    }

    /// {@return the name of its video feature}
    public String videoKey() {
        return "observation.images." + name;
    }

    /// {@return the name of the column with the capture time, nanoseconds since the episode's start}
    public String timestampColumn() {
        return "observation.timestamps." + name;
    }

    /// {@return the name of the column with the camera's own frame number}
    public String sequenceColumn() {
        return "observation.sequence." + name;
    }

    /// {@return the name of the column that is 1 where the row repeats the previous picture}
    public String repeatedColumn() {
        return "observation.repeated." + name;
    }
}
