package org.telescribe.annotator.ui.judge;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.TaskState;

/// Which frames of an episode have been on the screen. Screen's thread.
public final class WatchLog {
    /// Frames between two pulses that count as played over, not as jumped over.
    private static final int PLAYED = 4;

    private static final double ENOUGH = 0.9;

    private final BitSet seen = new BitSet();
    private int last = -1;

    /// Nothing was seen yet.
    public WatchLog() {}

    /// A frame is on the screen.
    ///
    /// @param frame its number
    public void show(int frame) {
        if (frame < 0) {
            return;
        }
        int from = last >= 0 && frame > last && frame - last <= PLAYED ? last + 1 : frame;
        seen.set(from, frame + 1);
        last = frame;
    }

    /// {@return whether nearly all frames of a range were seen}
    ///
    /// @param range the range
    public boolean hasSeen(FrameRange range) {
        int first = (int) range.first();
        int end = (int) range.end();
        return seen.get(first, end).cardinality() >= Math.ceil(ENOUGH * (end - first));
    }

    /// {@return what has to be watched before a thing can be accepted; empty when it was}
    ///
    /// @param state how the judgement stands
    /// @param item the thing
    String missing(TaskState state, ItemState item) {
        Optional<FrameRange> range = ItemWords.range(state, item);
        double rate = state.task().framesPerSecond();
        if (range.isEmpty() || rate <= 0 || hasSeen(range.get())) {
            return "";
        }
        int step = ItemWords.stepOf(item);
        return String.format(
                Locale.ROOT,
                "Watch %s first, it is %.1f s.",
                step > 0 ? "step " + step : "the episode",
                range.get().frames() / rate);
    }
}
