package org.telescribe.app.window;

import java.nio.file.Path;
import org.telescribe.app.review.OpenedFolders;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.settings.SettingsFile;
import org.telescribe.viewer3d.playback.player.DecodeHook;

/// What the window is given from outside.
///
/// @param scenes makes the 3D panes
/// @param hook called by the decoders before they work
/// @param datasets folder of the datasets recorded here
/// @param labels file of the labels
/// @param opened dataset folders that somebody opened
/// @param settings the settings file
/// @param folders where the program keeps its things
public record WindowMeans(
        SpaceScenes scenes,
        DecodeHook hook,
        Path datasets,
        Path labels,
        OpenedFolders opened,
        SettingsFile settings,
        AppFolders folders) {}
