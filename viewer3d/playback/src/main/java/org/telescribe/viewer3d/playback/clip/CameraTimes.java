package org.telescribe.viewer3d.playback.clip;

/// What the recorder wrote down about a camera's pictures, row by row. Empty for datasets that others
/// recorded.
public final class CameraTimes {
    private static final CameraTimes UNKNOWN = new CameraTimes(new long[0], new int[0]);

    private final long[] captureNanos;
    private final int[] repeats;

    CameraTimes(long[] captureNanos, int[] repeats) {
        this.captureNanos = captureNanos;
        this.repeats = repeats;
    }

    static CameraTimes unknown() {
        return UNKNOWN;
    }

    /// {@return whether the moment of capture of a row's picture is known}
    ///
    /// @param row the row, from 0
    public boolean isCaptureKnown(int row) {
        return row >= 0 && row < captureNanos.length;
    }

    /// {@return when a row's picture was captured, nanoseconds from the episode's start; may be negative}
    ///
    /// @param row the row, from 0
    public long captureNanos(int row) {
        return captureNanos[row];
    }

    /// {@return how many rows up to this one repeat one picture; 0 when the row's picture is new}
    ///
    /// @param row the row, from 0
    public int repeats(int row) {
        return row >= 0 && row < repeats.length ? repeats[row] : 0;
    }
}
