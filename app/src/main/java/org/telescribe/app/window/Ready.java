package org.telescribe.app.window;

import org.jspecify.annotations.Nullable;
import org.telescribe.app.review.SpaceScenes;
import org.telescribe.app.station.CompositionRoot;

/// A station that was opened in the background, with what its screens need.
///
/// @param root the running station
/// @param arms its arms in space, or null when they are not described or nothing can be drawn
record Ready(CompositionRoot root, SpaceScenes.@Nullable Live arms) {
    static Ready of(CompositionRoot root, SpaceScenes scenes) {
        return new Ready(
                root, scenes.live(root.station().setup(), root.loop()::snapshot).orElse(null));
    }
}
