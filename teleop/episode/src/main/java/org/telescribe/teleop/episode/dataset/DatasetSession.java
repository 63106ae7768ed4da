package org.telescribe.teleop.episode.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.episode.commit.CommitLog;
import org.telescribe.teleop.episode.commit.DatasetChange;
import org.telescribe.teleop.episode.commit.LogContent;
import org.telescribe.teleop.episode.commit.LogEntry;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.journal.JournalContent;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.DatasetStatistics;
import org.telescribe.teleop.episode.lerobot.FilePosition;
import org.telescribe.teleop.episode.lerobot.InfoFile;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeVerdict;

/// The commit protocol on one dataset, and what is committed so far. Recorder thread only.
final class DatasetSession implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetSession.class);

    private final Path root;
    private final DurableFiles files;
    private final EpisodeFiles payload;
    private final SessionClock clock;
    private final LogContent logAtStart;
    private final CommitLog log;
    private @Nullable DatasetState state;
    private boolean undecided;

    private DatasetSession(
            Path root,
            DurableFiles files,
            EpisodeFiles payload,
            SessionClock clock,
            LogContent logAtStart,
            CommitLog log) {
        this.root = root;
        this.files = files;
        this.payload = payload;
        this.clock = clock;
        this.logAtStart = logAtStart;
        this.log = log;
    }

    /// Opens the log, and closes the payload with the session. The dataset itself is not read yet:
    /// recovery comes first.
    static DatasetSession open(Path root, DurableFiles files, EpisodeFiles payload, SessionClock clock)
            throws IOException {
        boolean opened = false;
        try {
            files.makeDirectories(root.resolve(DatasetNames.JOURNALS));
            files.makeDirectories(root.resolve(DatasetNames.TRASH));
            Path logFile = root.resolve(DatasetNames.COMMIT_LOG);
            LogContent content = CommitLog.read(files, logFile);
            CommitLog log = CommitLog.open(files, logFile, content);
            opened = true;
            return new DatasetSession(root, files, payload, clock, content, log);
        } finally {
            if (!opened) {
                payload.close();
            }
        }
    }

    Path root() {
        return root;
    }

    DurableFiles files() {
        return files;
    }

    CommitLog log() {
        return log;
    }

    LogContent logAtStart() {
        return logAtStart;
    }

    DatasetState state() throws IOException {
        DatasetState known = state;
        if (known == null) {
            known = DatasetState.load(files, root, payload);
            state = known;
        }
        return known;
    }

    /// Commits the episode of a journal and deletes the journal.
    ///
    /// @param note why the recording was cut off; null when it ended well
    CommittedEpisode commit(JournalContent journal, EpisodeVerdict verdict, @Nullable String note) throws IOException {
        if (undecided) {
            throw new DatasetException("The disk refused the last commit, so the dataset must be opened again first. "
                    + "The episode is safe in its journal.");
        }
        long beganNanos = clock.nanoTime();
        DatasetChange change =
                new DatasetChange(files, root, journal.start().id().value());
        Prepared prepared;
        boolean whole = false;
        try {
            prepared = prepare(journal, verdict, note, change);
            whole = true;
        } finally {
            if (!whole) {
                change.rollBack();
            }
        }
        undecided = true; // until the log has taken it, nobody knows whether the disk has
        LogEntry.Change decided = change.commit(
                log,
                LogEntry.Kind.EPISODE,
                prepared.place().episodeIndex(),
                prepared.place().rows());
        undecided = false;
        state = prepared.after();
        deleteJournal(journal.file());
        return new CommittedEpisode(
                journal.start().id(),
                prepared.place().episodeIndex(),
                prepared.place().rows(),
                prepared.samplesPerCamera(),
                decided.files().stream()
                        .map(file -> root.resolve(file.target()))
                        .toList(),
                clock.nanoTime() - beganNanos,
                note != null);
    }

    /// The episode is saved already: a journal that stays is recognised and deleted at the next
    /// opening.
    private void deleteJournal(Path journal) {
        try {
            files.delete(journal);
            files.forceDirectory(root.resolve(DatasetNames.JOURNALS));
        } catch (IOException refused) {
            LOG.warn("The journal {} of a saved episode could not be deleted", journal, refused);
        }
    }

    private record Prepared(EpisodePlace place, int samplesPerCamera, DatasetState after) {}

    private Prepared prepare(
            JournalContent journal, EpisodeVerdict verdict, @Nullable String note, DatasetChange change)
            throws IOException {
        DatasetState before = state();
        EpisodeSchema schema = journal.schema();
        FilePosition position = before.nextPosition();
        int rows = journal.completeRows();
        if (rows == 0) {
            throw new DatasetException("The episode has no complete row, so there is nothing to save. "
                    + "It stays in its journal; discard it.");
        }
        List<String> tasks = before.tasksWith(journal.start().task());
        EpisodePlace place = new EpisodePlace(
                before.episodes(),
                rows,
                before.rows(),
                tasks.indexOf(journal.start().task()));
        int samples = rows;
        List<CameraFeature> cameras = schema.cameras();
        for (int camera = 0; camera < cameras.size(); camera++) {
            Path video = change.stage(position.videoFile(cameras.get(camera).videoKey()));
            samples = Math.min(samples, payload.writeVideo(journal, camera, rows, video));
        }
        DatasetStatistics statistics = payload.writeRows(journal, place, change.stage(position.dataFile()));
        payload.writeMetadata(
                EpisodeColumns.of(journal, place, position, verdict, note, statistics),
                change.stage(position.episodesFile()));
        DatasetState after = before.after(schema, rows, tasks, statistics);
        files.write(change.stage(DatasetNames.STATS), after.statistics().toBytes());
        if (tasks.size() != before.tasks().size()) {
            payload.writeTasks(tasks, change.stage(DatasetNames.TASKS));
        }
        InfoFile info = after.info();
        if (info != null) {
            files.write(change.stage(DatasetNames.INFO), info.toBytes());
        }
        return new Prepared(place, samples, after);
    }

    /// Lists all files below a directory.
    List<Path> filesBelow(Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path entry : files.list(directory)) {
            List<Path> below = filesBelow(entry);
            if (below.isEmpty()) {
                found.add(entry);
            }
            found.addAll(below);
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        log.close();
        payload.close();
    }
}
