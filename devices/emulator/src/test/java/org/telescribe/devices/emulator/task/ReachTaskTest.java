package org.telescribe.devices.emulator.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.physics.BenchBlock;
import org.telescribe.devices.emulator.physics.BenchWorld;

class ReachTaskTest {
    private static final long TICK_NANOS = 20_000_000L;

    private final BenchArms arms = new BenchArms();

    @Test
    void scatteredBlocksLieApartAndEachSeedGivesThemOtherPlaces() {
        for (long seed = 0; seed < 200; seed++) {
            BenchObjects objects = BenchObjects.scattered(seed);
            assertEquals(objects, BenchObjects.scattered(seed));
            for (BenchBlock one : BenchBlock.values()) {
                for (BenchBlock other : BenchBlock.values()) {
                    double metres = one.startPlace(objects).metresTo(other.startPlace(objects));
                    assertTrue(one == other || metres >= BenchObjects.APART_METRES, "seed " + seed);
                }
            }
        }
        assertFalse(BenchObjects.scattered(1).equals(BenchObjects.scattered(2)));
    }

    @Test
    void everyBlockAndBothArmsAreAskedFor() {
        Set<BenchBlock> blocks = EnumSet.noneOf(BenchBlock.class);
        Set<ArmSide> sides = EnumSet.noneOf(ArmSide.class);
        for (long seed = 0; seed < 60; seed++) {
            BenchObjects objects = BenchObjects.scattered(seed);
            assertFalse(ReachTask.possible(arms, objects).isEmpty(), "seed " + seed);
            ReachTask task = ReachTask.ofSeed(arms, objects, seed);
            blocks.add(task.block());
            sides.add(task.side());
        }
        assertEquals(EnumSet.allOf(BenchBlock.class), blocks);
        assertEquals(EnumSet.allOf(ArmSide.class), sides);
    }

    @Test
    void theSentenceNamesTheBlockAndTheArm() {
        assertEquals(
                "Reach the YELLOW block with the RIGHT arm",
                new ReachTask(ArmSide.RIGHT, BenchBlock.YELLOW).sentence());
    }

    @Test
    void theScriptedHandDoesIt() {
        int done = 0;
        for (long seed = 0; seed < 10; seed++) {
            BenchObjects objects = BenchObjects.scattered(seed);
            ReachTask task = ReachTask.ofSeed(arms, objects, seed);
            if (performed(objects, task, task, seed) instanceof ReachOutcome.Done) {
                done++;
            }
        }
        assertTrue(done >= 8, done + " of 10");
    }

    @Test
    void anotherBlockThanTheNamedOneIsNotIt() {
        BenchObjects objects = BenchObjects.scattered(3);
        List<ReachTask> tasks = ReachTask.possible(arms, objects);
        ReachTask asked = tasks.get(0);
        ReachTask other = tasks.stream()
                .filter(task -> task.side() == asked.side() && task.block() != asked.block())
                .findFirst()
                .orElseThrow();
        assertFalse(performed(objects, asked, other, 3) instanceof ReachOutcome.Done);
    }

    @Test
    void theOtherArmThanTheNamedOneFails() {
        BenchObjects objects = BenchObjects.scattered(5);
        List<ReachTask> tasks = ReachTask.possible(arms, objects);
        ReachTask done = tasks.get(0);
        ReachTask asked = new ReachTask(done.side() == ArmSide.LEFT ? ArmSide.RIGHT : ArmSide.LEFT, done.block());
        ReachOutcome.Failed failed = assertInstanceOf(ReachOutcome.Failed.class, performed(objects, asked, done, 5));
        assertTrue(
                failed.reason()
                        .contains("the %s arm moved".formatted(done.side().word())),
                failed.reason());
    }

    @Test
    void nothingIsDoneWhenNobodyMoves() {
        BenchObjects objects = BenchObjects.scattered(1);
        try (BenchWorld world = new BenchWorld(arms, objects)) {
            ReachJudge judge = new ReachJudge(arms, ReachTask.ofSeed(arms, objects, 1), world.state());
            for (int i = 0; i < 500; i++) {
                world.step(arms.restRad(), arms.restRad());
            }
            assertInstanceOf(ReachOutcome.Running.class, judge.look(world.state()));
        }
    }

    private ReachOutcome performed(BenchObjects objects, ReachTask asked, ReachTask done, long seed) {
        try (BenchWorld world = new BenchWorld(arms, objects)) {
            ReachHand hand = new ReachHand(arms, objects, done, seed);
            run(world, hand.wishRad(ArmSide.LEFT), hand.wishRad(ArmSide.RIGHT), 30);
            ReachJudge judge = new ReachJudge(arms, asked, world.state());
            ReachOutcome outcome = new ReachOutcome.Running();
            for (int tick = 0; tick < 250 && outcome instanceof ReachOutcome.Running; tick++) {
                hand.tick();
                run(world, hand.sentRad(ArmSide.LEFT), hand.sentRad(ArmSide.RIGHT), 1);
                outcome = judge.look(world.state());
            }
            return outcome;
        }
    }

    private static void run(BenchWorld world, double[] left, double[] right, int ticks) {
        for (long nanos = 0; nanos < ticks * TICK_NANOS; nanos += BenchWorld.STEP_NANOS) {
            world.step(left, right);
        }
    }
}
