package org.telescribe.teleop.episode.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.telescribe.teleop.episode.journal.JournalContent;
import org.telescribe.teleop.episode.lerobot.DatasetStatistics;
import org.telescribe.teleop.episode.lerobot.EpisodeMetadata;

/// Writes the files of an episode from its journal. Each method forces what it wrote, and checks it
/// by reading it back. The commit itself does not know what the files hold, so that power loss can
/// be replayed ten thousand times with small ones.
public interface EpisodeFiles extends AutoCloseable {
    /// Writes the video file of a camera.
    ///
    /// @param journal the episode
    /// @param camera place of the camera in the schema
    /// @param rows how many of its rows are to be saved
    /// @param target the file
    /// @return number of pictures found in the file
    /// @throws IOException when the disk refuses
    int writeVideo(JournalContent journal, int camera, int rows, Path target) throws IOException;

    /// Writes the rows.
    ///
    /// @param journal the episode
    /// @param place where it stands in the dataset
    /// @param target the file
    /// @return the episode's statistics, pictures included
    /// @throws IOException when the disk refuses
    DatasetStatistics writeRows(JournalContent journal, EpisodePlace place, Path target) throws IOException;

    /// Writes the episode's metadata.
    ///
    /// @param metadata one row
    /// @param target the file
    /// @throws IOException when the disk refuses
    void writeMetadata(EpisodeMetadata metadata, Path target) throws IOException;

    /// {@return whether a file of episodes' metadata has all columns of today}
    ///
    /// @param metadata a file of this program's or another's
    /// @throws IOException when the disk refuses
    boolean hasAllColumns(Path metadata) throws IOException;

    /// Writes the episodes of several files of metadata into one, with the columns of today.
    ///
    /// @param metadata the files, at least one
    /// @param target the file
    /// @throws IOException when the disk refuses
    void completeColumns(List<Path> metadata, Path target) throws IOException;

    /// Writes the tasks.
    ///
    /// @param tasks all sentences in the order of their index
    /// @param target the file
    /// @throws IOException when the disk refuses
    void writeTasks(List<String> tasks, Path target) throws IOException;

    /// {@return the tasks' sentences in the order of their index}
    ///
    /// @param file the tasks' file
    /// @throws IOException when the disk refuses
    List<String> readTasks(Path file) throws IOException;

    /// Gives back what the writing needed.
    @Override
    void close();
}
