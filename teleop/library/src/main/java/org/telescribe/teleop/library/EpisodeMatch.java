package org.telescribe.teleop.library;

import java.util.List;

/// An episode that a search found.
///
/// @param episode the episode
/// @param task where words of the search stand in its task
/// @param operator where they stand in the operator's name
/// @param datasetName where they stand in the dataset's name
public record EpisodeMatch(
        EpisodeCard episode, List<TextRange> task, List<TextRange> operator, List<TextRange> datasetName) {
    /// Copies.
    public EpisodeMatch {
        task = List.copyOf(task);
        operator = List.copyOf(operator);
        datasetName = List.copyOf(datasetName);
    }
}
