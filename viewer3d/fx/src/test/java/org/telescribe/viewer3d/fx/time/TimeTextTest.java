package org.telescribe.viewer3d.fx.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTextTest {
    @Test
    void timesHaveMinutesSecondsAndMilliseconds() {
        assertEquals("00:06.433", TimeText.stamp(6_433_333_333L));
        assertEquals("02:05.000", TimeText.stamp(125_000_000_000L));
    }

    @Test
    void lengthsOfAMinuteAndMoreAreInMinutes() {
        assertEquals("18.2 s", TimeText.length(18.2));
        assertEquals("2 min 05 s", TimeText.length(125.2));
    }

    @Test
    void numbersHaveTheTypographicMinusAndNoNegativeZero() {
        assertEquals("−12.4", TimeText.number(-12.4, 1));
        assertEquals("0.0", TimeText.number(-0.01, 1));
        assertEquals("–", TimeText.number(Double.NaN, 1));
    }

    @Test
    void stretchesEndWhereTheConditionEnds() {
        assertEquals(
                List.of(new TimelineTracks.Rows(2, 4), new TimelineTracks.Rows(6, 7)),
                TimelineTracks.stretches(7, row -> row == 2 || row == 3 || row == 6));
    }

    @Test
    void eventsAreWhereSomethingBeginsOrEnds() {
        TimelineTracks tracks = new TimelineTracks(
                10,
                30,
                List.of(new TimelineTracks.Step("grasp", 0, 5)),
                List.of(new TimelineTracks.Mark(3, "look", TimelineTracks.MarkShape.LOOK)),
                List.of(new TimelineTracks.GripperTrack(true, List.of(new TimelineTracks.Rows(4, 10)))),
                List.of());
        assertEquals(List.of(3, 4), tracks.events());
    }
}
