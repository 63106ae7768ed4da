package org.telescribe.viewer3d.playback.player;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.player.DecodeRequest.Mode;

/// Decides which picture a decoder decodes next: first what is wanted, then what will be. Decoder's
/// thread.
final class DecodePlan {
    static final int NOTHING = -1;

    private static final int MOST_AHEAD = 24;
    /// How many pictures are decoded ahead at once where playing begins: what comes after a jump is
    /// often another jump, and whoever presses the keys needs the processor.
    private static final int FIRST_AHEAD = 6;

    private static final int LEAST_BEHIND = 32;

    private final CameraClip clip;
    private final FrameCache cache;
    private final Map<Integer, String> damaged = new HashMap<>();
    private final BitSet refused = new BitSet();
    private DecodeRequest before = DecodeRequest.NONE;
    private int played;
    private boolean fillingBehind;
    private boolean backwards;

    DecodePlan(CameraClip clip, FrameCache cache) {
        this.clip = clip;
        this.cache = cache;
    }

    /// Never asks for this picture again.
    ///
    /// @param sentence what is wrong with it
    void damaged(int frame, String sentence) {
        damaged.put(frame, sentence);
    }

    /// {@return what is wrong with a picture, or null when nothing is known to be}
    @Nullable
    String damage(int frame) {
        return damaged.get(frame);
    }

    /// Does not ask for this picture again before the playhead moves: there was no place for it.
    void refused(int frame) {
        refused.set(frame);
    }

    /// The playhead moved.
    ///
    /// @param request where it is now and where it goes
    void moved(DecodeRequest request) {
        refused.clear();
        boolean goesOn =
                before.wantedFrame() >= 0 && request.wantedFrame() >= 0 && before.direction() == request.direction();
        int steps = goesOn ? before.ahead(request.wantedFrame()) : -1;
        // so far a screen that was held up, or plays fast, may go on at once
        boolean isJump = steps < 0 || steps > MOST_AHEAD;
        played = isJump ? 0 : Math.min(played + steps, MOST_AHEAD);
        before = request;
    }

    /// {@return the keyframe that a picture is decoded from, or the picture itself when that belongs to
    /// another episode}
    int keyframe(int frame) {
        int keyframe = clip.frameOf(clip.index().keyframeOf(clip.pictureOf(frame)));
        return keyframe < 0 ? frame : keyframe;
    }

    /// {@return the picture that is wanted now and is not there, or NOTHING}
    int urgent(DecodeRequest request) {
        int wanted = request.wantedFrame();
        if (wanted < 0 || request.mode() == Mode.HIDDEN || cache.has(wanted)) {
            return NOTHING;
        }
        int frame = request.mode() == Mode.EXACT ? wanted : keyframe(wanted);
        return isMissing(frame) ? frame : NOTHING;
    }

    /// {@return a picture that will be wanted and is not there, or NOTHING}
    int later(DecodeRequest request) {
        backwards = false;
        if (request.mode() != Mode.EXACT || request.wantedFrame() < 0) {
            return NOTHING;
        }
        return request.direction() == 0 ? resting(request) : playing(request);
    }

    /// {@return whether the picture that [#later] gave is one of a run that is filled from its far end}
    boolean isBackwards() {
        return backwards;
    }

    private int playing(DecodeRequest request) {
        int most = Math.min(MOST_AHEAD, cache.capacity() * 7 / 10);
        if (request.direction() > 0) {
            return ahead(request, Math.min(most, FIRST_AHEAD + played));
        }
        return behind(request.wantedFrame(), Math.max(most, cache.capacity() * 7 / 10));
    }

    /// Pictures before come first: going back needs a keyframe and all after it, going on needs one picture.
    private int resting(DecodeRequest request) {
        int half = cache.capacity() / 2 - 1;
        int wanted = request.wantedFrame();
        int before = behind(wanted, Math.min(half, Math.max(LEAST_BEHIND, wanted - keyframe(wanted))));
        return before != NOTHING ? before : ahead(request, Math.min(MOST_AHEAD / 2, half));
    }

    private int ahead(DecodeRequest request, int most) {
        for (int steps = 1; steps <= most; steps++) {
            int frame = request.framesAhead(steps, clip.frames());
            if (frame < 0) {
                return NOTHING;
            }
            if (isMissing(frame)) {
                return frame;
            }
        }
        return NOTHING;
    }

    /// The run before a picture is filled anew when half of it is used up, not picture by picture: every
    /// filling decodes from a keyframe on.
    private int behind(int frame, int most) {
        int run = 0;
        while (run < most && frame - run - 1 >= 0 && !isMissing(frame - run - 1)) {
            run++;
        }
        boolean full = run >= most || frame - run - 1 < 0;
        fillingBehind = !full && (fillingBehind || run < (most + 1) / 2);
        backwards = fillingBehind;
        return fillingBehind ? frame - run - 1 : NOTHING;
    }

    private boolean isMissing(int frame) {
        return !cache.has(frame) && !damaged.containsKey(frame) && !refused.get(frame);
    }
}
