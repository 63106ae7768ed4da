package org.telescribe.viewer3d.playback.player;

import org.telescribe.devices.core.handover.Lanes;

/// What the owner asks a decoder for, and how it travels: the lanes of a [LatestValue].
///
/// @param wantedFrame number of the picture of the tick; -1 for none
/// @param mode what may be shown meanwhile
/// @param direction 1 while playing, -1 while playing backwards, 0 while resting
/// @param loopFirst first picture of the loop, -1 for none
/// @param loopLast last picture of the loop, -1 for none
/// @param next where the next picture is expected and may be handed over before it is asked for: 1 further
///     on, -1 further back on the file's time, 0 not known
/// @param settled whether all panes show what they should, so that there is time for what will be wanted
record DecodeRequest(
        int wantedFrame, Mode mode, int direction, int loopFirst, int loopLast, int next, boolean settled) {
    /// What may be shown.
    enum Mode {
        /// Only the exact picture is good.
        EXACT,
        /// The keyframe is good until the playhead rests.
        DRAG,
        /// Only keyframes, for want of memory.
        KEYFRAMES,
        /// The pane is not seen: nothing is decoded.
        HIDDEN
    }

    static final int LANES = 7;
    static final DecodeRequest NONE = new DecodeRequest(-1, Mode.HIDDEN, 0, -1, -1, 0, false);

    private static final Mode[] MODES = Mode.values();

    void write(Lanes lanes) {
        lanes.setLong(0, wantedFrame);
        lanes.setLong(1, mode.ordinal());
        lanes.setLong(2, direction);
        lanes.setLong(3, loopFirst);
        lanes.setLong(4, loopLast);
        lanes.setLong(5, next);
        lanes.setLong(6, settled ? 1 : 0);
    }

    static DecodeRequest read(Lanes lanes) {
        return new DecodeRequest(
                (int) lanes.getLong(0),
                MODES[(int) lanes.getLong(1)],
                (int) lanes.getLong(2),
                (int) lanes.getLong(3),
                (int) lanes.getLong(4),
                (int) lanes.getLong(5),
                lanes.getLong(6) == 1);
    }

    /// {@return how many pictures come before this one in the order of playing: 0 for the wanted one;
    /// negative for those behind}
    int ahead(int frame) {
        int way = direction < 0 ? wantedFrame - frame : frame - wantedFrame;
        if (direction > 0 && loopFirst >= 0 && frame < wantedFrame && frame >= loopFirst && wantedFrame <= loopLast) {
            int round = loopLast - wantedFrame + 1 + (frame - loopFirst);
            return round < -way ? round : way;
        }
        return way;
    }

    /// {@return the picture that is expected to be wanted next, or -1}
    int nextFrame(int frames) {
        if (direction != 0) {
            return next == 0 ? -1 : framesAhead(1, frames);
        }
        int frame = wantedFrame + next;
        return next == 0 || frame < 0 || frame >= frames ? -1 : frame;
    }

    /// {@return the picture that is so many further on in the order of playing, or -1 when there is none}
    int framesAhead(int steps, int frames) {
        int frame = direction < 0 ? wantedFrame - steps : wantedFrame + steps;
        if (direction > 0 && loopFirst >= 0 && wantedFrame <= loopLast && frame > loopLast) {
            frame = loopFirst + (frame - loopLast - 1);
            return frame > loopLast ? -1 : frame;
        }
        return frame < 0 || frame >= frames ? -1 : frame;
    }
}
