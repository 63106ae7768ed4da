package org.telescribe.teleop.episode.powercut;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.teleop.episode.commit.Sha256;
import org.telescribe.teleop.episode.dataset.CommittedEpisode;
import org.telescribe.teleop.episode.dataset.EpisodeRecording;
import org.telescribe.teleop.episode.dataset.PendingEpisode;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.RowLayout;
import org.telescribe.teleop.episode.model.VideoPacket;
import org.telescribe.teleop.episode.model.VideoSettings;

/// A morning of recording in small: some episodes kept, some of them taken back, one discarded and
/// perhaps brought back, the last one cut off. Each promise goes into the disk's trace at the
/// moment it is made.
final class RecordingScript {
    private static final long FRAME_NANOS = 33_333_333L;
    private static final int EPISODES = 5;
    private static final int MOST_ROWS = 12;

    private final Random random;
    private final MemoryDisk disk;
    private final SteppedClock clock = new SteppedClock(1_000_000_000L);
    private final EpisodeSchema schema = new EpisodeSchema(
            30,
            "small_dual",
            List.of(FeatureSpec.floats("observation.state", List.of("left.pos", "right.pos"))),
            List.of(new CameraFeature("head", 64, 64)),
            VideoSettings.motionJpeg());

    RecordingScript(Random random, MemoryDisk disk) {
        this.random = random;
        this.disk = disk;
    }

    /// Plays the script.
    ///
    /// @param weaken puts something between the recorder and its disk; the disk itself for an
    ///     honest run
    void play(Path root, UnaryOperator<DurableFiles> weaken) throws IOException {
        DurableFiles files = weaken.apply(disk);
        RecordingDataset dataset =
                RecordingDataset.simulate(root, schema, files, new OpaqueEpisodeFiles(files, random.nextLong()), clock);
        for (int episode = 0; episode < EPISODES; episode++) {
            EpisodeRecording recording = record(dataset, "task " + random.nextInt(3));
            if (episode == EPISODES - 1) {
                return; // the power goes while this one is being recorded
            }
            PendingEpisode pending = recording.finish(new EpisodeEnd(clock.nanoTime(), Map.of()));
            disk.tell(new Promise.RowsSafe(pending.id().value(), recording.durableRows()));
            if (random.nextInt(4) == 0) {
                disk.tell(new Promise.Discarded(pending.id().value()));
                pending.discard("dropped the cube");
                if (random.nextBoolean()) {
                    continue;
                }
                pending = dataset.restore(pending.id());
                disk.tell(new Promise.RowsSafe(pending.id().value(), recording.durableRows()));
            }
            CommittedEpisode committed = keep(pending);
            if (random.nextInt(3) == 0) {
                disk.tell(new Promise.RowsSafe(committed.id().value(), committed.rows()));
                judgeAgain(dataset.takeBack(committed.id()));
            }
        }
    }

    /// Of a verdict that was taken back.
    private void judgeAgain(PendingEpisode pending) throws IOException {
        if (random.nextBoolean()) {
            keep(pending);
        } else {
            disk.tell(new Promise.Discarded(pending.id().value()));
            pending.discard("on second thoughts");
        }
    }

    private CommittedEpisode keep(PendingEpisode pending) throws IOException {
        CommittedEpisode committed = pending.keep(EpisodeVerdict.unrated());
        Map<Path, String> hashes = new HashMap<>();
        for (Path file : committed.files()) {
            String name = file.toString();
            if (!name.endsWith(".json") && !name.endsWith("tasks.parquet")) { // those change with the next episode
                hashes.put(file, Sha256.of(disk, file));
            }
        }
        disk.tell(new Promise.Saved(committed.id().value(), committed.rows(), hashes));
        return committed;
    }

    private EpisodeRecording record(RecordingDataset dataset, String task) {
        EpisodeId id = new EpisodeId(new UUID(random.nextLong(), random.nextLong()));
        EpisodeStart start = new EpisodeStart(
                id, task, "op", "bench", "0", "", ArmSource.EMULATED, clock.nanoTime(), clock.wallMillis());
        EpisodeRecording recording = dataset.begin(start, List.of(ByteBuffer.wrap(new byte[] {1})));
        RowLayout layout = schema.rowLayout();
        int rows = 1 + random.nextInt(MOST_ROWS);
        for (int row = 0; row < rows; row++) {
            recording.append(
                    layout.newRow(row, clock.nanoTime()).setFloats("observation.state", row, random.nextFloat()));
            byte[] picture = new byte[1 + random.nextInt(60)];
            random.nextBytes(picture);
            recording.append(
                    new VideoPacket(0, row, clock.nanoTime(), row, false, true, ByteBuffer.wrap(picture), null));
            clock.advance(FRAME_NANOS);
            if (recording.forceIfDue(clock.nanoTime())) {
                disk.tell(new Promise.RowsSafe(id.value(), recording.durableRows()));
            }
        }
        return recording;
    }
}
