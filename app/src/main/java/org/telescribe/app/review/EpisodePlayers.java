package org.telescribe.app.review;

import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.playback.player.DecodeHook;
import org.telescribe.viewer3d.playback.player.PictureBuffers;
import org.telescribe.viewer3d.playback.player.PlayerSettings;

/// Makes players of loaded episodes, one after the other with the same buffers. JavaFX thread.
public final class EpisodePlayers {
    private final PictureBuffers buffers =
            new PictureBuffers(PlayerSettings.usual().budgetBytes());
    private final SessionClock clock;
    private final DecodeHook hook;

    /// No player yet.
    ///
    /// @param clock session clock
    /// @param hook called by the decoders before they work
    public EpisodePlayers(SessionClock clock, DecodeHook hook) {
        this.clock = clock;
        this.hook = hook;
    }

    /// Opens a player; the paths are drawn over the pictures of calibrated cameras.
    ///
    /// @param loaded the episode
    /// @param chooseRobot asks for a robot description where the dataset names none
    /// @return the player; who asked closes it
    public PlayerPane open(EpisodeOpening.Loaded loaded, Runnable chooseRobot) {
        PlayerPane player = new PlayerPane(
                loaded.clip(),
                loaded.space().pane(chooseRobot),
                new PlayerPane.Means(PlayerSettings.usual(), buffers, clock, new PosixThreadScheduling(), hook));
        PathOverlay.install(loaded, player);
        return player;
    }
}
