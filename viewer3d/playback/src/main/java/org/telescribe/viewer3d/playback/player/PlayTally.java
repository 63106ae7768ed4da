package org.telescribe.viewer3d.playback.player;

import java.util.List;

/// Counts, pulse by pulse, how well the panes keep up. Owner's thread.
final class PlayTally {
    private static final long STALL_NANOS = 25_000_000L;

    private final List<Pane> panes;
    private long pulses;
    private long shownFrames;
    private long lateFrames;
    private long skippedFrames;
    private long worstLateNanos;
    private int worstSkewFrames;
    private long stallsSeen;

    PlayTally(List<Pane> panes) {
        this.panes = panes;
    }

    void count(long nowNanos, int changed, boolean everyFrame) {
        pulses++;
        shownFrames += changed;
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (Pane pane : panes) {
            if (!pane.isJudged()) {
                continue;
            }
            least = Math.min(least, pane.error());
            most = Math.max(most, pane.error());
            lateFrames += pane.countLate() ? 1 : 0;
            int skipped = pane.countSkipped();
            skippedFrames += everyFrame ? skipped : 0;
            long lateNanos = pane.lateNanos(nowNanos);
            worstLateNanos = Math.max(worstLateNanos, lateNanos);
            stallsSeen += pane.countStall(lateNanos >= STALL_NANOS) ? 1 : 0;
        }
        if (least <= most) {
            worstSkewFrames = Math.max(worstSkewFrames, most - least);
        }
    }

    PlayerCounters counters() {
        return new PlayerCounters(
                pulses, shownFrames, lateFrames, skippedFrames, worstLateNanos, worstSkewFrames, stallsSeen);
    }

    void reset() {
        pulses = 0;
        shownFrames = 0;
        lateFrames = 0;
        skippedFrames = 0;
        worstLateNanos = 0;
        worstSkewFrames = 0;
        stallsSeen = 0;
    }
}
