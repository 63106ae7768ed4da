package org.telescribe.teleop.episode.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.teleop.episode.commit.Sha256;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.journal.JournalContent;
import org.telescribe.teleop.episode.journal.JournalReader;
import org.telescribe.teleop.episode.journal.JournalWriter;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.RowLayout;

/// Commits made-up episodes into a scratch dataset when a dataset is opened, so that the first real
/// commit, for which a person waits, finds everything loaded and compiled. It halves that commit.
final class CommitRehearsal {
    private static final String FOLDER = DatasetNames.OWN + "/rehearsal";
    private static final int EPISODES = 3;
    private static final int ROWS = 600;
    private static final long FRAME_NANOS = 33_333_333L;

    private final DurableFiles files;
    private final Path root;

    private CommitRehearsal(DurableFiles files, Path root) {
        this.files = files;
        this.root = root;
    }

    static void run(Path directory, EpisodeSchema schema, DurableFiles files, EpisodeFiles payload, SessionClock clock)
            throws IOException {
        EpisodeSchema numbersOnly = new EpisodeSchema(
                schema.framesPerSecond(), schema.robotType(), schema.rowFeatures(), List.of(), schema.video());
        CommitRehearsal rehearsal = new CommitRehearsal(files, directory.resolve(FOLDER));
        rehearsal.sweep(rehearsal.root); // what a crash left
        Sha256.rehearse();
        try {
            DatasetSession session = DatasetSession.open(rehearsal.root, files, payload, clock);
            for (int episode = 0; episode < EPISODES; episode++) {
                JournalContent journal = rehearsal.journal(numbersOnly);
                session.commit(journal, EpisodeVerdict.unrated(), null);
                session.settle(journal, false);
            }
            session.log().close(); // the payload stays open: it is about to be used in earnest
        } finally {
            rehearsal.sweep(rehearsal.root);
        }
    }

    private JournalContent journal(EpisodeSchema schema) throws IOException {
        Path journals = root.resolve(DatasetNames.JOURNALS);
        EpisodeStart start =
                new EpisodeStart(EpisodeId.random(), "rehearsal", "", "", "", "", ArmSource.EMULATED, 0, 0);
        RowLayout layout = schema.rowLayout();
        try (JournalWriter writer = JournalWriter.create(files, journals, schema, start, List.of())) {
            for (int row = 0; row < ROWS; row++) {
                float[] floats = new float[layout.floatLanes()];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) Math.sin(row * 0.01 + i);
                }
                writer.append(layout.rowOf(row, row * FRAME_NANOS, floats, new long[layout.longLanes()]));
            }
            writer.append(new EpisodeEnd(ROWS * FRAME_NANOS, Map.of()));
            writer.force();
        }
        JournalContent content = JournalReader.read(files, JournalWriter.fileOf(journals, start.id()));
        if (content == null) {
            throw new IOException("what was just written to %s cannot be read back".formatted(journals));
        }
        return content;
    }

    private void sweep(Path directory) throws IOException {
        for (Path entry : files.list(directory)) {
            sweep(entry);
        }
        if (files.exists(directory)) {
            files.delete(directory);
        }
    }
}
