package org.telescribe.app.settings;

import org.jspecify.annotations.Nullable;

/// What the user has chosen. A value, passed on; there is no global one.
///
/// @param version version of the file's format
/// @param operator who teleoperates
/// @param station name of the station to open; `built-in` for the emulated one
/// @param dataset folder of the dataset that is recorded into; empty for a new one below the data
///     folder
/// @param facesRobot whether the operator faces the robot, so that panels are mirrored; null when nobody
///     has said
public record Settings(
        int version,
        String operator,
        String station,
        String dataset,
        @Nullable Boolean facesRobot) {
    /// Version that this program writes.
    public static final int VERSION = 1;

    /// Name of the emulated station.
    public static final String BUILT_IN = "built-in";

    /// {@return whether panels are mirrored for an operator who faces the robot; data never are}
    public boolean mirrorsPanels() {
        return Boolean.TRUE.equals(facesRobot);
    }

    /// {@return settings of somebody who has chosen nothing}
    public static Settings untouched() {
        return new Settings(VERSION, "", BUILT_IN, "", null);
    }
}
