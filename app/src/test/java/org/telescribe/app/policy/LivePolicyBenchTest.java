package org.telescribe.app.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.task.ReachTask;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.message.HoldCause;

/// The shipped policy in the operator's place, over the emulated buses in real time.
class LivePolicyBenchTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path home = Path.of("");

    @Test
    void itsActionsReachTheFollowersAndHoldStopsThem() throws Exception {
        BenchArms arms = new BenchArms();
        SystemSessionClock clock = new SystemSessionClock();
        AppFolders folders = AppFolders.ofEnvironment(Map.of("XDG_CACHE_HOME", home.toString()), home.toString());
        PolicyChoice choice = new PolicyChoice(folders, arms);
        CheckedBundle bundle = choice.passed(choice.folder(null));
        BenchObjects objects = BenchObjects.scattered(3);
        ReachTask task = ReachTask.ofSeed(arms, objects, 3);
        try (LivePolicyBench bench =
                LivePolicyBench.open(bundle, arms, objects, BenchPictureMaker.software(), clock, late -> {})) {
            LiveRollout rollout = new LiveRollout(bench, bundle, arms, clock, new ParkingWait(clock));
            assertNull(rollout.arm());
            assertEquals(0, bench.hands().actedTicks(), "nothing is done before it is told what");
            rollout.act(task, task.sentence(), 2 * SECOND);
            assertTrue(bench.hands().actedTicks() > 20, "acted " + bench.hands().actedTicks());
            assertTrue(bench.hands().chunks() >= 2, "chunks " + bench.hands().chunks());
            bench.loop().send(new ControlCommand.Hold(HoldCause.OPERATOR));
            long untilNanos = clock.nanoTime() + 5 * SECOND;
            ParkingWait wait = new ParkingWait(clock);
            while (bench.loop().snapshot().state() != ControlState.HOLD && clock.nanoTime() < untilNanos) {
                wait.waitUntil(clock.nanoTime() + SECOND / 100);
            }
            assertEquals(ControlState.HOLD, bench.loop().snapshot().state());
            wait.waitUntil(clock.nanoTime() + SECOND / 10);
            long before = bench.hands().actedTicks();
            wait.waitUntil(clock.nanoTime() + SECOND / 5);
            assertEquals(before, bench.hands().actedTicks(), "a policy does not act on arms that hold");
        }
    }
}
