package org.telescribe.teleop.episode.dataset;

/// How large packed files may become. A single episode may be larger; it is never split.
///
/// @param dataBytes for files of rows
/// @param videoBytes for video files
public record CompactionLimits(long dataBytes, long videoBytes) {
    /// Checks.
    public CompactionLimits {
        if (dataBytes < 1 || videoBytes < 1) {
            throw new IllegalArgumentException("limits of %d and %d bytes".formatted(dataBytes, videoBytes));
        }
    }

    /// {@return the sizes that LeRobot itself uses: 100 MB and 200 MB}
    public static CompactionLimits ofLeRobot() {
        return new CompactionLimits(100L << 20, 200L << 20);
    }
}
