package org.telescribe.teleop.episode.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.model.DatasetException;

/// What every way into a dataset shares: the lock, and a sentence for people when the disk refuses.
final class DatasetDoor {
    private DatasetDoor() {}

    interface Locked<T> {
        T open(Closeable lock) throws IOException;
    }

    interface DiskWork<T extends @Nullable Object> {
        T run() throws IOException;
    }

    /// Takes the lock and opens; the lock stays with what was opened, or is given back when it was not.
    static <T> T withLock(Path directory, DurableFiles files, Locked<T> opening) {
        return guarded(directory, () -> {
            Path lockFile = directory.resolve(DatasetNames.LOCK);
            files.makeDirectories(directory.resolve(DatasetNames.OWN));
            DatasetLock lock = DatasetLock.take(lockFile, directory);
            boolean opened = false;
            try {
                T result = opening.open(lock);
                opened = true;
                return result;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        });
    }

    static <T extends @Nullable Object> T guarded(Path directory, DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException refused) {
            throw new DatasetException(
                    ("The disk refused work on %s (%s). What was saved before is safe. "
                                    + "Mend that, then open the dataset again.")
                            .formatted(directory, DiskReason.of(refused)),
                    refused);
        }
    }
}
