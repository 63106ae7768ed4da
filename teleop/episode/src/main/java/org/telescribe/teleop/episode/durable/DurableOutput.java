package org.telescribe.teleop.episode.durable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A file open for writing at its end. Closing forces nothing.
public interface DurableOutput extends Closeable {
    /// Writes at the end.
    ///
    /// @param bytes from position to limit; the position moves to the limit
    /// @throws IOException when the disk refuses
    void write(ByteBuffer bytes) throws IOException;

    /// Makes everything written so far safe.
    ///
    /// @throws IOException when the disk refuses; what was written since the last force may then be
    ///     lost
    void force() throws IOException;

    @Override
    void close() throws IOException;
}
