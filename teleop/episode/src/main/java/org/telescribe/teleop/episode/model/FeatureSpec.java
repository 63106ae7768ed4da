package org.telescribe.teleop.episode.model;

import java.util.List;

/// One feature that every row of the dataset has, apart from pictures.
///
/// @param name as in the dataset, such as `observation.state`; no slash
/// @param type what its numbers are
/// @param size how many numbers a row holds
/// @param channelNames one name for each number, such as `left_elbow.pos`; empty when they need none
public record FeatureSpec(String name, FeatureType type, int size, List<String> channelNames) {
    /// Copies and checks.
    public FeatureSpec {
        channelNames = List.copyOf(channelNames);
        if (!name.matches("[A-Za-z0-9_.-]+")) {
            throw new IllegalArgumentException(
                    "feature name \"%s\": only letters, digits, dot, - and _ are allowed".formatted(name));
        }
        if (size < 1) {
            throw new IllegalArgumentException("feature %s has size %d, at least 1 is needed".formatted(name, size));
        }
        if (!channelNames.isEmpty() && channelNames.size() != size) {
            throw new IllegalArgumentException(
                    "feature %s has %d channel names for %d numbers".formatted(name, channelNames.size(), size));
        }
    }

    /// {@return a feature of 32-bit floating-point channels}
    ///
    /// @param name as in the dataset
    /// @param channelNames one name for each channel
    public static FeatureSpec floats(String name, List<String> channelNames) {
        return new FeatureSpec(name, FeatureType.FLOAT32, channelNames.size(), channelNames);
    }

    /// {@return a feature of one 64-bit integer}
    ///
    /// @param name as in the dataset
    public static FeatureSpec integer(String name) {
        return new FeatureSpec(name, FeatureType.INT64, 1, List.of());
    }
}
