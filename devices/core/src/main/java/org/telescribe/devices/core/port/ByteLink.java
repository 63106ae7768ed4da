package org.telescribe.devices.core.port;

/// A serial line. Confined to one thread. `read` and `write` never allocate in steady state and never
/// throw.
public interface ByteLink extends AutoCloseable {
    /// Returned when the line is gone.
    int LINK_LOST = -1;

    /// {@return the port's name, for messages}
    String portName();

    /// Writes all bytes.
    ///
    /// @param bytes source
    /// @param offset first byte
    /// @param length number of bytes
    /// @return `length`, or [#LINK_LOST]
    int write(byte[] bytes, int offset, int length);

    /// Waits for at least one byte and takes what is there.
    ///
    /// @param into target
    /// @param offset where to put the first byte
    /// @param maxLength most bytes to take
    /// @param deadlineNanos session clock, nanoseconds; a deadline in the past takes what is there
    ///     without waiting
    /// @return bytes taken; 0 when the deadline passed with none; [#LINK_LOST]
    int read(byte[] into, int offset, int maxLength, long deadlineNanos);

    /// Throws away what has arrived and was not read.
    void discardInput();

    @Override
    void close();
}
