package org.telescribe.app.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.session.PolicyInsight;
import org.telescribe.policyruntime.rollouts.run.RolloutRunner;
import org.telescribe.policyruntime.rollouts.run.RolloutTask;
import org.telescribe.policyruntime.rollouts.run.RolloutWatcher;
import org.telescribe.policyruntime.rollouts.run.RolloutWorld;
import org.telescribe.policyruntime.rollouts.run.Standing;
import org.telescribe.policyruntime.rollouts.study.ChunkFacts;
import org.telescribe.policyruntime.rollouts.study.Trial;
import org.telescribe.teleop.control.safety.SafetySettings;

/// The shipped policy in a world whose joints are at once where they are sent.
class RolloutRunnerTest {
    private static final int MOST_TICKS = 30;
    private static final int GATE_STEPS = 4;
    private static final long GATE_NANOS = 5_000_000L;

    private final BenchArms arms = new BenchArms();
    private final ObedientWorld world = new ObedientWorld(arms);

    @TempDir
    private Path home = Path.of("");

    private CheckedBundle bundle;
    private RolloutRunner runner;

    /// Joints that are where they were sent, until [#blindAfter] ticks have passed.
    private static final class ObedientWorld implements RolloutWorld {
        private final ArmLayout layout;
        private final List<double[]> sent = new ArrayList<>();
        private final List<Long> nanos = new ArrayList<>();
        private double[] jointsRad;
        private int blindAfter = Integer.MAX_VALUE;
        private int doneAfter = Integer.MAX_VALUE;

        ObedientWorld(BenchArms arms) {
            this.layout = arms.layout();
            double[] rest = arms.restRad();
            this.jointsRad = Arrays.copyOf(rest, 2 * rest.length);
            System.arraycopy(rest, 0, jointsRad, rest.length, rest.length);
        }

        int ticks() {
            return sent.size() / GATE_STEPS;
        }

        @Override
        public RolloutTask reset(long seed) {
            return new RolloutTask("Reach the red block with the left arm.", Map.of("arm", "left"));
        }

        @Override
        public ArmLayout layout(ArmSide side) {
            return layout;
        }

        @Override
        public void readState(double[] intoRad) {
            System.arraycopy(jointsRad, 0, intoRad, 0, intoRad.length);
            if (ticks() >= blindAfter) {
                intoRad[0] = Double.NaN;
            }
        }

        @Override
        public void look(String role, byte[] rgb) {
            Arrays.fill(rgb, (byte) 90);
        }

        @Override
        public void act(double[] goalsRad, long passedNanos) {
            jointsRad = goalsRad.clone();
            sent.add(goalsRad.clone());
            nanos.add(passedNanos);
        }

        @Override
        public Standing standing() {
            return ticks() >= doneAfter ? new Standing.Done("it is there") : new Standing.Running();
        }

        @Override
        public long stateHash() {
            return Arrays.hashCode(jointsRad);
        }
    }

    /// Keeps what it was told.
    private static final class Witness implements RolloutWatcher {
        private final List<double[]> recordedRad = new ArrayList<>();
        private final List<double[]> statesRad = new ArrayList<>();
        private final List<PolicyInsight> seen = new ArrayList<>();

        @Override
        public void chunk(ChunkFacts facts, Supplier<PolicyInsight> insight) {
            seen.add(insight.get());
        }

        @Override
        public void tick(long tick, double[] stateRad, double[] requestedRad, double[] sentRad) {
            assertEquals(recordedRad.size(), tick);
            statesRad.add(stateRad.clone());
            recordedRad.add(sentRad.clone());
        }
    }

    @BeforeEach
    void shipped() throws Exception {
        AppFolders folders = AppFolders.ofEnvironment(Map.of("XDG_CACHE_HOME", home.toString()), home.toString());
        PolicyChoice choice = new PolicyChoice(folders, arms);
        bundle = choice.passed(choice.folder(null));
        runner = new RolloutRunner(bundle, SafetySettings.EMULATED, new SystemSessionClock());
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private Trial run(RolloutWatcher watcher, BooleanSupplier stopped) throws Exception {
        return runner.run(world, 1, 0, null, MOST_TICKS, watcher, stopped);
    }

    @Test
    void whatIsRecordedIsWhatTheServosAreSentAtThatTick() throws Exception {
        Witness witness = new Witness();
        Trial trial = run(witness, () -> false);
        assertEquals(MOST_TICKS, trial.ticks());
        assertEquals(MOST_TICKS, witness.recordedRad.size());
        for (int tick = 0; tick < MOST_TICKS; tick++) {
            double[] lastOfTick = world.sent.get(GATE_STEPS * tick + GATE_STEPS - 1);
            assertArrayEquals(lastOfTick, witness.recordedRad.get(tick), 0, "tick " + tick);
        }
        double[] atFirst = witness.statesRad.getFirst();
        double[] atLast = witness.statesRad.getLast();
        assertFalse(Arrays.equals(atFirst, atLast), "the policy moved nothing");
        assertTrue(world.nanos.stream().allMatch(passed -> passed == GATE_NANOS));
    }

    @Test
    void aChunkIsAskedForWhenTheOneBeforeIsCarriedOut() throws Exception {
        Witness witness = new Witness();
        Trial trial = run(witness, () -> false);
        int executed = bundle.manifest().chunk().executed();
        List<Long> ticks =
                trial.chunks().stream().map(ChunkFacts::observationTick).toList();
        assertEquals(Math.ceilDiv(MOST_TICKS, executed), ticks.size());
        for (int chunk = 0; chunk < ticks.size(); chunk++) {
            assertEquals((long) chunk * executed, ticks.get(chunk));
        }
        assertEquals(ticks.size(), witness.seen.size());
    }

    @Test
    void whatTakesTooLongFails() throws Exception {
        Trial trial = run(RolloutWatcher.NOBODY, () -> false);
        assertFalse(trial.success());
        assertEquals("not done within 0.6 s", trial.sentence());
    }

    @Test
    void itEndsWhenTheRuleSaysDone() throws Exception {
        world.doneAfter = 3;
        Trial trial = run(RolloutWatcher.NOBODY, () -> false);
        assertTrue(trial.success());
        assertEquals("it is there", trial.sentence());
        assertEquals(3, trial.ticks());
        assertEquals(3, world.ticks());
    }

    @Test
    void itDoesNotStartFromAPoseThatThePolicyDoesNotKnow() {
        world.jointsRad[0] = 1.2;
        RolloutRunner.NotRun refused =
                assertThrows(RolloutRunner.NotRun.class, () -> run(RolloutWatcher.NOBODY, () -> false));
        assertEquals(
                "The policy may not start here: left_waist.pos is at 1.200 rad; the policy starts between -0.250"
                        + " and 0.250.",
                refused.getMessage());
        assertEquals(List.of(), world.sent);
    }

    @Test
    void aNumberThatIsNoneIsNotCarriedOut() throws Exception {
        world.blindAfter = bundle.manifest().chunk().executed();
        Trial trial = run(RolloutWatcher.NOBODY, () -> false);
        assertFalse(trial.success());
        assertEquals("the policy gave a number that is none; the arms hold", trial.sentence());
        assertEquals(world.blindAfter, world.ticks(), "nothing was sent after it");
        assertTrue(world.sent.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite));
    }

    @Test
    void whatIsStoppedDoesNotCount() {
        RolloutRunner.NotRun stopped =
                assertThrows(RolloutRunner.NotRun.class, () -> run(RolloutWatcher.NOBODY, () -> world.ticks() == 2));
        assertEquals("Stopped at tick 2; this rollout does not count.", stopped.getMessage());
    }
}
