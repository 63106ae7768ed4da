package org.telescribe.app.settings;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the program keeps its things, by the XDG base directory specification
/// (specifications.freedesktop.org/basedir-spec).
///
/// @param config settings and station files
/// @param data datasets, unless the user says otherwise
/// @param cache what can be made again
/// @param state logs and what was open last
public record AppFolders(Path config, Path data, Path cache, Path state) {
    private static final String NAME = "telescribe";

    /// {@return the folders of a user}
    ///
    /// @param environment environment variables
    /// @param home the user's home folder
    public static AppFolders ofEnvironment(Map<String, String> environment, String home) {
        return new AppFolders(
                folder(environment.get("XDG_CONFIG_HOME"), home, ".config"),
                folder(environment.get("XDG_DATA_HOME"), home, ".local/share"),
                folder(environment.get("XDG_CACHE_HOME"), home, ".cache"),
                folder(environment.get("XDG_STATE_HOME"), home, ".local/state"));
    }

    private static Path folder(@Nullable String said, String home, String usual) {
        boolean absolute = said != null && said.startsWith("/");
        return (absolute ? Path.of(said) : Path.of(home).resolve(usual)).resolve(NAME);
    }

    /// {@return folder of the log files}
    public Path logs() {
        return state.resolve("logs");
    }

    /// {@return folder of new datasets}
    public Path datasets() {
        return data.resolve("datasets");
    }

    /// {@return file of the labels}
    public Path labels() {
        return data.resolve("labels").resolve("labels.db");
    }

    /// {@return folder of station files}
    public Path stations() {
        return config.resolve("stations");
    }

    /// {@return the settings file}
    public Path settingsFile() {
        return config.resolve("settings.json");
    }
}
