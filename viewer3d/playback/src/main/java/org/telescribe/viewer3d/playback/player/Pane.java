package org.telescribe.viewer3d.playback.player;

import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.LatestValue;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.player.DecodeRequest.Mode;

/// The owner's side of one camera: what was asked for, what is on the screen, since when they differ.
/// Owner's thread.
final class Pane {
    private static final int NONE = -1;

    private final int camera;
    private final CameraClip clip;
    private final boolean keyframesOnly;
    private final @Nullable SinkSlot slot;
    private final @Nullable CameraDecoder decoder;
    private final LatestValue requests;
    private final Lanes lanes = new Lanes(DecodeRequest.LANES);

    private boolean visible = true;
    private DecodeRequest asked = DecodeRequest.NONE;
    private int shown = NONE;
    private int wanted = NONE;
    private long wantedSinceNanos;
    /// After a jump a pane may take its time; it is not late before it was right once.
    private boolean settling = true;
    private int lastLateFrame = NONE;
    private int lastWanted = NONE;
    private boolean stalled;

    Pane(
            int camera,
            CameraClip clip,
            boolean keyframesOnly,
            @Nullable SinkSlot slot,
            @Nullable CameraDecoder decoder,
            LatestValue requests) {
        this.camera = camera;
        this.clip = clip;
        this.keyframesOnly = keyframesOnly;
        this.slot = slot;
        this.decoder = decoder;
        this.requests = requests;
    }

    CameraClip clip() {
        return clip;
    }

    @Nullable
    CameraDecoder decoder() {
        return decoder;
    }

    boolean isVisible() {
        return visible;
    }

    void visible(boolean newVisible) {
        visible = newVisible;
        jumped();
    }

    /// How the playhead moves.
    ///
    /// @param dragging whether keyframes may stand for the exact pictures
    /// @param direction 1 forwards, -1 backwards, 0 resting
    /// @param next where the next picture is expected: 1 further on, -1 further back, 0 not known
    /// @param loopFromNanos where the loop begins, -1 without one
    /// @param loopToNanos where the loop ends
    record Motion(boolean dragging, int direction, int next, long loopFromNanos, long loopToNanos) {}

    /// {@return whether nothing more is to come for what is wanted}
    boolean isSettled() {
        return !visible || !clip.isPlayable() || keyframesOnly || isRight() || wanted == NONE || isLost();
    }

    /// Takes the picture that the decoder put into the slot.
    ///
    /// @return whether the pane changed
    boolean take() {
        int taken = slot == null ? SinkSlot.NOTHING : slot.take(wanted, isRight());
        if (taken == SinkSlot.NOTHING) {
            return false;
        }
        shown = taken;
        return true;
    }

    /// The playhead jumped, so being late is no fault for a while.
    void jumped() {
        settling = true;
        stalled = false;
        lastWanted = NONE;
    }

    /// Wants the picture of a tick.
    void want(long tickNanos, long nowNanos) {
        int newWanted = clip.frameAt(tickNanos);
        if (newWanted != wanted) {
            if (shown == wanted || wanted == NONE) {
                wantedSinceNanos = nowNanos;
            }
            wanted = newWanted;
        }
        if (slot != null) {
            slot.dropUnlessNext(shown, wanted);
        }
    }

    /// Asks the decoder for what is wanted.
    void ask(Motion motion, boolean settled) {
        Mode mode =
                !visible ? Mode.HIDDEN : keyframesOnly ? Mode.KEYFRAMES : motion.dragging() ? Mode.DRAG : Mode.EXACT;
        int loopFirst = motion.loopFromNanos() < 0 ? NONE : Math.max(0, clip.frameAt(motion.loopFromNanos()));
        int loopLast = motion.loopFromNanos() < 0 ? NONE : clip.frameAt(motion.loopToNanos() - 1);
        DecodeRequest request =
                new DecodeRequest(wanted, mode, motion.direction(), loopFirst, loopLast, motion.next(), settled);
        if (!request.equals(asked) && decoder != null) {
            asked = request;
            request.write(lanes);
            requests.publish(lanes);
        }
    }

    boolean isReady() {
        return shown != NONE || !clip.isPlayable() || !visible || clip.frames() == 0;
    }

    /// {@return whether the pane must show exact pictures in time}
    boolean isJudged() {
        return visible && clip.isPlayable() && !keyframesOnly && !settling && wanted != NONE && !isLost();
    }

    private boolean isLost() {
        CameraTrouble trouble = decoder == null ? null : decoder.trouble();
        return trouble != null && trouble.concerns(wanted);
    }

    int error() {
        return shown - wanted;
    }

    boolean isRight() {
        return shown == wanted;
    }

    long lateNanos(long nowNanos) {
        return isRight() ? 0 : nowNanos - wantedSinceNanos;
    }

    /// {@return whether the wanted picture is late and was not counted before}
    boolean countLate() {
        if (isRight() || wanted == lastLateFrame) {
            return false;
        }
        lastLateFrame = wanted;
        return true;
    }

    /// {@return how many pictures were passed over since the last call, going on in the direction of
    /// play}
    int countSkipped() {
        int skipped = lastWanted == NONE ? 0 : Math.max(0, (wanted - lastWanted) * asked.direction() - 1);
        lastWanted = wanted;
        return skipped;
    }

    /// {@return whether a stall has just become one}
    boolean countStall(boolean late) {
        boolean begins = late && !stalled;
        stalled = late;
        return begins;
    }

    void settle() {
        if (settling && isRight()) {
            settling = false;
            lastLateFrame = NONE;
        }
    }

    PaneState state(long tickNanos, long nowNanos, boolean dragging, int ready, int of) {
        return new PaneState(camera, shown, wanted, ageNanos(tickNanos), badge(nowNanos, dragging, ready, of));
    }

    private long ageNanos(long tickNanos) {
        if (shown == NONE) {
            return 0;
        }
        boolean captured = clip.times().isCaptureKnown(shown);
        return tickNanos - (captured ? clip.times().captureNanos(shown) : clip.tickNanosOf(shown));
    }

    private PaneBadge badge(long nowNanos, boolean dragging, int ready, int of) {
        CameraTrouble trouble = decoder == null ? null : decoder.trouble();
        if (!clip.isPlayable()) {
            return new PaneBadge.Lost(clip.trouble());
        }
        if (trouble != null && trouble.concerns(wanted) && (trouble.frame() == CameraTrouble.ALL || !isRight())) {
            return new PaneBadge.Lost(trouble.sentence());
        }
        if (!visible) {
            return new PaneBadge.Empty("This camera is hidden.");
        }
        if (wanted == NONE) {
            return new PaneBadge.Empty("The first picture of %s comes %.3f s after the episode's start."
                    .formatted(clip.name(), clip.tickNanosOf(0) / 1e9));
        }
        if (shown == NONE) {
            return new PaneBadge.Loading(ready, of);
        }
        if (keyframesOnly) {
            return new PaneBadge.OverBudget(isRight());
        }
        if (isRight()) {
            int repeats = clip.times().repeats(shown);
            return repeats > 0 ? new PaneBadge.Repeated(repeats) : new PaneBadge.Exact();
        }
        return dragging && isProxy() ? new PaneBadge.Proxy() : new PaneBadge.Late(lateNanos(nowNanos));
    }

    private boolean isProxy() {
        int keyframe = clip.frameOf(clip.index().keyframeOf(clip.pictureOf(wanted)));
        return shown == keyframe;
    }
}
