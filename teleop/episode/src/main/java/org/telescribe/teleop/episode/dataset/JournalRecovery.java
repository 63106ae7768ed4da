package org.telescribe.teleop.episode.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.commit.DatasetChange;
import org.telescribe.teleop.episode.commit.LogEntry;
import org.telescribe.teleop.episode.dataset.RecoveryReport.KeptAside;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.journal.JournalContent;
import org.telescribe.teleop.episode.journal.JournalReader;
import org.telescribe.teleop.episode.journal.JournalWriter;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeVerdict;

/// Brings a dataset back in order after a crash: carries decided changes out, drops what undecided
/// ones left, and saves the episodes whose recording was cut off. Doing it twice does no harm.
/// Recorder thread.
final class JournalRecovery {
    private final DatasetSession session;
    private final DurableFiles files;
    private final List<CommittedEpisode> recovered = new ArrayList<>();
    private final List<KeptAside> keptAside = new ArrayList<>();

    JournalRecovery(DatasetSession session) {
        this.session = session;
        this.files = session.files();
    }

    RecoveryReport run() throws IOException {
        int replayed = 0;
        for (LogEntry.Change change : session.logAtStart().open()) {
            DatasetChange.carryOut(files, session.root(), change);
            session.log().append(new LogEntry.Done(change.uuid()));
            replayed++;
        }
        int dropped = dropPending();
        Set<UUID> decided = session.logAtStart().decided();
        new KeptJournals(files, session.root()).recover(decided);
        List<JournalContent> open = new ArrayList<>();
        for (Path journal : files.list(session.root().resolve(DatasetNames.JOURNALS))) {
            JournalContent content = inspect(journal, decided);
            if (content != null) {
                open.add(content);
            }
        }
        open.sort(Comparator.comparingLong(content -> content.start().wallMillis()));
        for (JournalContent content : open) {
            recover(content);
        }
        return new RecoveryReport(replayed, dropped, recovered, keptAside);
    }

    private int dropPending() throws IOException {
        Set<Path> touched = new LinkedHashSet<>();
        int dropped = 0;
        for (String folder : List.of("data", "videos", "meta")) {
            for (Path file : session.filesBelow(session.root().resolve(folder))) {
                if (String.valueOf(file.getFileName()).contains(DatasetChange.PENDING)) {
                    files.delete(file);
                    touched.add(file.resolveSibling("."));
                    dropped++;
                }
            }
        }
        for (Path directory : touched) {
            files.forceDirectory(directory.normalize());
        }
        return dropped;
    }

    /// Looks at a file among the journals; gives what is to be saved.
    private @Nullable JournalContent inspect(Path journal, Set<UUID> decided) throws IOException {
        String name = String.valueOf(journal.getFileName());
        if (!name.endsWith(JournalWriter.SUFFIX)) {
            files.delete(journal); // scratch of an interrupted recovery
            return null;
        }
        UUID uuid = uuid(name);
        if (uuid != null && decided.contains(uuid)) {
            files.delete(journal);
            files.forceDirectory(session.root().resolve(DatasetNames.JOURNALS));
            return null;
        }
        JournalContent content;
        try {
            content = JournalReader.read(files, journal);
        } catch (DatasetException foreign) {
            keptAside.add(new KeptAside(name, String.valueOf(foreign.getMessage())));
            return null;
        }
        if (content == null) {
            putAside(journal, "not even its beginning reached the disk");
            return null;
        }
        if (content.completeRows() == 0) {
            putAside(journal, "no complete row reached the disk");
            return null;
        }
        List<String> differences = session.state().differencesTo(content.schema());
        if (!differences.isEmpty()) {
            putAside(journal, "it does not fit the dataset: " + String.join("; ", differences));
            return null;
        }
        return content;
    }

    /// {@return the episode that a journal's name names, or null}
    static @Nullable UUID uuid(String name) {
        if (!name.endsWith(JournalWriter.SUFFIX)) {
            return null;
        }
        try {
            return UUID.fromString(name.substring(0, name.length() - JournalWriter.SUFFIX.length()));
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private void recover(JournalContent content) throws IOException {
        List<String> differences = session.state().differencesTo(content.schema());
        if (!differences.isEmpty()) { // of two open journals the first has made the dataset
            putAside(content.file(), "it does not fit the dataset: " + String.join("; ", differences));
            return;
        }
        String stop = content.stopReason();
        String note = content.end() != null && stop == null
                ? "recording had ended, nobody had decided yet"
                : "recording was cut off after %d rows, %.3f s%s"
                        .formatted(
                                content.completeRows(),
                                content.recordedNanos() / 1e9,
                                stop == null ? "" : "; the journal's end: " + stop);
        recovered.add(session.commit(content, new EpisodeVerdict(content.outcome(), false, ""), note));
        session.settle(content, false);
    }

    private void putAside(Path journal, String reason) throws IOException {
        String name = String.valueOf(journal.getFileName());
        moveToTrash(files, session.root(), journal, reason);
        keptAside.add(new KeptAside(name, reason));
    }

    /// Moves a journal to the trash and leaves the reason beside it.
    static void moveToTrash(DurableFiles files, Path root, Path journal, String reason) throws IOException {
        Path trash = root.resolve(DatasetNames.TRASH);
        Path note = trash.resolve(journal.getFileName() + ".reason.txt");
        if (files.exists(note)) {
            files.delete(note);
        }
        files.write(note, (reason + "\n").getBytes(StandardCharsets.UTF_8));
        files.rename(journal, trash.resolve(String.valueOf(journal.getFileName())));
        files.forceDirectory(trash);
        files.forceDirectory(root.resolve(DatasetNames.JOURNALS));
    }
}
