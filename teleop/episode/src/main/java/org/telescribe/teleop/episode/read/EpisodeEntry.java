package org.telescribe.teleop.episode.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where an episode lies in its dataset.
///
/// @param index its number
/// @param length number of its rows
/// @param tasks its tasks' sentences
/// @param dataFile name of the file with its rows, below the dataset's directory
/// @param fromIndex number of its first row in the dataset; -1 when the dataset does not say
/// @param videos for each camera, by the name of its video feature, where its pictures are
public record EpisodeEntry(
        int index, long length, List<String> tasks, String dataFile, long fromIndex, Map<String, VideoSpan> videos) {
    /// A piece of a video file.
    ///
    /// @param file its name below the dataset's directory
    /// @param fromSeconds where the episode begins in it
    /// @param toSeconds where it ends in it
    public record VideoSpan(String file, double fromSeconds, double toSeconds) {}

    /// Copies.
    public EpisodeEntry {
        tasks = List.copyOf(tasks);
        videos = Collections.unmodifiableMap(new LinkedHashMap<>(videos));
    }
}
