package org.telescribe.app.window;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.app.settings.Settings;
import org.telescribe.app.settings.SettingsFile;
import org.telescribe.app.settings.SettingsUnreadable;

/// Reads what the window needs of the settings; a file that cannot be read counts as untouched.
final class SettingsLook {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsLook.class);

    private final SettingsFile file;

    SettingsLook(SettingsFile file) {
        this.file = file;
    }

    String operator() {
        return settings().operator();
    }

    boolean mirrorsPanels() {
        return settings().mirrorsPanels();
    }

    private Settings settings() {
        try {
            return file.read();
        } catch (SettingsUnreadable unreadable) {
            LOG.warn("settings not read", unreadable);
            return Settings.untouched();
        }
    }
}
