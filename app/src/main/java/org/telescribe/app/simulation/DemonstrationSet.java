package org.telescribe.app.simulation;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.telescribe.app.console.SoftwareVersion;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.devices.core.frame.PixelFormat;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.task.ReachHand;
import org.telescribe.devices.emulator.task.ReachJudge;
import org.telescribe.devices.emulator.task.ReachOutcome;
import org.telescribe.devices.emulator.task.ReachTask;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.teleop.episode.dataset.EpisodeRecording;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.EpisodeRow;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.VideoCodec;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.video.CameraEncoder;
import org.telescribe.teleop.episode.video.EncodedPacket;
import org.telescribe.teleop.episode.video.VideoEncoders;

/// Demonstrations of reaching, done by the scripted hands on the bench with physics and recorded as a
/// LeRobot dataset on a simulated clock: one row and one picture of each camera for each action.
public final class DemonstrationSet {
    private static final String STATE = "observation.state";
    private static final String VELOCITY = "observation.velocity";
    private static final String ACTION = "action";
    private static final String REQUESTED = "action.requested";
    private static final int SETTLING_TICKS = 30;
    private static final int STAYING_TICKS = 20;
    private static final int LONGEST_TICKS = 400;
    private static final VideoSettings VIDEO = new VideoSettings(VideoCodec.SVT_AV1, 25, 18, 12);

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
        List<String> positions = BenchPolicySetup.channels(arms.layout(), "pos");
        this.schema = new EpisodeSchema(
                BenchPolicySetup.CONTROL_HZ,
                BenchPolicySetup.ROBOT_TYPE,
                List.of(
                        FeatureSpec.floats(ACTION, positions),
                        FeatureSpec.floats(STATE, positions),
                        FeatureSpec.floats(REQUESTED, positions),
                        FeatureSpec.floats(VELOCITY, BenchPolicySetup.channels(arms.layout(), "vel"))),
                cameras.stream()
                        .map(camera -> new CameraFeature(camera.name(), camera.width(), camera.height()))
                        .toList(),
                VIDEO);
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
        private final int joints = 2 * arms.layout().size();
        private final List<CameraEncoder> encoders = new ArrayList<>();
        private final List<ByteBuffer> pixels = new ArrayList<>();

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
            try {
                List<ByteBuffer> headers = new ArrayList<>();
                for (CameraFeature camera : schema.cameras()) {
                    CameraEncoder encoder =
                            VideoEncoders.open(VIDEO, camera, BenchPolicySetup.CONTROL_HZ, new PosixThreadScheduling());
                    encoders.add(encoder);
                    headers.add(encoder.codecHeader());
                    pixels.add(ByteBuffer.allocateDirect(PixelFormat.I420.bytes(camera.width(), camera.height())));
                }
                return record(dataset.begin(start(), headers));
            } finally {
                encoders.forEach(CameraEncoder::close);
            }
        }

        private EpisodeStart start() {
            return new EpisodeStart(
                    new EpisodeId(UUID.randomUUID()),
                    task.sentence(),
                    "scripted hands",
                    "simulated bench",
                    SoftwareVersion.current(),
                    "",
                    ArmSource.EMULATED,
                    0,
                    clock.wallMillis());
        }

        private long record(EpisodeRecording recording) {
            ReachJudge judge = new ReachJudge(arms, task, bench.state());
            ReachOutcome outcome = new ReachOutcome.Running();
            int stayed = 0;
            int row = 0;
            while (stayed < STAYING_TICKS && row < LONGEST_TICKS) {
                hand.tick();
                double[] left = hand.sentRad(ArmSide.LEFT);
                double[] right = hand.sentRad(ArmSide.RIGHT);
                append(recording, row, left, right);
                bench.run(BenchPolicySetup.TICK_NANOS, left, right);
                outcome = judge.look(bench.state());
                stayed = hand.isThere() ? stayed + 1 : 0;
                row++;
            }
            EpisodeEnd end = new EpisodeEnd(
                    row * BenchPolicySetup.TICK_NANOS,
                    Map.of(
                            "ticks",
                            (long) row,
                            "bench_state_hash",
                            bench.state().hash()));
            if (outcome instanceof ReachOutcome.Done) {
                recording.commit(end, new EpisodeVerdict(EpisodeOutcome.SUCCESS, false, ""));
                return row;
            }
            recording.finish(end).discard("%s: %s".formatted(task.sentence(), whyNot(outcome)));
            return 0;
        }

        private static String whyNot(ReachOutcome outcome) {
            return outcome instanceof ReachOutcome.Failed failed ? failed.reason() : "the hand was not over the block";
        }

        private void append(EpisodeRecording recording, int row, double[] leftRad, double[] rightRad) {
            long nanos = row * BenchPolicySetup.TICK_NANOS;
            double[] state = new double[joints];
            double[] speed = new double[joints];
            bench.readJoints(state);
            bench.readJointSpeeds(speed);
            EpisodeRow made = schema.rowLayout()
                    .newRow(row, nanos)
                    .setFloats(ACTION, both(leftRad, rightRad))
                    .setFloats(STATE, state)
                    .setFloats(REQUESTED, both(hand.wishRad(ArmSide.LEFT), hand.wishRad(ArmSide.RIGHT)))
                    .setFloats(VELOCITY, speed);
            recording.append(made);
            for (int camera = 0; camera < encoders.size(); camera++) {
                bench.draw(camera, pixels.get(camera));
                for (EncodedPacket packet : encoders.get(camera).encode(pixels.get(camera), row)) {
                    recording.append(packet.of(camera, nanos, row, false));
                }
            }
        }

        private double[] both(double[] left, double[] right) {
            double[] joined = new double[joints];
            System.arraycopy(left, 0, joined, 0, left.length);
            System.arraycopy(right, 0, joined, left.length, right.length);
            return joined;
        }
    }
}
