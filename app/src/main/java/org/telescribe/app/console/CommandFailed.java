package org.telescribe.app.console;

/// A command failed or found something wrong. The message is one sentence or two for people; the exit
/// code is 1.
public final class CommandFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /// With a message alone.
    ///
    /// @param message for people
    public CommandFailed(String message) {
        super(message);
    }

    /// With what was found beneath.
    ///
    /// @param message for people
    /// @param cause for the log
    public CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
