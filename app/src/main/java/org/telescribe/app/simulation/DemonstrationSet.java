package org.telescribe.app.simulation;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.task.ReachHand;
import org.telescribe.devices.emulator.task.ReachJudge;
import org.telescribe.devices.emulator.task.ReachOutcome;
import org.telescribe.devices.emulator.task.ReachTask;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.model.EpisodeSchema;

/// Demonstrations of reaching, done by the scripted hands on the bench with physics and recorded as a
/// LeRobot dataset on a simulated clock: one row and one picture of each camera for each action.
public final class DemonstrationSet {
    private static final int SETTLING_TICKS = 30;
    private static final int STAYING_TICKS = 20;
    private static final int LONGEST_TICKS = 400;

    private final BenchArms arms;
    private final BenchPictureMaker pictures;
    private final SessionClock clock;
    private final List<CameraInfo> cameras = BenchPolicySetup.smallCameras();
    private final EpisodeSchema schema;

    /// What was recorded.
    ///
    /// @param episodes episodes kept
    /// @param rows rows in them
    /// @param leftOut attempts that the rule did not call done, which are not in the set
    public record Recorded(int episodes, long rows, int leftOut) {}

    /// A set that is not recorded yet.
    ///
    /// @param arms the bench's arms
    /// @param pictures makes the cameras' renderers
    /// @param clock the session clock, for the wall time of episodes
    public DemonstrationSet(BenchArms arms, BenchPictureMaker pictures, SessionClock clock) {
        this.arms = arms;
        this.pictures = pictures;
        this.clock = clock;
        this.schema = BenchEpisode.schema(arms.layout(), cameras);
    }

    /// Records.
    ///
    /// @param directory the dataset's directory; continued when it is there
    /// @param episodes how many to add
    /// @param firstSeed seed of the first episode's layout and task; each further one has the next
    /// @param progress told after each episode how many are done
    /// @return what was recorded
    public Recorded record(Path directory, int episodes, long firstSeed, IntConsumer progress) {
        long rows = 0;
        int kept = 0;
        int leftOut = 0;
        try (RecordingDataset dataset = RecordingDataset.open(directory, schema, new NioDurableFiles(), clock);
                SimulatedBench bench = new SimulatedBench(arms, BenchObjects.scattered(firstSeed), cameras, pictures)) {
            for (long seed = firstSeed; kept < episodes; seed++) {
                long added = new Attempt(dataset, bench, seed).run();
                rows += added;
                if (added > 0) {
                    kept++;
                    progress.accept(kept);
                } else {
                    leftOut++;
                }
            }
        }
        return new Recorded(kept, rows, leftOut);
    }

    /// One episode.
    private final class Attempt {
        private final RecordingDataset dataset;
        private final SimulatedBench bench;
        private final ReachTask task;
        private final ReachHand hand;

        Attempt(RecordingDataset dataset, SimulatedBench bench, long seed) {
            this.dataset = dataset;
            this.bench = bench;
            BenchObjects objects = BenchObjects.scattered(seed);
            this.task = ReachTask.ofSeed(arms, objects, seed);
            this.hand = new ReachHand(arms, objects, task, seed);
            bench.reset(objects);
        }

        long run() {
            double[] left = hand.wishRad(ArmSide.LEFT);
            double[] right = hand.wishRad(ArmSide.RIGHT);
            bench.run(SETTLING_TICKS * BenchPolicySetup.TICK_NANOS, left, right);
            BenchEpisode.Words words = new BenchEpisode.Words(task.sentence(), "scripted hands", clock.wallMillis());
            try (BenchEpisode episode = new BenchEpisode(dataset, bench, 0, 1, words)) {
                return record(episode);
            }
        }

        private long record(BenchEpisode episode) {
            ReachJudge judge = new ReachJudge(arms, task, bench.state());
            ReachOutcome outcome = new ReachOutcome.Running();
            int stayed = 0;
            while (stayed < STAYING_TICKS && episode.rows() < LONGEST_TICKS) {
                hand.tick();
                double[] left = hand.sentRad(ArmSide.LEFT);
                double[] right = hand.sentRad(ArmSide.RIGHT);
                episode.row(both(left, right), both(hand.wishRad(ArmSide.LEFT), hand.wishRad(ArmSide.RIGHT)));
                bench.run(BenchPolicySetup.TICK_NANOS, left, right);
                outcome = judge.look(bench.state());
                stayed = hand.isThere() ? stayed + 1 : 0;
            }
            if (outcome instanceof ReachOutcome.Done) {
                episode.keep(true);
                return episode.rows();
            }
            episode.discard("%s: %s".formatted(task.sentence(), whyNot(outcome)));
            return 0;
        }

        private static String whyNot(ReachOutcome outcome) {
            return outcome instanceof ReachOutcome.Failed failed ? failed.reason() : "the hand was not over the block";
        }

        private static double[] both(double[] left, double[] right) {
            double[] joined = new double[left.length + right.length];
            System.arraycopy(left, 0, joined, 0, left.length);
            System.arraycopy(right, 0, joined, left.length, right.length);
            return joined;
        }
    }
}
