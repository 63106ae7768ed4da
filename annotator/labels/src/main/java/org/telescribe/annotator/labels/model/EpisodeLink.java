package org.telescribe.annotator.labels.model;

/// Where a recorded episode lies, for a player that shows more of it than its videos.
///
/// @param datasetFolder absolute path of the dataset
/// @param episodeIndex its number there
/// @param episodeUuid its name for ever; empty when the dataset has none
public record EpisodeLink(String datasetFolder, int episodeIndex, String episodeUuid) {}
