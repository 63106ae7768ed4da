package org.telescribe.teleop.library;

import java.nio.file.Path;

/// The picture that stands for an episode: that of the first camera at the middle row.
///
/// @param dataset folder of the dataset
/// @param file name of the video file below it
/// @param seconds moment on the file's own time
public record PosterPlace(Path dataset, String file, double seconds) {}
