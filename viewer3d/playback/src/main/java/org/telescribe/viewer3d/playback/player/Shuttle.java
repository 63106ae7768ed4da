package org.telescribe.viewer3d.playback.player;

/// The three shuttle keys.
public enum Shuttle {
    /// J: backwards, each further press faster.
    BACK,
    /// K: stop.
    STOP,
    /// L: forwards, each further press faster.
    FORWARD
}
