package org.telescribe.viewer3d.playback.player;

import org.telescribe.devices.core.frame.PooledFrame;

/// Where the pictures of one pane go. A picture is taken in two steps, so that all panes change at the
/// same pulse: the decoder's thread converts it for the screen, the owner's thread puts it on the screen.
public interface PictureSink {
    /// Converts a picture for the screen, without showing it. Decoder's thread. Never called again
    /// before [#show] or [#drop]. While playing it is the next picture, converted before it is due.
    ///
    /// @param i420 the picture, BT.601 limited range; not to be kept
    /// @param frameNumber its number within the episode
    /// @return false while it cannot be taken; it is offered again after a moment, or a newer one is
    boolean accept(PooledFrame i420, int frameNumber);

    /// Puts the picture that was accepted last on the screen. Owner's thread, within
    /// [Player#pulse(long)].
    void show();

    /// Forgets the picture that was accepted last: it was converted before it was due, and then the
    /// playhead went elsewhere. Owner's thread.
    void drop();
}
