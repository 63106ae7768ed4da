package org.telescribe.app.review;

import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.fx.player.SpacePane;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;

/// Gives each episode its 3D pane, and paints over its cameras' pictures.
public interface SpaceScenes {
    /// {@return the 3D pane of an episode}
    ///
    /// @param clip the episode
    SpacePane pane(EpisodeClip clip);

    /// Lets the player paint over the pictures of the cameras whose calibration is known.
    ///
    /// @param clip the episode
    /// @param player its player
    void overlays(EpisodeClip clip, PlayerPane player);
}
