package org.telescribe.devices.emulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.devices.emulator.bench.BenchArms;

class SameSeedSameHashTest {
    private static final long SEED = 21;

    private final BenchArms arms = new BenchArms();

    @Test
    void theSameSeedGoesTheSameWayInOneWorldAgainAndInAnotherWorldBesideIt() {
        try (BenchWorld world = new BenchWorld(arms, 1);
                BenchWorld other = new BenchWorld(arms, 2)) {
            long first = Runs.scripted(world, arms, SEED).hash();
            long between = Runs.scripted(world, arms, SEED + 1).hash();
            long again = Runs.scripted(world, arms, SEED).hash();
            long elsewhere = Runs.scripted(other, arms, SEED).hash();
            assertEquals(first, again);
            assertEquals(first, elsewhere);
            assertNotEquals(first, between, "another seed goes another way");
        }
    }

    @Test
    void oneTargetThatDiffersByAThousandthOfARadianChangesTheHash() {
        try (BenchWorld world = new BenchWorld(arms, SEED)) {
            double[] rest = arms.restRad();
            double[] moved = rest.clone();
            moved[0] += 0.001;
            world.step(rest, rest);
            world.step(rest, rest);
            long still = world.stateHash();
            world.reset(SEED);
            world.step(rest, rest);
            world.step(moved, rest);
            assertNotEquals(still, world.stateHash());
        }
    }

    @Test
    void theSameSeedGoesTheSameWayInAnotherProcess(@TempDir Path folder) throws IOException, InterruptedException {
        String there = ChildJava.answerOf(HashChild.class, folder, List.of(), Long.toString(SEED));
        try (BenchWorld world = new BenchWorld(arms, 1)) {
            String here = Long.toHexString(Runs.scripted(world, arms, SEED).hash());
            assertEquals(here, there);
        }
    }
}
