package org.telescribe.app.settings;

/// The settings file is there and cannot be used. The message is for people.
public final class SettingsUnreadable extends Exception {
    private static final long serialVersionUID = 1L;

    /// With a message alone.
    ///
    /// @param message for people
    public SettingsUnreadable(String message) {
        super(message);
    }
}
