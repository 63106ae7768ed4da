package org.telescribe.teleop.episode.read;

import java.util.List;

/// A feature as a dataset declares it.
///
/// @param name its name
/// @param dtype what it holds, such as `float32`, `int64` or `video`
/// @param shape its size in each dimension
/// @param channelNames names of its channels, empty when there are none
public record FeatureInfo(String name, String dtype, List<Integer> shape, List<String> channelNames) {
    /// Copies.
    public FeatureInfo {
        shape = List.copyOf(shape);
        channelNames = List.copyOf(channelNames);
    }

    /// {@return whether it is a camera}
    public boolean isVideo() {
        return dtype.equals("video");
    }

    /// {@return how many numbers a row holds}
    public int size() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }
}
