package org.telescribe.app.simulation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.telescribe.app.console.SoftwareVersion;
import org.telescribe.devices.core.frame.PixelFormat;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.dataset.EpisodeRecording;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.VideoCodec;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.video.CameraEncoder;
import org.telescribe.teleop.episode.video.EncodedPacket;
import org.telescribe.teleop.episode.video.VideoEncoders;

/// An episode of the simulated bench while it is recorded: a row for each action, with the bench's
/// own time. One thread.
final class BenchEpisode implements AutoCloseable {
    private static final String STATE = "observation.state";
    private static final String VELOCITY = "observation.velocity";
    private static final String ACTION = "action";
    private static final String REQUESTED = "action.requested";
    private static final VideoSettings VIDEO = new VideoSettings(VideoCodec.SVT_AV1, 25, 18, 12);

    private final EpisodeSchema schema;
    private final SimulatedBench bench;
    private final int firstCamera;
    private final int drawnEvery;
    private final List<CameraEncoder> encoders = new ArrayList<>();
    private final List<ByteBuffer> pixels = new ArrayList<>();
    private final EpisodeRecording recording;
    private final double[] stateRad;
    private final double[] speedRadPerS;
    private int rows;

    /// Who does what.
    ///
    /// @param task a sentence
    /// @param operator whose hands
    /// @param wallMillis when, milliseconds since 1970 UTC
    record Words(String task, String operator, long wallMillis) {}

    /// Begins an episode.
    ///
    /// @param dataset where to; its schema is that of [#schema]
    /// @param bench the bench
    /// @param firstCamera place of the schema's first camera among the bench's
    /// @param drawnEvery every how many rows the cameras draw; between them the last picture is repeated
    /// @param words who does what
    BenchEpisode(RecordingDataset dataset, SimulatedBench bench, int firstCamera, int drawnEvery, Words words) {
        this.schema = dataset.schema();
        this.bench = bench;
        this.firstCamera = firstCamera;
        this.drawnEvery = drawnEvery;
        this.stateRad = new double[2 * bench.arms().layout().size()];
        this.speedRadPerS = new double[stateRad.length];
        List<ByteBuffer> headers = new ArrayList<>();
        for (CameraFeature camera : schema.cameras()) {
            CameraEncoder encoder =
                    VideoEncoders.open(VIDEO, camera, BenchPolicySetup.CONTROL_HZ, new PosixThreadScheduling());
            encoders.add(encoder);
            headers.add(encoder.codecHeader());
            pixels.add(ByteBuffer.allocateDirect(PixelFormat.I420.bytes(camera.width(), camera.height())));
        }
        this.recording = dataset.begin(
                new EpisodeStart(
                        new EpisodeId(UUID.randomUUID()),
                        words.task(),
                        words.operator(),
                        "simulated bench",
                        SoftwareVersion.current(),
                        "",
                        ArmSource.EMULATED,
                        0,
                        words.wallMillis()),
                headers);
    }

    /// {@return what each row has}
    ///
    /// @param layout joints of each arm
    /// @param cameras the cameras that are recorded
    static EpisodeSchema schema(ArmLayout layout, List<CameraInfo> cameras) {
        List<String> positions = BenchPolicySetup.channels(layout, "pos");
        return new EpisodeSchema(
                BenchPolicySetup.CONTROL_HZ,
                BenchPolicySetup.ROBOT_TYPE,
                List.of(
                        FeatureSpec.floats(ACTION, positions),
                        FeatureSpec.floats(STATE, positions),
                        FeatureSpec.floats(REQUESTED, positions),
                        FeatureSpec.floats(VELOCITY, BenchPolicySetup.channels(layout, "vel"))),
                cameras.stream()
                        .map(camera -> new CameraFeature(camera.name(), camera.width(), camera.height()))
                        .toList(),
                VIDEO);
    }

    /// Adds a row: the bench as it is, before the action is carried out.
    ///
    /// @param sentRad where the servos are sent, the left arm's, then the right arm's, radians
    /// @param requestedRad where they were wished, radians
    void row(double[] sentRad, double[] requestedRad) {
        long nanos = rows * BenchPolicySetup.TICK_NANOS;
        bench.readJoints(stateRad);
        bench.readJointSpeeds(speedRadPerS);
        recording.append(schema.rowLayout()
                .newRow(rows, nanos)
                .setFloats(ACTION, sentRad)
                .setFloats(STATE, stateRad)
                .setFloats(REQUESTED, requestedRad)
                .setFloats(VELOCITY, speedRadPerS));
        boolean repeated = rows % drawnEvery != 0;
        long drawnNanos = (rows - rows % drawnEvery) * BenchPolicySetup.TICK_NANOS;
        for (int camera = 0; camera < encoders.size(); camera++) {
            if (!repeated) {
                bench.draw(firstCamera + camera, pixels.get(camera));
            }
            for (EncodedPacket packet : encoders.get(camera).encode(pixels.get(camera), rows)) {
                recording.append(packet.of(camera, drawnNanos, rows / drawnEvery, repeated));
            }
        }
        rows++;
    }

    /// {@return rows so far}
    int rows() {
        return rows;
    }

    private EpisodeEnd end() {
        return new EpisodeEnd(
                rows * BenchPolicySetup.TICK_NANOS,
                Map.of("ticks", (long) rows, "bench_state_hash", bench.state().hash()));
    }

    /// Ends and keeps it.
    ///
    /// @param success whether the task was done
    /// @return the saved episode
    CommittedEpisode keep(boolean success) {
        return recording.commit(
                end(), new EpisodeVerdict(success ? EpisodeOutcome.SUCCESS : EpisodeOutcome.FAILURE, false, ""));
    }

    /// Ends it and throws it into the dataset's trash.
    ///
    /// @param reason why
    void discard(String reason) {
        recording.finish(end()).discard(reason);
    }

    @Override
    public void close() {
        encoders.forEach(CameraEncoder::close);
    }
}
