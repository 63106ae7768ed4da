package org.telescribe.viewer3d.playback.player;

/// Called on a decoder's thread each time before it works: benchmarks and tests hold it up with it.
@FunctionalInterface
public interface DecodeHook {
    /// Returns when the decoder may work.
    ///
    /// @param camera number of the camera
    /// @param wantedFrame number of the picture that it is asked for; -1 for none
    void beforeWork(int camera, int wantedFrame);

    /// {@return a hook that never holds anything up}
    static DecodeHook none() {
        return (camera, wantedFrame) -> {};
    }
}
