package org.telescribe.teleop.episode.read;

import java.nio.file.Path;
import java.util.List;

/// What a dataset says of itself, and what of it is there.
///
/// @param directory the dataset's directory
/// @param version version of the format, such as `v3.0` or `v2.1`
/// @param framesPerSecond the grid, hertz
/// @param robotType name of the robot, empty when it is not said
/// @param episodes number of episodes
/// @param rows number of rows
/// @param tasks the tasks' sentences
/// @param features all features in their order
/// @param missingFiles names of files that must be there and are not
/// @param openJournals journals of episodes that are not committed
public record DatasetInfo(
        Path directory,
        String version,
        double framesPerSecond,
        String robotType,
        int episodes,
        long rows,
        List<String> tasks,
        List<FeatureInfo> features,
        List<String> missingFiles,
        List<String> openJournals) {
    /// Copies.
    public DatasetInfo {
        tasks = List.copyOf(tasks);
        features = List.copyOf(features);
        missingFiles = List.copyOf(missingFiles);
        openJournals = List.copyOf(openJournals);
    }

    /// {@return names of the cameras' video features}
    public List<String> cameras() {
        return features.stream()
                .filter(FeatureInfo::isVideo)
                .map(FeatureInfo::name)
                .toList();
    }
}
