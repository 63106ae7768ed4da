package org.telescribe.teleop.episode.dataset;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeRow;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.RowLayout;
import org.telescribe.teleop.episode.model.VideoPacket;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.video.CameraEncoder;
import org.telescribe.teleop.episode.video.EncodedPacket;
import org.telescribe.teleop.episode.video.RecordingScheduling;
import org.telescribe.teleop.episode.video.TestPictures;
import org.telescribe.teleop.episode.video.VideoEncoders;

/// A small station: two arms of three joints, two small cameras, pictures encoded once and used again.
public final class SampleRecordings {
    public static final int FRAMES_PER_SECOND = 30;
    public static final List<String> JOINTS = List.of(
            "left_waist.pos",
            "left_elbow.pos",
            "left_gripper.pos",
            "right_waist.pos",
            "right_elbow.pos",
            "right_gripper.pos");

    private static final long FRAME_NANOS = 1_000_000_000L / FRAMES_PER_SECOND;

    private final EpisodeSchema schema;
    private final List<ByteBuffer> codecHeaders = new ArrayList<>();
    private final List<List<EncodedPacket>> pictures = new ArrayList<>();
    private final Random random;

    public SampleRecordings(VideoSettings video, int mostRows, long seed) {
        this.random = new Random(seed);
        this.schema = new EpisodeSchema(
                FRAMES_PER_SECOND,
                "sample_dual",
                List.of(
                        FeatureSpec.floats("observation.state", JOINTS),
                        FeatureSpec.floats("action", JOINTS),
                        FeatureSpec.integer("observation.timestamps.left_follower")),
                List.of(new CameraFeature("head", 96, 64), new CameraFeature("left_wrist", 64, 64)),
                video);
        for (CameraFeature camera : schema.cameras()) {
            TestPictures source = new TestPictures(camera.width(), camera.height(), seed);
            try (CameraEncoder encoder =
                    VideoEncoders.open(video, camera, FRAMES_PER_SECOND, new RecordingScheduling())) {
                codecHeaders.add(encoder.codecHeader());
                List<EncodedPacket> packets = new ArrayList<>();
                for (int row = 0; row < mostRows; row++) {
                    packets.addAll(encoder.encode(source.moving(row), row));
                }
                pictures.add(packets);
            }
        }
    }

    public EpisodeSchema schema() {
        return schema;
    }

    public List<ByteBuffer> codecHeaders() {
        return codecHeaders;
    }

    public EpisodeStart start(String task) {
        return new EpisodeStart(
                new EpisodeId(new UUID(random.nextLong(), random.nextLong())),
                task,
                "O'Brien",
                "bench 1",
                "0.1.0",
                "c0ffee",
                ArmSource.EMULATED,
                5_000_000_000L,
                1_700_000_000_000L + random.nextInt(1_000));
    }

    public EpisodeEnd end(int rows) {
        return new EpisodeEnd(
                5_000_000_000L + rows * FRAME_NANOS, Map.of("ticks", rows * 200L / 30, "ticks_skipped", 0L));
    }

    public EpisodeRow row(int row) {
        RowLayout layout = schema.rowLayout();
        float[] state = new float[JOINTS.size()];
        float[] action = new float[JOINTS.size()];
        for (int i = 0; i < state.length; i++) {
            state[i] = (float) Math.sin(row * 0.05 + i) + random.nextFloat() * 0.01f;
            action[i] = state[i] + 0.02f;
        }
        return layout.newRow(row, 5_000_000_000L + row * FRAME_NANOS)
                .setFloats("observation.state", state)
                .setFloats("action", action)
                .setLong("observation.timestamps.left_follower", row * FRAME_NANOS - 900_000L);
    }

    public VideoPacket packet(int camera, int row) {
        return pictures.get(camera)
                .get(row)
                .of(camera, 5_000_000_000L + row * FRAME_NANOS - 7_000_000L, row + 100L, false);
    }

    /// Records rows without ending the episode.
    public EpisodeRecording recordOpen(RecordingDataset dataset, int rows, String task) {
        EpisodeRecording recording = dataset.begin(start(task), codecHeaders);
        for (int row = 0; row < rows; row++) {
            recording.append(row(row));
            for (int camera = 0; camera < pictures.size(); camera++) {
                recording.append(packet(camera, row));
            }
            recording.forceIfDue(5_000_000_000L + row * FRAME_NANOS);
        }
        return recording;
    }
}
