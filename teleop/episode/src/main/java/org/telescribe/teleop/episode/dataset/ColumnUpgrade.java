package org.telescribe.teleop.episode.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.telescribe.teleop.episode.commit.DatasetChange;
import org.telescribe.teleop.episode.lerobot.FilePosition;

/// Gives the episodes of a dataset that an earlier version began the columns of today, before the
/// first new episode comes: readers join the files, so all must have the same. Their metadata is
/// packed into one file, wholly or not at all; rows and pictures are not touched. Recorder thread.
final class ColumnUpgrade {
    private static final String EPISODES = "meta/episodes";

    private ColumnUpgrade() {}

    /// {@return whether there is something to do}
    static boolean isDue(DatasetSession session, EpisodeFiles payload) throws IOException {
        List<Path> metadata = metadata(session);
        return !metadata.isEmpty() && !payload.hasAllColumns(metadata.getFirst());
    }

    /// {@return the change, staged but not decided}
    static DatasetChange prepare(DatasetSession session, EpisodeFiles payload) throws IOException {
        DatasetChange change = new DatasetChange(session.files(), session.root(), UUID.randomUUID());
        String target = FilePosition.first().episodesFile();
        List<Path> metadata = metadata(session);
        boolean whole = false;
        try {
            payload.completeColumns(metadata, change.stage(target));
            whole = true;
        } finally {
            if (!whole) {
                change.rollBack();
            }
        }
        for (Path file : metadata) {
            String name = session.root().relativize(file).toString().replace('\\', '/');
            if (!name.equals(target)) {
                change.delete(name);
            }
        }
        return change;
    }

    private static List<Path> metadata(DatasetSession session) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path chunk : session.files().list(session.root().resolve(EPISODES))) {
            for (Path file : session.files().list(chunk)) {
                if (String.valueOf(file.getFileName()).endsWith(".parquet")) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
