package org.telescribe.teleop.episode.lerobot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.telescribe.teleop.episode.model.ImageHistogram;

/// Statistics of every feature, of an episode or of a whole dataset. Not changed once built.
public final class DatasetStatistics {
    private final Map<String, FeatureStatistics> features;

    DatasetStatistics(Map<String, FeatureStatistics> features) {
        this.features = new LinkedHashMap<>(features);
    }

    /// {@return statistics of nothing}
    public static DatasetStatistics none() {
        return new DatasetStatistics(Map.of());
    }

    /// {@return statistics of both together; costs the same however much is behind them}
    ///
    /// @param episode statistics of what comes
    public DatasetStatistics merge(DatasetStatistics episode) {
        Map<String, FeatureStatistics> merged = new LinkedHashMap<>(features);
        episode.features.forEach((name, coming) -> merged.merge(name, coming, FeatureStatistics::merge));
        return new DatasetStatistics(merged);
    }

    /// {@return these with a camera's pictures}
    ///
    /// @param videoKey name of the video feature
    /// @param histogram the pictures' colours
    public DatasetStatistics withImages(String videoKey, ImageHistogram histogram) {
        Map<String, FeatureStatistics> more = new LinkedHashMap<>(features);
        more.put(videoKey, FeatureStatistics.ofImages(histogram));
        return new DatasetStatistics(more);
    }

    /// {@return the statistics as JSON, by feature}
    public ObjectNode toJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        features.forEach((name, statistics) -> root.set(name, statistics.toJson()));
        return root;
    }

    /// {@return the bytes of `meta/stats.json`}
    public byte[] toBytes() {
        return PythonJson.format(toJson());
    }

    /// {@return the statistics of such bytes}
    ///
    /// @param bytes the file
    /// @throws JsonProcessingException when it cannot be understood
    public static DatasetStatistics parse(byte[] bytes) throws JsonProcessingException {
        Map<String, FeatureStatistics> features = new LinkedHashMap<>();
        JsonNode root = PythonJson.parse(bytes);
        root.properties().forEach(entry -> features.put(entry.getKey(), FeatureStatistics.fromJson(entry.getValue())));
        return new DatasetStatistics(features);
    }
}
