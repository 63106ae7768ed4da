package org.telescribe.annotator.ui.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telescribe.annotator.labels.event.MovedStep;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.state.ItemState.StepState;

/// Moves the edges of steps. An edge that two steps share moves for both; no step becomes shorter than
/// one frame.
final class StepEdges {
    private StepEdges() {}

    /// {@return the steps that change; empty when nothing does or the edge cannot be there}
    ///
    /// @param steps all steps, in time order
    /// @param step the step whose edge moves
    /// @param begin whether it is the edge at which the step begins
    /// @param frame where the edge shall be: the step's first frame, or the frame after its last
    static List<MovedStep> moved(List<StepState> steps, StepState step, boolean begin, long frame) {
        Optional<FrameRange> own = step.range();
        if (own.isEmpty() || frame < 0 || frame == edge(own.get(), begin)) {
            return List.of();
        }
        List<MovedStep> moved = new ArrayList<>();
        for (StepState other : steps) {
            Optional<FrameRange> range = other.range();
            boolean itself = other.id().equals(step.id());
            if (range.isEmpty()) {
                continue;
            }
            boolean shares = !itself && edge(range.get(), !begin) == edge(own.get(), begin);
            if (!itself && !shares) {
                continue;
            }
            boolean first = itself == begin;
            long from = first ? frame : range.get().first();
            long to = first ? range.get().end() : frame;
            if (to <= from) {
                return List.of();
            }
            moved.add(new MovedStep(other.id(), new FrameRange(from, to)));
        }
        return moved;
    }

    static long edge(FrameRange range, boolean begin) {
        return begin ? range.first() : range.end();
    }
}
