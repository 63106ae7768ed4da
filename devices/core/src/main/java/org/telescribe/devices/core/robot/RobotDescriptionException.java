package org.telescribe.devices.core.robot;

/// A robot description cannot be read. The message says file, place, reason and next step, for people.
public final class RobotDescriptionException extends Exception {
    private static final long serialVersionUID = 1L;

    /// With a message alone.
    ///
    /// @param message for people
    public RobotDescriptionException(String message) {
        super(message);
    }

    /// With what was found beneath.
    ///
    /// @param message for people
    /// @param cause what was found
    public RobotDescriptionException(String message, Throwable cause) {
        super(message, cause);
    }
}
