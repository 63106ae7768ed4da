package org.telescribe.teleop.control.recorder;

/// The dataset's grid of one episode: row k stands for the moment `startNanos + k / framesPerSecond`.
/// Computed from k, so that nothing drifts.
///
/// @param startNanos moment of row 0, session clock, nanoseconds
/// @param framesPerSecond rate of the grid, hertz
record RowGrid(long startNanos, int framesPerSecond) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    long rowNanos(long row) {
        return startNanos + Math.floorDiv(row * NANOS_PER_SECOND, framesPerSecond);
    }

    long periodNanos() {
        return NANOS_PER_SECOND / framesPerSecond;
    }
}
