package org.telescribe.viewer3d.playback.clip;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.read.RecordedFacts;

/// An episode, ready to be played. What of it is missing is said in a sentence, the rest is there.
///
/// @param dataset name of the dataset: its folder's
/// @param directory the dataset's directory
/// @param version version of the dataset's format
/// @param robotType name of the robot, empty when the dataset does not say
/// @param episode number of the episode
/// @param tasks its tasks' sentences
/// @param framesPerSecond the grid of the rows, hertz
/// @param rows number of rows
/// @param cameras its cameras in the dataset's order
/// @param tracks its features of floating-point numbers in the dataset's order
/// @param grippers its grippers, found by the names of channels
/// @param gaps where streams brought nothing new
/// @param facts what this program's recorder wrote down; null when others recorded it
/// @param dataTrouble why the rows cannot be read, a sentence; empty when they can
public record EpisodeClip(
        String dataset,
        Path directory,
        String version,
        String robotType,
        int episode,
        List<String> tasks,
        double framesPerSecond,
        int rows,
        List<CameraClip> cameras,
        List<ChannelTrack> tracks,
        List<GripperTrack> grippers,
        List<StreamGap> gaps,
        @Nullable RecordedFacts facts,
        String dataTrouble) {
    private static final double NANOS = 1e9;
    private static final long ROUNDING_NANOS = 1_000;

    /// Copies.
    public EpisodeClip {
        tasks = List.copyOf(tasks);
        cameras = List.copyOf(cameras);
        tracks = List.copyOf(tracks);
        grippers = List.copyOf(grippers);
        gaps = List.copyOf(gaps);
    }

    /// {@return an episode of a dataset; reads rows and the videos' indexes, so it belongs on a
    /// background thread}
    ///
    /// @param reader an open dataset; only the calling thread may use it meanwhile
    /// @param episode number of the episode
    public static EpisodeClip load(EpisodeReader reader, int episode) {
        return new EpisodeClipLoader(reader, episode).load();
    }

    /// {@return an episode of which only videos are there: no rows, no channels; its grid is the
    /// pictures of the longest video. Reads the videos' indexes, so it belongs on a background
    /// thread}
    ///
    /// @param name what it is called
    /// @param task its task's sentence; may be empty
    /// @param videos file of each camera, by the camera's name, in the order in which they are shown
    public static EpisodeClip ofVideos(String name, String task, SequencedMap<String, Path> videos) {
        return VideoClips.clip(name, task, videos);
    }

    /// {@return the task's sentence, empty when the dataset has none}
    public String task() {
        return tasks.isEmpty() ? "" : tasks.getFirst();
    }

    /// {@return from the first row to the end of the last, nanoseconds}
    public long durationNanos() {
        return tickNanosOfRow(rows);
    }

    /// {@return the moment of the last row, nanoseconds from the episode's start}
    public long lastTickNanos() {
        return tickNanosOfRow(Math.max(0, rows - 1));
    }

    /// {@return the moment of a row, nanoseconds from the episode's start}
    ///
    /// @param row the row, from 0
    public long tickNanosOfRow(int row) {
        return Math.round(row / framesPerSecond * NANOS);
    }

    /// {@return the row in force at a moment, from 0 to the last}
    ///
    /// @param tickNanos the moment, nanoseconds from the episode's start
    public int rowAt(long tickNanos) {
        long row = (long) Math.floor((tickNanos + ROUNDING_NANOS) * framesPerSecond / NANOS);
        return Math.clamp(row, 0, Math.max(0, rows - 1));
    }

    /// {@return the track of a feature}
    ///
    /// @param feature its name
    public Optional<ChannelTrack> track(String feature) {
        return tracks.stream().filter(track -> track.feature().equals(feature)).findFirst();
    }
}
