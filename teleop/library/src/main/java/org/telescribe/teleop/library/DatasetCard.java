package org.telescribe.teleop.library;

import java.nio.file.Path;
import java.util.List;

/// A dataset in the list. One that cannot be opened is listed too and says why.
///
/// @param directory its folder
/// @param name name of the folder
/// @param version version of the format, empty when it cannot be read
/// @param robotType name of the robot, empty when it is not said
/// @param armKind on what it was recorded
/// @param episodes number of episodes
/// @param rows number of rows
/// @param framesPerSecond the grid, hertz; 0 when it cannot be read
/// @param cameras short names of its cameras
/// @param trouble the first thing that is wrong with it, a sentence; empty when nothing is
/// @param interruptedEpisodes how many episodes a crash or a quit interrupted, to be recovered
public record DatasetCard(
        Path directory,
        String name,
        String version,
        String robotType,
        ArmKind armKind,
        int episodes,
        long rows,
        double framesPerSecond,
        List<String> cameras,
        String trouble,
        int interruptedEpisodes) {
    /// Copies.
    public DatasetCard {
        cameras = List.copyOf(cameras);
    }

    /// {@return whether nothing is known to be wrong with it}
    public boolean isSound() {
        return trouble.isEmpty();
    }
}
