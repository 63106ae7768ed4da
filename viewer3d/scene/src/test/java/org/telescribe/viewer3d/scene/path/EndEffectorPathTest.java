package org.telescribe.viewer3d.scene.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.camera.CameraModel;
import org.telescribe.viewer3d.scene.colour.TimeRamp;

class EndEffectorPathTest {
    private static EndEffectorPath line(int size, int spikeAt) {
        long[] times = new long[size];
        float[] places = new float[3 * size];
        boolean[] closed = new boolean[size];
        for (int i = 0; i < size; i++) {
            times[i] = 10L * i;
            places[3 * i] = i / (float) size;
            places[3 * i + 1] = i == spikeAt ? 0.3f : 0;
            places[3 * i + 2] = 1;
            closed[i] = i >= size / 3 && i < size / 2;
        }
        return EndEffectorPath.of(times, places, closed);
    }

    @Test
    void spikeOfOneMomentSurvivesDecimation() {
        EndEffectorPath thin = line(10_000, 6_789).decimated(60);
        assertTrue(thin.size() <= 66, thin.size() + " moments");
        assertEquals(0.3f, (float) thin.bounds().maxY(), 0);
        assertEquals(0, thin.timeNanos(0));
        assertEquals(99_990, thin.timeNanos(thin.size() - 1));
    }

    @Test
    void momentsOfTheGripperSurviveDecimation() {
        EndEffectorPath thin = line(10_000, 1).decimated(30);
        int closing = thin.indexAt(33_330);
        assertTrue(thin.gripperClosed(closing));
        assertEquals(33_330, thin.timeNanos(closing));
        assertFalse(thin.gripperClosed(closing - 1));
        assertEquals(33_320, thin.timeNanos(closing - 1));
    }

    @Test
    void momentIsTheGreatestNotAfterTheTime() {
        EndEffectorPath path = line(5, 1);
        assertEquals(-1, path.indexAt(-1));
        assertEquals(0, path.indexAt(9));
        assertEquals(1, path.indexAt(10));
        assertEquals(4, path.indexAt(1_000));
    }

    @Test
    void timeThatGoesBackIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> EndEffectorPath.of(new long[] {5, 4}, new float[6], new boolean[2]));
    }

    @Test
    void pathOnAPictureIsCutBehindTheCameraAndThinnedElsewhere() {
        long[] times = new long[300];
        float[] places = new float[900];
        for (int i = 0; i < 300; i++) {
            times[i] = i;
            places[3 * i] = 0.001f * i;
            places[3 * i + 2] = i >= 100 && i < 200 ? -1 : 1;
        }
        List<List<ImagePoint>> runs = PathProjection.project(
                EndEffectorPath.of(times, places, new boolean[300]),
                CameraModel.ofFieldOfView(640, 480, 0.8),
                Pose.IDENTITY,
                0.25);
        assertEquals(2, runs.size());
        assertEquals(2, runs.getFirst().size(), "a straight run needs its ends alone");
        assertEquals(99, runs.getFirst().getLast().timeNanos());
        assertEquals(200, runs.getLast().getFirst().timeNanos());
    }

    @Test
    void rampIsAsDesignedAndGrowsLighter() {
        assertEquals(0x00336F, TimeRamp.at(-1).rgb());
        assertEquals(0x7C7B78, TimeRamp.at(0.5).rgb());
        assertEquals(0xFEE838, TimeRamp.at(2).rgb());
        double before = -1;
        for (double share = 0; share <= 1; share += 0.02) {
            var colour = TimeRamp.at(share);
            double light = 0.2126 * Math.pow(colour.red(), 2.2)
                    + 0.7152 * Math.pow(colour.green(), 2.2)
                    + 0.0722 * Math.pow(colour.blue(), 2.2);
            assertTrue(light > before, "at " + share);
            before = light;
        }
    }
}
