package org.telescribe.viewer3d.fx.player;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.MarkKind;
import org.telescribe.teleop.episode.read.RecordedFacts;
import org.telescribe.viewer3d.fx.time.TimelineTracks;
import org.telescribe.viewer3d.fx.time.TimelineTracks.MarkShape;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;

class TrackFactsTest {
    private static final int ROWS = 300;

    private static TimelineTracks tracks(@Nullable RecordedFacts facts) {
        return TrackFacts.of(new EpisodeClip(
                "test",
                Path.of("test"),
                "v3.0",
                "test_dual",
                0,
                List.of("test"),
                30,
                ROWS,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                facts,
                ""));
    }

    @Test
    void marksStandAtTheirRowsEachKindInItsShapeStepsNumbered() {
        List<EpisodeMark> marks = List.of(
                new EpisodeMark(MarkKind.STEP, 1_000_000_000L),
                new EpisodeMark(MarkKind.LOOK, 2_020_000_000L),
                new EpisodeMark(MarkKind.STEP, 60_000_000_000L)); // pressed after the last row
        TimelineTracks tracks =
                tracks(new RecordedFacts("", "", "", "", "emulated", 0, EpisodeOutcome.UNRATED, false, "", marks, ""));
        assertEquals(
                List.of(
                        new TimelineTracks.Mark(30, "1", MarkShape.STEP),
                        new TimelineTracks.Mark(60, "", MarkShape.LOOK),
                        new TimelineTracks.Mark(ROWS - 1, "2", MarkShape.STEP)),
                tracks.marks());
        assertEquals(List.of(30, 60, ROWS - 1), tracks.events());
    }

    @Test
    void anEpisodeThatOthersRecordedHasNoMarks() {
        assertEquals(List.of(), tracks(null).marks());
    }
}
