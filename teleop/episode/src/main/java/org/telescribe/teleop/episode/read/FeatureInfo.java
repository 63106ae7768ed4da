package org.telescribe.teleop.episode.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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

    /// {@return the features that an info file declares}
    ///
    /// @param node its key `features`
    public static List<FeatureInfo> all(JsonNode node) {
        List<FeatureInfo> features = new ArrayList<>();
        node.properties().forEach(entry -> {
            List<Integer> shape = new ArrayList<>();
            entry.getValue().path("shape").forEach(size -> shape.add(size.asInt()));
            List<String> names = new ArrayList<>();
            texts(entry.getValue().path("names"), names);
            features.add(new FeatureInfo(
                    entry.getKey(), entry.getValue().path("dtype").asText(), shape, names));
        });
        return features;
    }

    private static void texts(JsonNode node, List<String> into) {
        if (node.isTextual()) {
            into.add(node.asText());
        } else {
            node.forEach(child -> texts(child, into));
        }
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
