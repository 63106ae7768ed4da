package org.telescribe.teleop.episode.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.read.FeatureInfo;

/// `meta/info.json`: what every reader needs first.
final class InfoCheck {
    private InfoCheck() {}

    /// {@return whether the rest can be checked}
    static boolean check(CheckContext context) {
        JsonNode info = context.info;
        boolean usable = true;
        if (!(context.framesPerSecond() > 0)) {
            context.broken(DatasetNames.INFO, "fps is missing or not positive");
            usable = false;
        } else if (!info.path("fps").isIntegralNumber()) {
            context.note(DatasetNames.INFO, "fps is no integer: recording on fails in LeRobot");
        }
        for (String key : List.of("total_episodes", "total_frames", "total_tasks")) {
            if (!info.path(key).isIntegralNumber()) {
                context.broken(DatasetNames.INFO, key + " is missing or no integer");
                usable = false;
            }
        }
        if (context.features.isEmpty()) {
            context.broken(DatasetNames.INFO, "no features are declared");
            usable = false;
        }
        context.features.forEach(feature -> feature(context, feature));
        for (String name : EpisodeSchema.STANDARD_COLUMNS) {
            if (context.features.stream().noneMatch(feature -> feature.name().equals(name))) {
                context.broken(DatasetNames.INFO, "feature %s is not declared".formatted(name));
                usable = false;
            }
        }
        return usable;
    }

    private static void feature(CheckContext context, FeatureInfo feature) {
        String name = feature.name();
        if (name.contains("/")) {
            context.broken(DatasetNames.INFO, "feature name %s has a slash".formatted(name));
        }
        if (feature.dtype().isEmpty() || feature.shape().isEmpty()) {
            context.broken(DatasetNames.INFO, "feature %s lacks its dtype or shape".formatted(name));
        }
        if (!feature.isVideo()
                && !feature.channelNames().isEmpty()
                && feature.channelNames().size() != feature.size()) {
            context.broken(
                    DatasetNames.INFO,
                    "feature %s has %d names for %d numbers"
                            .formatted(name, feature.channelNames().size(), feature.size()));
        }
    }
}
