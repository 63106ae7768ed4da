package org.telescribe.teleop.episode.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.model.DatasetException;

/// Keeps a second recorder away from a dataset. The system frees it when the process ends, however it
/// ends.
final class DatasetLock implements Closeable {
    private final FileChannel channel;

    private DatasetLock(FileChannel channel) {
        this.channel = channel;
    }

    static DatasetLock take(Path file, Path directory) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new DatasetException(("The dataset %s is being recorded into already. Nothing was changed. "
                            + "Close the other recorder, or record into another folder.")
                    .formatted(directory));
        }
        return new DatasetLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
