package org.telescribe.viewer3d.fx.player;

import org.telescribe.viewer3d.scene.frame.SceneFrame;

/// What the 3D pane shows at a moment. JavaFX thread.
@FunctionalInterface
public interface SpaceScene {
    /// What may be shown or hidden.
    ///
    /// @param triads the end effectors' frames
    /// @param ghosts the arms at chosen moments
    /// @param paths where the end effectors were
    /// @param cameras what the cameras see
    record Layers(boolean triads, boolean ghosts, boolean paths, boolean cameras) {}

    /// {@return what is seen}
    ///
    /// @param tickNanos the moment, nanoseconds from the episode's start
    /// @param row its row
    /// @param layers what is shown
    SceneFrame at(long tickNanos, int row, Layers layers);
}
