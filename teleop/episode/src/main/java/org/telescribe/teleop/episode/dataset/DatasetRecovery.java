package org.telescribe.teleop.episode.dataset;

import java.io.IOException;
import java.nio.file.Path;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.lerobot.ParquetStore;

/// Recovery on its own, without recording afterwards.
public final class DatasetRecovery {
    private DatasetRecovery() {}

    /// Brings a dataset back in order after a crash. Doing it on a dataset in order does nothing.
    ///
    /// @param directory the dataset's directory
    /// @param files how to write
    /// @param clock the session clock
    /// @return what was done
    public static RecoveryReport recover(Path directory, DurableFiles files, SessionClock clock) {
        return DatasetDoor.withLock(directory, files, lock -> {
            try (lock) {
                return run(directory, files, new LeRobotEpisodeFiles(files, ParquetStore.open()), clock);
            }
        });
    }

    /// The same on a simulated disk, without a lock and with files of the caller's own making.
    ///
    /// @param directory the dataset's directory
    /// @param files the simulated disk
    /// @param payload writes the episodes' files
    /// @param clock the session clock
    /// @return what was done
    public static RecoveryReport simulate(
            Path directory, DurableFiles files, EpisodeFiles payload, SessionClock clock) {
        return DatasetDoor.guarded(directory, () -> run(directory, files, payload, clock));
    }

    private static RecoveryReport run(Path directory, DurableFiles files, EpisodeFiles payload, SessionClock clock)
            throws IOException {
        try (DatasetSession session = DatasetSession.open(directory, files, payload, clock)) {
            return new JournalRecovery(session).run();
        }
    }
}
