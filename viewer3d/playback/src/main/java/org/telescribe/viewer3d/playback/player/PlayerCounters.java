package org.telescribe.viewer3d.playback.player;

/// What a player counted while playing, since it was opened or the counters were reset.
///
/// @param pulses pulses while playing
/// @param shownFrames pictures put on the screen, all panes together
/// @param lateFrames pictures that were not on the screen at the pulse for which they were asked, all
///     visible panes together, each counted once
/// @param skippedFrames pictures that were never shown at a speed of 1 or less, all visible panes
///     together
/// @param worstLateNanos longest time for which a pane showed another picture than that of the tick
/// @param worstSkewFrames largest distance between two visible panes at a pulse, pictures
/// @param stallsSeen how often a pane was late for longer than a stall takes
public record PlayerCounters(
        long pulses,
        long shownFrames,
        long lateFrames,
        long skippedFrames,
        long worstLateNanos,
        int worstSkewFrames,
        long stallsSeen) {}
