package org.telescribe.app.review;

import java.nio.file.Path;

/// Which episode.
///
/// @param dataset the dataset's directory
/// @param episode number of the episode; -1 for the first whose rows are there
public record EpisodeAddress(Path dataset, int episode) {}
