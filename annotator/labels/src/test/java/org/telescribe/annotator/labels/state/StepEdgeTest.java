package org.telescribe.annotator.labels.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.LabelAction.EdgesMoved;
import org.telescribe.annotator.labels.event.MovedStep;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;

/// The draft's steps are 0 to 90, 90 to 200, and one of unknown frames; the episode has 300.
class StepEdgeTest {
    private final Sayings said = new Sayings(Drafts.spoon("s1"));

    private Optional<List<MovedStep>> move(StepEdge edge, int step, long frame) {
        return edge.moved(said.state(), step, frame, 300).map(EdgesMoved::steps);
    }

    private static MovedStep step(int number, long first, long end) {
        return new MovedStep(ItemId.step(number), new FrameRange(first, end));
    }

    @Test
    void sharedEdgeMovesForBothStepsWhicheverOfThemIsAsked() {
        assertEquals(Optional.of(List.of(step(2, 80, 200), step(1, 0, 80))), move(StepEdge.BEGIN, 2, 80));
        assertEquals(Optional.of(List.of(step(1, 0, 100), step(2, 100, 200))), move(StepEdge.END, 1, 100));
    }

    @Test
    void outerEdgesMoveAlone() {
        assertEquals(Optional.of(List.of(step(1, 5, 90))), move(StepEdge.BEGIN, 1, 5));
        assertEquals(Optional.of(List.of(step(2, 90, 210))), move(StepEdge.END, 2, 210));
    }

    @Test
    void noStepBecomesEmptyAndNothingLeavesTheEpisode() {
        assertEquals(Optional.empty(), move(StepEdge.BEGIN, 2, 200));
        assertEquals(Optional.empty(), move(StepEdge.BEGIN, 2, 0));
        assertEquals(Optional.empty(), move(StepEdge.END, 2, 301));
        assertEquals(Optional.empty(), move(StepEdge.BEGIN, 1, -1));
        assertEquals(Optional.empty(), move(StepEdge.BEGIN, 9, 5));
    }

    @Test
    void edgeThatIsThereAlreadySaysNothing() {
        assertEquals(Optional.empty(), move(StepEdge.BEGIN, 2, 90));
    }

    @Test
    void stepOfUnknownFramesGetsThemAndTakesFromItsNeighbourWhatItNeeds() {
        assertEquals(Optional.of(List.of(step(3, 220, 300))), move(StepEdge.BEGIN, 3, 220));
        assertEquals(Optional.of(List.of(step(3, 200, 280))), move(StepEdge.END, 3, 280));
        assertEquals(Optional.of(List.of(step(3, 150, 300), step(2, 90, 150))), move(StepEdge.BEGIN, 3, 150));
    }

    @Test
    void whatIsMovedIsWhatTheStateShows() {
        EdgesMoved moved = StepEdge.BEGIN.moved(said.state(), 2, 70, 300).orElseThrow();
        said.say(ItemId.step(2), moved);
        assertEquals(
                Optional.of(new FrameRange(0, 70)),
                said.state().step(1).orElseThrow().range());
        assertEquals(Optional.of(List.of(step(2, 71, 200), step(1, 0, 71))), move(StepEdge.BEGIN, 2, 71));
    }
}
