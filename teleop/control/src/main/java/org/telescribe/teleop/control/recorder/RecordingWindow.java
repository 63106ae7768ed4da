package org.telescribe.teleop.control.recorder;

/// What the recorder tells the encoders: which episode, on which grid, up to which row. Immutable; a
/// new one replaces it.
///
/// @param episode number of the recording within the run, from 1; encoders notice a new one by it
/// @param grid the episode's grid
/// @param endRow number of rows, once it is known; `Long.MAX_VALUE` while the episode goes on
/// @param abandoned whether the packets are not wanted any more
record RecordingWindow(long episode, RowGrid grid, long endRow, boolean abandoned) {
    RecordingWindow endingAt(long row) {
        return new RecordingWindow(episode, grid, row, abandoned);
    }

    RecordingWindow abandon() {
        return new RecordingWindow(episode, grid, 0, true);
    }
}
