package org.telescribe.teleop.episode.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.journal.JournalWriter;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.model.EpisodeId;

/// The journal of the newest committed episode, kept until the next commit or the end of the run,
/// so that the verdict can be taken back. An episode whose journal lies here is always committed.
/// Recorder thread.
final class KeptJournals {
    private final DurableFiles files;
    private final Path kept;
    private final Path journals;

    KeptJournals(DurableFiles files, Path root) {
        this.files = files;
        this.kept = root.resolve(DatasetNames.KEPT);
        this.journals = root.resolve(DatasetNames.JOURNALS);
    }

    /// Keeps the journal of an episode that was just committed, in the place of the one before.
    void keep(EpisodeId id, Path journal) throws IOException {
        clear();
        files.makeDirectories(kept);
        files.rename(journal, JournalWriter.fileOf(kept, id));
        files.forceDirectory(kept);
        files.forceDirectory(journals);
    }

    /// Puts it back among the open ones. As long as the log names the episode as committed,
    /// recovery deletes it there.
    Path reopen(EpisodeId id) throws IOException {
        Path journal = JournalWriter.fileOf(journals, id);
        files.rename(JournalWriter.fileOf(kept, id), journal);
        files.forceDirectory(journals);
        files.forceDirectory(kept);
        return journal;
    }

    void clear() throws IOException {
        boolean any = false;
        for (Path old : files.list(kept)) {
            files.delete(old);
            any = true;
        }
        if (any) {
            files.forceDirectory(kept);
        }
    }

    /// What a crash left: journals of committed episodes go; one of an episode that was being taken
    /// back becomes an open journal again.
    void recover(Set<UUID> decided) throws IOException {
        for (Path file : files.list(kept)) {
            String name = String.valueOf(file.getFileName());
            UUID uuid = JournalRecovery.uuid(name);
            Path open = journals.resolve(name);
            if (uuid == null || decided.contains(uuid) || files.exists(open)) {
                files.delete(file);
            } else {
                files.rename(file, open);
                files.forceDirectory(journals);
            }
            files.forceDirectory(kept);
        }
    }

    /// A committed episode that can still be taken back.
    ///
    /// @param saved what it is
    /// @param before what was committed before it
    /// @param targets files that its commit brought or replaced, below the dataset's directory
    record Newest(CommittedEpisode saved, DatasetState before, List<String> targets) {
        boolean is(@Nullable EpisodeId id) {
            return saved.id().equals(id);
        }
    }
}
