package org.telescribe.teleop.episode.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.PythonJson;
import org.telescribe.teleop.episode.read.FeatureInfo;

/// `meta/stats.json`: training normalises with it.
final class StatisticsCheck {
    private static final double SLACK = 1e-6;

    private StatisticsCheck() {}

    static void check(CheckContext context) throws IOException {
        Path file = context.view.find(DatasetNames.STATS);
        if (file == null) {
            context.broken(DatasetNames.STATS, "it is missing: training that normalises fails");
            return;
        }
        JsonNode root;
        try {
            root = PythonJson.parse(Files.readAllBytes(file));
        } catch (JsonProcessingException broken) {
            context.broken(DatasetNames.STATS, "it cannot be understood");
            return;
        }
        for (FeatureInfo feature : context.features) {
            if (feature.dtype().equals("string") || feature.dtype().equals("language")) {
                continue;
            }
            JsonNode node = root.path(feature.name());
            if (node.isMissingNode()) {
                context.broken(DatasetNames.STATS, "feature %s is missing".formatted(feature.name()));
            } else {
                feature(context, feature, node);
            }
        }
    }

    private static void feature(CheckContext context, FeatureInfo feature, JsonNode node) {
        int size = feature.isVideo() ? 3 : feature.size();
        List<Double> min = new ArrayList<>();
        List<Double> mean = new ArrayList<>();
        List<Double> max = new ArrayList<>();
        List<Double> std = new ArrayList<>();
        numbers(node.path("min"), min);
        numbers(node.path("mean"), mean);
        numbers(node.path("max"), max);
        numbers(node.path("std"), std);
        for (List<Double> numbers : List.of(min, mean, max, std)) {
            if (numbers.size() != size || numbers.stream().anyMatch(number -> !Double.isFinite(number))) {
                context.broken(
                        DatasetNames.STATS,
                        "feature %s does not have %d finite numbers of each kind".formatted(feature.name(), size));
                return;
            }
        }
        for (int i = 0; i < size; i++) {
            double slack = SLACK * Math.max(1, Math.max(Math.abs(min.get(i)), Math.abs(max.get(i))));
            if (mean.get(i) < min.get(i) - slack || mean.get(i) > max.get(i) + slack || std.get(i) < 0) {
                context.broken(
                        DatasetNames.STATS,
                        "feature %s, number %d: the mean is not between minimum and maximum"
                                .formatted(feature.name(), i));
                return;
            }
        }
    }

    private static void numbers(JsonNode node, List<Double> into) {
        if (node.isNumber()) {
            into.add(node.asDouble());
        } else if (node.isArray()) {
            node.forEach(child -> numbers(child, into));
        } else {
            into.add(Double.NaN);
        }
    }
}
