package org.telescribe.teleop.episode.lerobot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Place of a file in the dataset's numbering, and the names that follow from it.
///
/// @param chunkIndex number of the folder
/// @param fileIndex number of the file within the folder
public record FilePosition(int chunkIndex, int fileIndex) implements Comparable<FilePosition> {
    /// How many files a folder holds at most.
    public static final int FILES_PER_CHUNK = 1_000;

    private static final Pattern NAME = Pattern.compile("chunk-(\\d{3,})/file-(\\d{3,})\\.(parquet|mp4)$");

    /// {@return the first place}
    public static FilePosition first() {
        return new FilePosition(0, 0);
    }

    /// {@return the place after this one}
    public FilePosition next() {
        return fileIndex >= FILES_PER_CHUNK - 1
                ? new FilePosition(chunkIndex + 1, 0)
                : new FilePosition(chunkIndex, fileIndex + 1);
    }

    /// {@return the place that a file's name says, or null when it is no numbered file}
    ///
    /// @param name a path with slashes
    public static @Nullable FilePosition of(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.find()
                ? new FilePosition(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : null;
    }

    /// {@return the name of the rows' file}
    public String dataFile() {
        return "data/" + numbered("parquet");
    }

    /// {@return the name of the file with the episodes' metadata}
    public String episodesFile() {
        return "meta/episodes/" + numbered("parquet");
    }

    /// {@return the name of a camera's video file}
    ///
    /// @param videoKey name of the video feature
    public String videoFile(String videoKey) {
        return "videos/" + videoKey + "/" + numbered("mp4");
    }

    private String numbered(String extension) {
        return "chunk-%03d/file-%03d.%s".formatted(chunkIndex, fileIndex, extension);
    }

    @Override
    public int compareTo(FilePosition other) {
        return chunkIndex != other.chunkIndex
                ? Integer.compare(chunkIndex, other.chunkIndex)
                : Integer.compare(fileIndex, other.fileIndex);
    }
}
