package org.telescribe.teleop.control.loop;

/// A station cannot be started as it is described. The message says why and what to do, for people.
public final class StationRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /// With a message alone.
    ///
    /// @param message for people
    public StationRefused(String message) {
        super(message);
    }
}
