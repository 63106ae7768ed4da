package org.telescribe.annotator.labels.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telescribe.annotator.labels.event.LabelAction.EdgesMoved;
import org.telescribe.annotator.labels.event.MovedStep;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.state.ItemState.StepState;

/// Which edge of a step, and what moving it means.
public enum StepEdge {
    /// Where the step begins.
    BEGIN,
    /// Where the step ends: before this frame.
    END;

    private static final long UNKNOWN = -1;

    /// What moving the edge would say. A neighbour that shares the edge moves with it; no step
    /// becomes empty. A step whose frames nobody knew gets them: from the neighbour before, up to
    /// the neighbour behind, as far as these are known.
    ///
    /// @param state how the judgement stands
    /// @param step number of the step, from 1
    /// @param frame where the edge shall be
    /// @param frames how many frames the episode has
    /// @return what to say; empty when the edge is there already or cannot be there
    public Optional<EdgesMoved> moved(TaskState state, int step, long frame, long frames) {
        Optional<StepState> own = state.step(step);
        if (own.isEmpty() || frame < 0 || frame > frames) {
            return Optional.empty();
        }
        Optional<FrameRange> before = state.step(step - 1).flatMap(StepState::range);
        Optional<FrameRange> behind = state.step(step + 1).flatMap(StepState::range);
        FrameRange now = own.get().range().orElse(null);
        long first = now == null ? before.map(FrameRange::end).orElse(0L) : now.first();
        long end = now == null ? behind.map(FrameRange::first).orElse(frames) : now.end();
        long shared = now == null ? UNKNOWN : this == BEGIN ? first : end;
        if (frame == shared) {
            return Optional.empty();
        }
        List<MovedStep> moved = new ArrayList<>();
        boolean possible = this == BEGIN
                ? add(moved, own.get(), frame, end) && drawBefore(state, step, before, shared, frame, moved)
                : add(moved, own.get(), first, frame) && drawBehind(state, step, behind, shared, frame, moved);
        return possible ? Optional.of(new EdgesMoved(moved)) : Optional.empty();
    }

    private static boolean drawBefore(
            TaskState state, int step, Optional<FrameRange> before, long edge, long frame, List<MovedStep> moved) {
        if (before.isEmpty() || (before.get().end() != edge && before.get().end() <= frame)) {
            return true;
        }
        return add(moved, state.step(step - 1).orElseThrow(), before.get().first(), frame);
    }

    private static boolean drawBehind(
            TaskState state, int step, Optional<FrameRange> behind, long edge, long frame, List<MovedStep> moved) {
        if (behind.isEmpty() || (behind.get().first() != edge && behind.get().first() >= frame)) {
            return true;
        }
        return add(
                moved, state.step(step + 1).orElseThrow(), frame, behind.get().end());
    }

    private static boolean add(List<MovedStep> moved, StepState step, long first, long end) {
        if (end <= first) {
            return false;
        }
        moved.add(new MovedStep(step.id(), new FrameRange(first, end)));
        return true;
    }
}
