package org.telescribe.annotator.ui.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.state.StepEdge;

/// Moves the edges of the step that is judged: to the playhead, by frames, onto marks. Screen's thread.
public final class EdgeMoves {
    private static final int MARKS = 3;

    private final Judging judging;
    private boolean begin = true;

    EdgeMoves(Judging judging) {
        this.judging = judging;
    }

    /// Puts an edge somewhere.
    ///
    /// @param beginOfStep whether it is the edge at which the step begins
    /// @param frame where: the step's first frame, or the frame after its last
    public void put(boolean beginOfStep, long frame) {
        begin = beginOfStep;
        StepState step = judging.listedStep();
        if (step == null) {
            judging.tell("Select a fact of a step first: its edges are moved.");
            return;
        }
        int number = step.step().number();
        long frames = judging.state().task().frames();
        Optional<LabelAction.EdgesMoved> moved = edge().moved(judging.state(), number, frame, frames);
        if (moved.isEmpty()) {
            judging.tell("A step keeps at least one frame; the edge stays.");
            return;
        }
        String words = "step %d %s at frame %d".formatted(number, begin ? "begins" : "ends", frame);
        judging.say("|", words, (session, viewing) -> session.judge(step.id(), moved.get(), viewing));
        judging.tell(words);
    }

    /// Moves the edge that was moved last.
    ///
    /// @param frames how far, negative back
    public void nudge(int frames) {
        edgeFrame().ifPresent(frame -> put(begin, frame + frames));
    }

    /// Puts the edge that was moved last onto the next of the three marks nearest to it.
    ///
    /// @param marks frames of marks, such as those at which a gripper closes
    public void snap(List<Integer> marks) {
        Optional<Long> at = edgeFrame();
        if (at.isEmpty() || marks.isEmpty()) {
            judging.tell("There is no mark to snap to.");
            return;
        }
        long frame = at.get();
        List<Integer> nearest = marks.stream()
                .sorted(Comparator.comparingLong(mark -> Math.abs(mark - frame)))
                .limit(MARKS)
                .sorted()
                .toList();
        int next = nearest.stream().filter(mark -> mark > frame).findFirst().orElse(nearest.getFirst());
        put(begin, next);
    }

    private Optional<Long> edgeFrame() {
        @Nullable StepState step = judging.listedStep();
        Optional<FrameRange> range = step == null ? Optional.empty() : step.range();
        return range.map(frames -> begin ? frames.first() : frames.end());
    }

    private StepEdge edge() {
        return begin ? StepEdge.BEGIN : StepEdge.END;
    }
}
