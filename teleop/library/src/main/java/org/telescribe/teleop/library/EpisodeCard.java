package org.telescribe.teleop.library;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.model.EpisodeOutcome;

/// An episode in the list.
///
/// @param dataset folder of its dataset
/// @param datasetName name of that folder
/// @param index number of the episode
/// @param uuid the episode's name for ever; empty when another program recorded it
/// @param task its task's sentence, empty when the index does not say
/// @param rows number of rows
/// @param framesPerSecond the grid, hertz
/// @param outcome how it went; null when the dataset does not say
/// @param flagged whether somebody should look again
/// @param operator who teleoperated, empty when it is not said
/// @param poster where its thumbnail comes from; null without a camera
public record EpisodeCard(
        Path dataset,
        String datasetName,
        int index,
        String uuid,
        String task,
        long rows,
        double framesPerSecond,
        @Nullable EpisodeOutcome outcome,
        boolean flagged,
        String operator,
        @Nullable PosterPlace poster) {
    /// {@return its length, seconds}
    public double lengthSeconds() {
        return framesPerSecond > 0 ? rows / framesPerSecond : 0;
    }
}
