package org.telescribe.teleop.episode.dataset;

import java.nio.file.Path;
import java.util.List;
import org.telescribe.teleop.episode.model.EpisodeId;

/// An episode that is saved: it survives power loss from now on. The only thing on which "saved" may be
/// shown.
///
/// @param id the episode's identifier
/// @param episodeIndex its number in the dataset
/// @param rows number of rows
/// @param samplesPerCamera number of pictures in each camera's video file, counted in the file
/// @param files the files that hold it, below the dataset's directory
/// @param commitNanos how long the commit took, nanoseconds
/// @param recovered whether it was recovered from the journal of a recording that was cut off
public record CommittedEpisode(
        EpisodeId id,
        int episodeIndex,
        int rows,
        int samplesPerCamera,
        List<Path> files,
        long commitNanos,
        boolean recovered) {
    /// Copies.
    public CommittedEpisode {
        files = List.copyOf(files);
    }
}
