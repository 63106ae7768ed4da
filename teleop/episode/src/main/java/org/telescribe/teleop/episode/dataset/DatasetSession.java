package org.telescribe.teleop.episode.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.episode.commit.CommitLog;
import org.telescribe.teleop.episode.commit.DatasetChange;
import org.telescribe.teleop.episode.commit.LogContent;
import org.telescribe.teleop.episode.commit.LogEntry;
import org.telescribe.teleop.episode.commit.StagedFile;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.journal.JournalContent;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.DatasetStatistics;
import org.telescribe.teleop.episode.lerobot.FilePosition;
import org.telescribe.teleop.episode.lerobot.InfoFile;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeId;
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
    private final KeptJournals kept;
    private @Nullable DatasetState state;
    private KeptJournals.@Nullable Newest newest;
    private boolean columnsLookedAt;
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
        this.kept = new KeptJournals(files, root);
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

    /// Commits the episode of a journal; [#settle] then lets go of the journal.
    ///
    /// @param note why the recording was cut off; null when it ended well
    CommittedEpisode commit(JournalContent journal, EpisodeVerdict verdict, @Nullable String note) throws IOException {
        requireDecided();
        long beganNanos = clock.nanoTime();
        bringColumnsUpToDate();
        DatasetState before = state();
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
        CommittedEpisode saved = new CommittedEpisode(
                journal.start().id(),
                prepared.place().episodeIndex(),
                prepared.place().rows(),
                prepared.samplesPerCamera(),
                decided.files().stream()
                        .map(file -> root.resolve(file.target()))
                        .toList(),
                clock.nanoTime() - beganNanos,
                note != null);
        List<String> targets = decided.files().stream().map(StagedFile::target).toList();
        newest = new KeptJournals.Newest(saved, before, targets);
        return saved;
    }

    private void requireDecided() {
        if (undecided) {
            throw new DatasetException("The disk refused the last commit, so the dataset must be opened again first. "
                    + "The episode is safe in its journal.");
        }
    }

    private void bringColumnsUpToDate() throws IOException {
        if (columnsLookedAt) {
            return;
        }
        if (ColumnUpgrade.isDue(this, payload)) {
            DatasetChange upgrade = ColumnUpgrade.prepare(this, payload);
            undecided = true;
            upgrade.commit(log, LogEntry.Kind.COMPACT, -1, 0);
            undecided = false;
        }
        columnsLookedAt = true;
    }

    /// Lets go of the journal of an episode that was just committed.
    ///
    /// @param mayComeBack whether its verdict may be taken back as long as it is the newest
    void settle(JournalContent journal, boolean mayComeBack) {
        try {
            if (mayComeBack) {
                kept.keep(journal.start().id(), journal.file());
            } else {
                newest = null;
                files.delete(journal.file());
                files.forceDirectory(root.resolve(DatasetNames.JOURNALS));
            }
        } catch (IOException refused) {
            // the episode is saved: a journal that stays is recognised and deleted at the next opening
            newest = null;
            LOG.warn("The journal {} of a saved episode stays where it is", journal.file(), refused);
        }
    }

    /// {@return the episode whose verdict can be taken back; null when there is none}
    @Nullable
    EpisodeId newestKept() {
        KeptJournals.Newest last = newest;
        return last == null ? null : last.saved().id();
    }

    /// Takes the newest commit back: the dataset is as it was before it, the episode's journal is
    /// open again. When it throws before the log has taken it, the episode stays committed.
    ///
    /// @return the journal
    Path takeBack(EpisodeId id) throws IOException {
        requireDecided();
        KeptJournals.Newest last = newest;
        if (last == null || !last.is(id)) {
            throw new DatasetException("Only the newest kept episode can be taken back. Nothing was changed.");
        }
        DatasetChange change = new DatasetChange(files, root, id.value());
        boolean whole = false;
        try {
            restage(last, change);
            whole = true;
        } finally {
            if (!whole) {
                change.rollBack();
            }
        }
        Path journal = kept.reopen(id);
        newest = null;
        undecided = true;
        change.commit(
                log,
                LogEntry.Kind.REMOVE,
                last.saved().episodeIndex(),
                last.saved().rows());
        undecided = false;
        // names are not used twice in a run: who reads meanwhile may remember what they held
        state = last.before().continuingAt(state().nextPosition());
        return journal;
    }

    /// What the commit replaced comes back as it was; what it brought goes.
    private void restage(KeptJournals.Newest last, DatasetChange change) throws IOException {
        DatasetState before = last.before();
        InfoFile info = before.info();
        Set<String> gone = new LinkedHashSet<>(last.targets());
        if (info != null) {
            files.write(change.stage(DatasetNames.STATS), before.statistics().toBytes());
            gone.remove(DatasetNames.STATS);
            if (gone.remove(DatasetNames.TASKS)) {
                if (before.tasks().isEmpty()) {
                    gone.add(DatasetNames.TASKS);
                } else {
                    payload.writeTasks(before.tasks(), change.stage(DatasetNames.TASKS));
                }
            }
            files.write(change.stage(DatasetNames.INFO), info.toBytes());
            gone.remove(DatasetNames.INFO);
        }
        gone.forEach(change::delete);
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
        try {
            kept.clear();
        } catch (IOException refused) {
            LOG.warn("The journal of a saved episode stays until the dataset is opened again", refused);
        }
        log.close();
        payload.close();
    }
}
