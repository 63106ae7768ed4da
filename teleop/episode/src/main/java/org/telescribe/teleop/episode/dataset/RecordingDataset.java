package org.telescribe.teleop.episode.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.journal.JournalContent;
import org.telescribe.teleop.episode.journal.JournalReader;
import org.telescribe.teleop.episode.journal.JournalWriter;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.ParquetStore;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.EpisodeVerdict;

/// A LeRobot v3.0 dataset that is being recorded into. Only one recorder may have it open; reading
/// it meanwhile is safe. Recorder thread only.
public final class RecordingDataset implements AutoCloseable {
    private final Path root;
    private final EpisodeSchema schema;
    private final DurableFiles files;
    private final SessionClock clock;
    private final DatasetSession session;
    private final @Nullable Closeable lock;
    private final RecoveryReport recovery;
    private final Set<EpisodeRecording> open = new HashSet<>();

    private RecordingDataset(
            Path root,
            EpisodeSchema schema,
            DurableFiles files,
            SessionClock clock,
            DatasetSession session,
            @Nullable Closeable lock,
            RecoveryReport recovery) {
        this.root = root;
        this.schema = schema;
        this.files = files;
        this.clock = clock;
        this.session = session;
        this.lock = lock;
        this.recovery = recovery;
    }

    /// Creates a dataset or continues one: takes the lock, finishes what a crash interrupted,
    /// checks that what is to be recorded fits what is there. Takes up to a second.
    ///
    /// @param directory the dataset's directory; made when missing
    /// @param schema what each row has
    /// @param files how to write
    /// @param clock the session clock
    /// @return the open dataset
    public static RecordingDataset open(Path directory, EpisodeSchema schema, DurableFiles files, SessionClock clock) {
        return DatasetDoor.withLock(directory, files, lock -> {
            EpisodeFiles payload = new LeRobotEpisodeFiles(files, ParquetStore.open());
            RecordingDataset dataset = openWith(directory, schema, files, payload, clock, lock);
            boolean ready = false;
            try {
                CommitRehearsal.run(directory, schema, files, payload, clock);
                ready = true;
                return dataset;
            } finally {
                if (!ready) {
                    dataset.close();
                }
            }
        });
    }

    /// Opens a dataset on a simulated disk, without a lock and with files of the caller's own
    /// making.
    ///
    /// @param directory the dataset's directory; made when missing
    /// @param schema what each row has
    /// @param files the simulated disk
    /// @param payload writes the episodes' files
    /// @param clock the session clock
    /// @return the open dataset
    public static RecordingDataset simulate(
            Path directory, EpisodeSchema schema, DurableFiles files, EpisodeFiles payload, SessionClock clock) {
        return DatasetDoor.guarded(directory, () -> openWith(directory, schema, files, payload, clock, null));
    }

    private static RecordingDataset openWith(
            Path directory,
            EpisodeSchema schema,
            DurableFiles files,
            EpisodeFiles payload,
            SessionClock clock,
            @Nullable Closeable lock)
            throws IOException {
        DatasetSession session = DatasetSession.open(directory, files, payload, clock);
        boolean fits = false;
        try {
            RecoveryReport recovery = new JournalRecovery(session).run();
            List<String> differences = session.state().differencesTo(schema);
            if (!differences.isEmpty()) {
                throw new DatasetException(("The dataset %s does not fit this recording: %s. Nothing was recorded. "
                                + "Record into another folder, or set the station up as it was.")
                        .formatted(directory, String.join("; ", differences)));
            }
            fits = true;
            return new RecordingDataset(directory, schema, files, clock, session, lock, recovery);
        } finally {
            if (!fits) {
                session.close();
            }
        }
    }

    /// {@return what opening it recovered}
    public RecoveryReport recovery() {
        return recovery;
    }

    /// {@return the dataset's directory}
    public Path directory() {
        return root;
    }

    /// {@return what each row has}
    public EpisodeSchema schema() {
        return schema;
    }

    /// {@return the number of saved episodes}
    public int episodes() {
        return DatasetDoor.guarded(root, () -> session.state().episodes());
    }

    /// {@return the number of saved rows}
    public long rows() {
        return DatasetDoor.guarded(root, () -> session.state().rows());
    }

    /// Begins an episode.
    ///
    /// @param start who records what
    /// @param codecHeaders the encoders' headers, one for each camera of the schema
    /// @return the episode, to be recorded into
    public EpisodeRecording begin(EpisodeStart start, List<ByteBuffer> codecHeaders) {
        return DatasetDoor.guarded(root, () -> {
            JournalWriter journal = JournalWriter.create(files, journals(), schema, start, codecHeaders);
            EpisodeRecording recording = new EpisodeRecording(
                    this, start.id(), journal, schema.cameras().size(), clock.nanoTime());
            open.add(recording);
            return recording;
        });
    }

    private Path journals() {
        return root.resolve(DatasetNames.JOURNALS);
    }

    PendingEpisode finished(EpisodeRecording recording) {
        open.remove(recording);
        return new PendingEpisode(this, recording.id(), JournalWriter.fileOf(journals(), recording.id()));
    }

    void ended(EpisodeRecording recording) {
        open.remove(recording);
    }

    CommittedEpisode keep(PendingEpisode episode, EpisodeVerdict verdict) {
        return DatasetDoor.guarded(root, () -> {
            JournalContent content = JournalReader.read(files, episode.journal());
            if (content == null) {
                throw new DatasetException(
                        "The journal %s cannot be read. Nothing was changed.".formatted(episode.journal()));
            }
            String stop = content.stopReason();
            CommittedEpisode saved =
                    session.commit(content, verdict, stop == null ? null : "the journal's end: " + stop);
            session.settle(content, true);
            return saved;
        });
    }

    void discard(PendingEpisode episode, String reason) {
        DatasetDoor.guarded(root, () -> {
            JournalRecovery.moveToTrash(files, root, episode.journal(), reason);
            return true;
        });
    }

    /// Brings a discarded episode back from the trash to wait for a verdict again.
    ///
    /// @param id the episode
    /// @return the waiting episode
    public PendingEpisode restore(EpisodeId id) {
        return DatasetDoor.guarded(root, () -> {
            Path trash = root.resolve(DatasetNames.TRASH);
            Path journal = JournalWriter.fileOf(journals(), id);
            files.rename(JournalWriter.fileOf(trash, id), journal);
            files.forceDirectory(journals());
            files.forceDirectory(trash);
            return new PendingEpisode(this, id, journal);
        });
    }

    /// {@return the kept episode whose verdict can still be taken back; null when there is none}
    public @Nullable EpisodeId newestKept() {
        return session.newestKept();
    }

    /// Takes the verdict on the newest kept episode of this run back: the dataset is as it was
    /// before, and the episode waits for a verdict again. When it throws, the episode stays kept.
    ///
    /// @param id the episode
    /// @return the waiting episode
    public PendingEpisode takeBack(EpisodeId id) {
        return DatasetDoor.guarded(root, () -> new PendingEpisode(this, id, session.takeBack(id)));
    }

    /// Deletes a discarded episode from the trash, for good.
    ///
    /// @param id the episode
    public void forget(EpisodeId id) {
        DatasetDoor.guarded(root, () -> {
            Path trash = root.resolve(DatasetNames.TRASH);
            Path journal = JournalWriter.fileOf(trash, id);
            files.delete(journal);
            Path note = trash.resolve(journal.getFileName() + ".reason.txt");
            if (files.exists(note)) {
                files.delete(note);
            }
            files.forceDirectory(trash);
            return true;
        });
    }

    /// Gives the dataset back. A recording that still runs is cut off and recovered at the next
    /// opening; episodes that wait for a verdict keep waiting in their journals.
    @Override
    public void close() {
        List.copyOf(open).forEach(EpisodeRecording::abandon);
        DatasetDoor.guarded(root, () -> {
            try (Closeable last = lock) {
                session.close();
                return last;
            }
        });
    }
}
