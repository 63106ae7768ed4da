package org.telescribe.devices.core.port;

/// The camera is gone. The message says which one and why, for people.
public final class CameraLost extends Exception {
    private static final long serialVersionUID = 1L;

    /// With a message alone.
    ///
    /// @param message for people
    public CameraLost(String message) {
        super(message);
    }

    /// With what was found beneath.
    ///
    /// @param message for people
    /// @param cause what was found
    public CameraLost(String message, Throwable cause) {
        super(message, cause);
    }
}
