package org.telescribe.app.bench;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.telescribe.app.console.SoftwareVersion;
import org.telescribe.app.station.BenchSetupFacts;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PixelFormat;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.bench.BenchScene;
import org.telescribe.devices.emulator.camera.BenchView;
import org.telescribe.devices.emulator.camera.NoisePictures;
import org.telescribe.devices.emulator.camera.SoftwareBenchRenderer;
import org.telescribe.devices.emulator.motion.MotionSource;
import org.telescribe.devices.emulator.motion.ScriptedTask;
import org.telescribe.devices.emulator.motion.TwoArmMotion;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.teleop.episode.dataset.EpisodeRecording;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.EpisodeRow;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.MarkKind;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.setup.StationSetupFile;
import org.telescribe.teleop.episode.video.CameraEncoder;
import org.telescribe.teleop.episode.video.EncodedPacket;
import org.telescribe.teleop.episode.video.VideoEncoders;

/// A long episode to be looked at: three cameras with moving noise and a number drawn into each picture,
/// both arms at the scripted task again and again.
final class ViewSet {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int RATE = 30;
    private static final long ROW_NANOS = 1_000_000_000L / RATE;
    private static final String STATE = "observation.state";
    private static final String ACTION = "action";
    private static final String REQUESTED = "action.requested";

    private final BenchArms arms = new BenchArms();
    private final TwoArmMotion motion = ScriptedTask.of(arms, BenchObjects.of(1), 1);
    private final SessionClock clock;

    ViewSet(SessionClock clock) {
        this.clock = clock;
    }

    /// What a camera's pictures show.
    @FunctionalInterface
    private interface PictureSource {
        void next(ByteBuffer into, int row);
    }

    /// Moving noise with a number in each picture.
    void write(Path directory, int rows) {
        List<PictureSource> noise = new ArrayList<>();
        for (BenchView view : BenchView.values()) {
            NoisePictures pictures = new NoisePictures(WIDTH, HEIGHT, view.ordinal() + 1);
            noise.add(pictures::next);
        }
        write(directory, rows, noise);
    }

    /// The bench as its cameras see it.
    void writeBench(Path directory, int rows) {
        BenchScene scene = new BenchScene(arms, BenchObjects.of(1));
        List<PictureSource> seen = new ArrayList<>();
        FramePool pool = new FramePool(1, WIDTH, HEIGHT, false);
        for (BenchView view : BenchView.values()) {
            SoftwareBenchRenderer renderer = new SoftwareBenchRenderer(scene, WIDTH, HEIGHT);
            seen.add((into, row) -> {
                double[] left = joints(motion.left(), row);
                double[] right = joints(motion.right(), row);
                PooledFrame frame = Objects.requireNonNull(pool.take());
                renderer.draw(
                        view.benchFromCamera(arms, left, right), view.verticalFieldOfViewRad(), left, right, frame);
                into.put(0, frame.pixels(), 0, into.capacity());
                frame.release();
            });
        }
        write(directory, rows, seen);
    }

    private double[] joints(MotionSource source, int row) {
        double[] joints = new double[arms.layout().size()];
        for (int joint = 0; joint < joints.length; joint++) {
            joints[joint] = source.positionRad(joint, atNanos(row));
        }
        return joints;
    }

    private long atNanos(int row) {
        long loop = Math.max(motion.left().durationNanos(), motion.right().durationNanos());
        return row * ROW_NANOS % loop;
    }

    private void write(Path directory, int rows, List<PictureSource> pictures) {
        List<CameraFeature> cameras = new ArrayList<>();
        List<CameraInfo> infos = new ArrayList<>();
        for (BenchView view : BenchView.values()) {
            cameras.add(new CameraFeature(view.cameraName(), WIDTH, HEIGHT));
            infos.add(new CameraInfo(view.cameraName(), WIDTH, HEIGHT, RATE));
        }
        List<String> channels = new ArrayList<>(arms.layout().channelNames(ArmSide.LEFT, "pos"));
        channels.addAll(arms.layout().channelNames(ArmSide.RIGHT, "pos"));
        EpisodeSchema schema = new EpisodeSchema(
                RATE,
                "telescribe_bench",
                List.of(
                        FeatureSpec.floats(ACTION, channels),
                        FeatureSpec.floats(STATE, channels),
                        FeatureSpec.floats(REQUESTED, channels)),
                cameras,
                VideoSettings.lowDelayAv1());
        NioDurableFiles files = new NioDurableFiles();
        try (RecordingDataset dataset = RecordingDataset.open(directory, schema, files, clock)) {
            String setup = StationSetupFile.write(directory, BenchSetupFacts.of(arms, infos), files);
            record(dataset, schema, rows, setup, pictures);
        }
    }

    private void record(
            RecordingDataset dataset, EpisodeSchema schema, int rows, String setup, List<PictureSource> pictures) {
        List<CameraEncoder> encoders = new ArrayList<>();
        List<ByteBuffer> headers = new ArrayList<>();
        try {
            for (CameraFeature camera : schema.cameras()) {
                CameraEncoder encoder = VideoEncoders.open(schema.video(), camera, RATE, new PosixThreadScheduling());
                encoders.add(encoder);
                headers.add(encoder.codecHeader());
            }
            long start = clock.nanoTime();
            EpisodeRecording recording = dataset.begin(start(start, setup), headers);
            ByteBuffer pixels = ByteBuffer.allocateDirect(PixelFormat.I420.bytes(WIDTH, HEIGHT));
            for (int row = 0; row < rows; row++) {
                recording.append(row(schema, row, start));
                for (int camera = 0; camera < encoders.size(); camera++) {
                    pictures.get(camera).next(pixels, row);
                    for (EncodedPacket packet : encoders.get(camera).encode(pixels, row)) {
                        recording.append(packet.of(camera, start + row * ROW_NANOS, row, false));
                    }
                }
            }
            recording.append(new EpisodeMark(MarkKind.STEP, rows / 5 * ROW_NANOS));
            recording.append(new EpisodeMark(MarkKind.STEP, rows * 3L / 5 * ROW_NANOS));
            recording.append(new EpisodeMark(MarkKind.LOOK, rows * 7L / 10 * ROW_NANOS));
            recording.commit(
                    new EpisodeEnd(start + rows * ROW_NANOS, Map.of()),
                    new EpisodeVerdict(EpisodeOutcome.UNRATED, false, ""));
        } finally {
            encoders.forEach(CameraEncoder::close);
        }
    }

    private EpisodeStart start(long startNanos, String setup) {
        return new EpisodeStart(
                new EpisodeId(UUID.randomUUID()),
                ScriptedTask.sentence(),
                "benchmark",
                "benchmark",
                SoftwareVersion.current(),
                setup,
                ArmSource.EMULATED,
                startNanos,
                clock.wallMillis());
    }

    private EpisodeRow row(EpisodeSchema schema, int row, long start) {
        int joints = arms.layout().size();
        float[] values = new float[2 * joints];
        long at = atNanos(row);
        fill(values, 0, motion.left(), at);
        fill(values, joints, motion.right(), at);
        return schema.rowLayout()
                .newRow(row, start + row * ROW_NANOS)
                .setFloats(ACTION, values)
                .setFloats(STATE, values)
                .setFloats(REQUESTED, values);
    }

    private void fill(float[] values, int from, MotionSource source, long atNanos) {
        for (int joint = 0; joint < arms.layout().size(); joint++) {
            values[from + joint] = (float) source.positionRad(joint, atNanos);
        }
    }
}
