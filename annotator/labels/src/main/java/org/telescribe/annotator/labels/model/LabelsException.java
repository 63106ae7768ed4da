package org.telescribe.annotator.labels.model;

import org.jspecify.annotations.Nullable;

/// Something about labels, their files or their disk stops the work. The message is for people: what
/// happened, what is safe, what to do.
public final class LabelsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// With a message alone.
    ///
    /// @param message for people
    public LabelsException(String message) {
        this(message, null);
    }

    /// With what lies behind it.
    ///
    /// @param message for people
    /// @param cause for the log
    public LabelsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// {@return the message, for people}
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
