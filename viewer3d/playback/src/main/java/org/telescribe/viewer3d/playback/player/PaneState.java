package org.telescribe.viewer3d.playback.player;

/// What one pane shows since the last pulse.
///
/// @param camera number of the camera in the clip
/// @param frame number within the episode of the picture on the screen; -1 before the first
/// @param wantedFrame number of the picture of the tick; -1 when there is none
/// @param ageNanos the tick less the moment of capture of the picture on the screen, or less its
///     presentation time where the capture is not known; 0 before the first picture
/// @param badge how far it can be trusted
public record PaneState(int camera, int frame, int wantedFrame, long ageNanos, PaneBadge badge) {
    /// {@return whether a picture that could be there in time is not: the pane waits for its decoder}
    public boolean isBehind() {
        return badge instanceof PaneBadge.Late;
    }
}
