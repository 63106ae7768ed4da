package org.telescribe.viewer3d.render;

/// Nothing can be drawn on this machine. The message says what is missing and what to install, for
/// people.
public final class RenderingUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /// With a message alone.
    ///
    /// @param message for people
    public RenderingUnavailable(String message) {
        super(message);
    }

    /// With what was found beneath.
    ///
    /// @param message for people
    /// @param cause what was found
    public RenderingUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
