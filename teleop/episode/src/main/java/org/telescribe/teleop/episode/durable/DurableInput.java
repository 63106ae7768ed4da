package org.telescribe.teleop.episode.durable;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A file open for reading at any place.
public interface DurableInput extends Closeable {
    /// {@return the file's size when it was opened, bytes}
    long sizeBytes();

    /// Reads some bytes.
    ///
    /// @param offset where to begin, bytes from the start
    /// @param into filled from its position, as far as there are bytes
    /// @return how many bytes were read, -1 at the end of the file
    /// @throws IOException when the disk refuses
    int read(long offset, ByteBuffer into) throws IOException;

    /// Reads until the buffer is full.
    ///
    /// @param offset where to begin, bytes from the start
    /// @param into filled from its position to its limit
    /// @throws IOException when the file ends before, or the disk refuses
    default void readFully(long offset, ByteBuffer into) throws IOException {
        long position = offset;
        while (into.hasRemaining()) {
            int count = read(position, into);
            if (count < 0) {
                throw new EOFException(
                        "the file ends at byte %d, %d more were expected".formatted(position, into.remaining()));
            }
            position += count;
        }
    }

    @Override
    void close() throws IOException;
}
