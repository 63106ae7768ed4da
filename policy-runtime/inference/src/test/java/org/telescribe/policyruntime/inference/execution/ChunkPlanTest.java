package org.telescribe.policyruntime.inference.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkPlanTest {
    private final double[] action = new double[1];

    @Test
    void aChunkThatIsWaitedForBeginsWithItsFirstAction() {
        ChunkPlan plan = new ChunkPlan(new ChunkTiming(5, 3, 0, 4), 1);
        List<String> seen = new ArrayList<>();
        long asked = -1;
        for (long tick = 0; tick < 12; tick++) {
            if (asked >= 0 && tick == asked + 2) {
                assertTrue(plan.arrived(asked, chunk(asked, 5)));
            }
            if (plan.wantsObservation()) {
                plan.asked(tick);
                asked = tick;
            }
            seen.add(plan.due(action) + " " + action[0]);
        }
        assertEquals(
                List.of(
                        "WAIT 0.0",
                        "WAIT 0.0",
                        "ACT 0.0",
                        "ACT 1.0",
                        "ACT 2.0",
                        "STAND 2.0",
                        "STAND 2.0",
                        "ACT 500.0",
                        "ACT 501.0",
                        "ACT 502.0",
                        "STAND 502.0",
                        "STAND 502.0"),
                seen);
    }

    @Test
    void aChunkAskedAheadSkipsWhatWasCarriedOutSinceItsObservation() {
        ChunkPlan plan = new ChunkPlan(new ChunkTiming(8, 4, 2, 0), 1);
        plan.asked(0);
        plan.arrived(0, chunk(0, 8));
        List<Double> seen = new ArrayList<>();
        for (long tick = 0; tick < 12; tick++) {
            if (plan.wantsObservation()) {
                plan.asked(tick);
                plan.arrived(tick, chunk(tick, 8));
            }
            assertEquals(ChunkStep.ACT, plan.due(action));
            seen.add(action[0]);
        }
        assertEquals(List.of(0.0, 1.0, 2.0, 3.0, 202.0, 203.0, 204.0, 205.0, 602.0, 603.0, 604.0, 605.0), seen);
        assertEquals(4, plan.chunks());
    }

    @Test
    void aLateChunkMakesTheLastActionStandAndThenHolds() {
        ChunkPlan plan = new ChunkPlan(new ChunkTiming(3, 2, 0, 2), 1);
        plan.asked(0);
        plan.arrived(0, chunk(0, 3));
        List<ChunkStep> steps = new ArrayList<>();
        for (int tick = 0; tick < 6; tick++) {
            if (plan.wantsObservation()) {
                plan.asked(tick);
            }
            steps.add(plan.due(action));
        }
        assertEquals(
                List.of(ChunkStep.ACT, ChunkStep.ACT, ChunkStep.STAND, ChunkStep.STAND, ChunkStep.HOLD, ChunkStep.HOLD),
                steps);
        assertFalse(plan.arrived(2, chunk(2, 3)), "what comes after HOLD moves nothing");
        assertEquals(ChunkStep.HOLD, plan.due(action));
        assertFalse(plan.wantsObservation());
        plan.reset();
        assertTrue(plan.wantsObservation());
        assertEquals(ChunkStep.WAIT, plan.due(action));
    }

    @Test
    void aChunkOfAnotherObservationIsDropped() {
        ChunkPlan plan = new ChunkPlan(new ChunkTiming(3, 2, 0, 9), 1);
        assertFalse(plan.arrived(0, chunk(0, 3)), "none was asked for");
        plan.asked(7);
        assertFalse(plan.arrived(6, chunk(6, 3)));
        plan.reset();
        assertFalse(plan.arrived(7, chunk(7, 3)), "it is from before the reset");
    }

    @Test
    void timingsThatRunOutOfActionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ChunkTiming(5, 6, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new ChunkTiming(5, 4, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> new ChunkTiming(5, 2, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> new ChunkTiming(5, 2, 0, -1));
    }

    @Test
    void whateverComesWheneverNoActionIsCarriedOutTwiceOrOutOfOrder() {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int executed = 1 + random.nextInt(5);
            int lead = random.nextInt(executed);
            ChunkTiming timing = new ChunkTiming(executed + lead + random.nextInt(3), executed, lead, 1000);
            ChunkPlan plan = new ChunkPlan(timing, 1);
            long carriedOut = 0;
            long asked = -1;
            long basis = 0;
            for (long tick = 0; tick < 100; tick++) {
                if (plan.wantsObservation()) {
                    plan.asked(tick);
                    asked = tick;
                    basis = carriedOut;
                }
                if (asked >= 0 && random.nextInt(3) == 0) {
                    // each action says which one of all it is
                    plan.arrived(asked, ofBasis(basis, timing.size()));
                    asked = -1;
                }
                if (plan.due(action) == ChunkStep.ACT) {
                    assertEquals((double) carriedOut, action[0], "seed " + seed + " round " + round + " tick " + tick);
                    carriedOut++;
                }
            }
            assertTrue(carriedOut > 5, "seed " + seed + " round " + round);
        }
    }

    private static double[] chunk(long observationTick, int size) {
        return ofBasis(100 * observationTick, size);
    }

    private static double[] ofBasis(long basis, int size) {
        double[] actions = new double[size];
        for (int i = 0; i < size; i++) {
            actions[i] = basis + i;
        }
        return actions;
    }
}
