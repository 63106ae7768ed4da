package org.telescribe.app.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.telescribe.annotator.labels.draft.ScriptDraft;
import org.telescribe.annotator.labels.draft.ScriptFacts;
import org.telescribe.annotator.labels.draft.ScriptedMove;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.emulator.motion.ScriptedTask;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.playback.clip.GripperTrack;

/// The draft of an episode of the built-in bench's scripted task: what the script does is known, when it
/// was done is read from the grippers.
final class BenchDraft {
    private static final float CLOSED_SHARE = 0.5f;
    private static final double REACH_SECONDS = 1.8;
    private static final double SQUEEZE_SECONDS = 0.3;
    private static final double LOWER_SECONDS = 0.8;
    private static final double LEAVE_SECONDS = 0.5;

    private BenchDraft() {}

    /// {@return the draft; empty when the episode is not the scripted task}
    static Optional<AnnotationTask> of(EpisodeClip clip) {
        if (!clip.task().equals(ScriptedTask.sentence()) || clip.facts() == null) {
            return Optional.empty();
        }
        List<ScriptedMove> moves = new ArrayList<>();
        for (GripperTrack gripper : clip.grippers()) {
            ArmSide side = gripper.side();
            Optional<FrameRange> held = side == null ? Optional.empty() : held(gripper, clip);
            if (side != null && held.isPresent()) {
                moves.add(move(side, held.get(), clip));
            }
        }
        moves.sort(Comparator.comparingLong(move -> move.grasp().first()));
        if (moves.size() != ArmSide.values().length) {
            return Optional.empty();
        }
        return Optional.of(ScriptDraft.of(new ScriptFacts(
                clip.dataset(),
                EpisodeDraft.link(clip),
                EpisodeDraft.videos(clip),
                clip.framesPerSecond(),
                clip.rows(),
                clip.task(),
                moves,
                List.of("red", "blue", "green", "yellow"),
                List.of("in the bowl", "on the pad"))));
    }

    /// The hand reaches first, then closes: it is held from the first closing that follows an opening.
    private static Optional<FrameRange> held(GripperTrack gripper, EpisodeClip clip) {
        int row = 0;
        while (row < clip.rows() && gripper.openShare(row) < 1 - CLOSED_SHARE / 2) {
            row++;
        }
        int close = row;
        while (close < clip.rows() && !gripper.isClosed(close, CLOSED_SHARE)) {
            close++;
        }
        int open = close;
        while (open < clip.rows() && gripper.isClosed(open, CLOSED_SHARE)) {
            open++;
        }
        return open > close && open < clip.rows() ? Optional.of(new FrameRange(close, open)) : Optional.empty();
    }

    private static ScriptedMove move(ArmSide side, FrameRange held, EpisodeClip clip) {
        long begin = Math.max(0, held.first() - frames(REACH_SECONDS, clip));
        long lifted = Math.min(held.end() - 2, held.first() + frames(SQUEEZE_SECONDS, clip));
        long lowers = Math.max(lifted + 1, held.end() - frames(LOWER_SECONDS, clip));
        long end = Math.min(clip.rows(), held.end() + frames(LEAVE_SECONDS, clip));
        boolean left = side == ArmSide.LEFT;
        return new ScriptedMove(
                side,
                left ? "red" : "blue",
                left ? "on the left side of the table" : "on the right side of the table",
                left ? "in the bowl" : "on the pad",
                "",
                new FrameRange(begin, lifted),
                new FrameRange(lifted, lowers),
                new FrameRange(lowers, end));
    }

    private static long frames(double seconds, EpisodeClip clip) {
        return Math.round(seconds * clip.framesPerSecond());
    }
}
