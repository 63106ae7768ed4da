package org.telescribe.teleop.episode.dataset;

/// Where an episode comes to stand in its dataset.
///
/// @param episodeIndex its number
/// @param rows number of its rows
/// @param firstIndex number of its first row in the dataset
/// @param taskIndex number of its task
public record EpisodePlace(int episodeIndex, int rows, long firstIndex, int taskIndex) {}
