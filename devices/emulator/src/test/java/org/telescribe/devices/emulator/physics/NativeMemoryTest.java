package org.telescribe.devices.emulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.devices.emulator.bench.BenchArms;

class NativeMemoryTest {
    private static final int RESETS = 1_000;
    private static final long LARGEST_GROWTH_KIB = 6 * 1024;

    private final BenchArms arms = new BenchArms();

    /// What a world takes is measured as well, so that the bound is known to see a leak.
    @Test
    void aThousandResetsTakeNoNativeMemory(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/smaps_rollup")), "the memory of a process is read from /proc");
        String answer = ChildJava.answerOf(MemoryChild.class, folder, MemoryChild.OPTIONS, Integer.toString(RESETS));
        long growthKib = Long.parseLong(answer.substring(0, answer.indexOf(' ')));
        long oneKib = Long.parseLong(answer.substring(answer.indexOf(' ') + 1));
        assertTrue(oneKib * RESETS > 10 * LARGEST_GROWTH_KIB, "a leak of %d KiB a reset would pass".formatted(oneKib));
        assertTrue(growthKib < LARGEST_GROWTH_KIB, "grew by %d KiB in %d resets".formatted(growthKib, RESETS));
    }

    @Test
    void resettingAndClosingGiveEveryShapeBack() {
        int before = BenchWorld.shapesInEngine();
        try (BenchWorld world = new BenchWorld(arms, 0)) {
            int one = BenchWorld.shapesInEngine();
            assertTrue(one > before);
            world.reset(1);
            assertEquals(one, BenchWorld.shapesInEngine());
        }
        assertEquals(before, BenchWorld.shapesInEngine());
    }

    @Test
    void aClosedBenchSaysSoAndClosingTwiceDoesNothing() {
        BenchWorld world = new BenchWorld(arms, 0);
        world.close();
        world.close();
        IllegalStateException refused = assertThrows(IllegalStateException.class, world::state);
        assertEquals("this bench is closed", refused.getMessage());
    }

    @Test
    void targetsThatAreNoNumbersAreRefusedAndNothingMoves() {
        try (BenchWorld world = new BenchWorld(arms, 0)) {
            double[] broken = arms.restRad();
            broken[2] = Double.NaN;
            long before = world.stateHash();
            assertThrows(IllegalArgumentException.class, () -> world.step(broken, arms.restRad()));
            assertThrows(IllegalArgumentException.class, () -> world.step(arms.restRad(), new double[3]));
            assertEquals(before, world.stateHash());
            assertEquals(0, world.simulatedNanos());
        }
    }
}
