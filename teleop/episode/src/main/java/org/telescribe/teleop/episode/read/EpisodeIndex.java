package org.telescribe.teleop.episode.read;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Which episodes a dataset has and where they lie, in one version of the format.
sealed interface EpisodeIndex permits EpisodeIndexV30, EpisodeIndexV21 {
    /// {@return all episodes in their order}
    List<EpisodeEntry> episodes();

    /// {@return the tasks' sentences}
    List<String> tasks();

    /// {@return names of metadata files that must be there and are not}
    List<String> missingMetadata();

    /// {@return where a file that must be there is to be read}
    ///
    /// @throws IOException when it is missing
    static Path require(DatasetView view, String name) throws IOException {
        Path file = view.find(name);
        if (file == null) {
            throw new NoSuchFileException(name);
        }
        return file;
    }
}
