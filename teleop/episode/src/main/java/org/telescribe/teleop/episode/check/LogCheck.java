package org.telescribe.teleop.episode.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.telescribe.teleop.episode.commit.LogContent;
import org.telescribe.teleop.episode.commit.Sha256;
import org.telescribe.teleop.episode.commit.StagedFile;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.lerobot.DatasetNames;

/// Files against the hashes that the commit log keeps, and what waits beside the dataset.
final class LogCheck {
    private LogCheck() {}

    static void check(CheckContext context) throws IOException {
        LogContent log = context.view.log();
        NioDurableFiles files = new NioDurableFiles();
        for (Map.Entry<String, StagedFile> entry : log.expectedFiles().entrySet()) {
            Path file = context.view.find(entry.getKey());
            if (file == null) {
                context.broken(entry.getKey(), "it was committed and is missing");
            } else if (Files.size(file) != entry.getValue().bytes()) {
                context.broken(
                        entry.getKey(),
                        "it has %d bytes, %d were committed"
                                .formatted(Files.size(file), entry.getValue().bytes()));
            } else if (!Sha256.of(files, file).equals(entry.getValue().sha256())) {
                context.broken(entry.getKey(), "its content is not what was committed (the hashes differ)");
            }
        }
        if (!log.open().isEmpty()) {
            context.note(
                    DatasetNames.COMMIT_LOG,
                    "%d decided change(s) wait to be carried out; recover the dataset"
                            .formatted(log.open().size()));
        }
        if (log.fileBytes() > log.validBytes()) {
            context.note(DatasetNames.COMMIT_LOG, "its end is cut off; recover the dataset");
        }
        for (String journal : context.view.openJournals()) {
            context.note(journal, "an episode that is not committed");
        }
        for (String name : context.view.leftOvers()) {
            context.note(name, "a temporary file of a commit that was not decided");
        }
    }
}
