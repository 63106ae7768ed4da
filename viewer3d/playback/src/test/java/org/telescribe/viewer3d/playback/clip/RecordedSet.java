package org.telescribe.viewer3d.playback.clip;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.devices.emulator.camera.FrameCounter;
import org.telescribe.teleop.episode.dataset.EpisodeRecording;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.video.CameraEncoder;
import org.telescribe.teleop.episode.video.EncodedPacket;
import org.telescribe.teleop.episode.video.VideoEncoders;

/// Records a dataset as the program does: one camera whose rows 10 to 12 repeat a picture, a bus that is
/// silent in rows 20 to 23, a gripper that closes half-way.
public final class RecordedSet {
    public static final int ROWS = 45;
    public static final long ROW_NANOS = 1_000_000_000L / 30;
    public static final long CAPTURE_AGE_NANOS = 8_000_000L;

    private static final long START_NANOS = 7_000_000_000L;
    private static final List<String> CHANNELS = List.of("left_elbow.pos", "left_gripper.pos", "right_gripper.pos");

    private RecordedSet() {}

    public static void record(Path directory, int episodes) {
        CameraFeature camera = new CameraFeature("head", 512, 64);
        EpisodeSchema schema = new EpisodeSchema(
                30,
                "bench_dual",
                List.of(
                        FeatureSpec.floats("action", CHANNELS),
                        FeatureSpec.floats("observation.state", CHANNELS),
                        FeatureSpec.floats("observation.current", CHANNELS),
                        FeatureSpec.integer("observation.timestamps.left_leader")),
                List.of(camera),
                VideoSettings.lowDelayAv1());
        try (RecordingDataset dataset =
                RecordingDataset.open(directory, schema, new NioDurableFiles(), new SteppedClock(START_NANOS))) {
            for (int episode = 0; episode < episodes; episode++) {
                try (CameraEncoder encoder = VideoEncoders.open(schema.video(), camera, 30, new NoScheduling())) {
                    EpisodeRecording recording = dataset.begin(start(episode), List.of(encoder.codecHeader()));
                    for (int row = 0; row < ROWS; row++) {
                        append(schema, recording, encoder, row, episode);
                    }
                    EpisodeOutcome outcome = episode % 2 == 0 ? EpisodeOutcome.SUCCESS : EpisodeOutcome.FAILURE;
                    recording.commit(
                            new EpisodeEnd(START_NANOS + ROWS * ROW_NANOS, Map.of("ticks", 300L)),
                            new EpisodeVerdict(outcome, episode == 1, ""));
                }
            }
        }
    }

    private static EpisodeStart start(int episode) {
        return new EpisodeStart(
                new EpisodeId(new UUID(1, episode)),
                "put the red block in the bowl",
                episode == 0 ? "Ada" : "Zoë",
                "bench 1",
                "0.1.0",
                "c0ffee",
                ArmSource.EMULATED,
                START_NANOS,
                1_700_000_000_000L);
    }

    private static void append(
            EpisodeSchema schema, EpisodeRecording recording, CameraEncoder encoder, int row, int episode) {
        float gripper = row < ROWS / 2 ? 0.9f : 0.1f;
        float[] values = {row * 0.01f, gripper, 1 - gripper};
        int answered = row >= 20 && row <= 23 ? 19 : row;
        recording.append(schema.rowLayout()
                .newRow(row, START_NANOS + row * ROW_NANOS)
                .setFloats("action", values)
                .setFloats("observation.state", values)
                .setFloats("observation.current", values)
                .setLong("observation.timestamps.left_leader", answered * ROW_NANOS - 900_000L));
        boolean repeated = row >= 10 && row <= 12;
        int picture = repeated ? 9 : row;
        ByteBuffer pixels = ByteBuffer.allocateDirect(512 * 64 * 3 / 2);
        FrameCounter.draw(pixels, 512, 64, episode * 1_000L + picture);
        List<EncodedPacket> packets = new ArrayList<>(encoder.encode(pixels, row));
        recording.append(
                packets.getFirst().of(0, START_NANOS + picture * ROW_NANOS - CAPTURE_AGE_NANOS, picture, repeated));
    }
}
