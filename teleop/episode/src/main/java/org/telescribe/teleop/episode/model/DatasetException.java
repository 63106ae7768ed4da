package org.telescribe.teleop.episode.model;

import org.jspecify.annotations.Nullable;

/// Something about a dataset or its disk stops the work. The message is for people: what happened, what
/// is safe, what to do.
public final class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// With a message alone.
    ///
    /// @param message for people
    public DatasetException(String message) {
        this(message, null);
    }

    /// With what lies behind it.
    ///
    /// @param message for people
    /// @param cause for the log
    public DatasetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
