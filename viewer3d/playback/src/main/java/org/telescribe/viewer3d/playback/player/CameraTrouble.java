package org.telescribe.viewer3d.playback.player;

/// Why a camera, or one picture of it, cannot be shown.
///
/// @param frame number of the picture; -1 for all
/// @param sentence what happened, what still works
record CameraTrouble(int frame, String sentence) {
    static final int ALL = -1;

    boolean concerns(int wantedFrame) {
        return frame == ALL || frame == wantedFrame;
    }
}
