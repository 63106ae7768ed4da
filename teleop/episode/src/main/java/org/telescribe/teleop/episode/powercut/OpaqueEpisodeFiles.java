package org.telescribe.teleop.episode.powercut;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.dataset.EpisodeFiles;
import org.telescribe.teleop.episode.dataset.EpisodePlace;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.journal.JournalContent;
import org.telescribe.teleop.episode.lerobot.DatasetStatistics;
import org.telescribe.teleop.episode.lerobot.EpisodeMetadata;

/// Small files in place of parquet and mp4: a text, some filling, a checksum over both. A file that
/// is not whole shows.
final class OpaqueEpisodeFiles implements EpisodeFiles {
    private static final int MOST_FILLING_BYTES = 200;

    private final DurableFiles files;
    private final Random filling;

    OpaqueEpisodeFiles(DurableFiles files, long seed) {
        this.files = files;
        this.filling = new Random(seed);
    }

    private void write(String text, Path target) throws IOException {
        byte[] head = (text + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOf(head, head.length + filling.nextInt(MOST_FILLING_BYTES));
        for (int i = head.length; i < body.length; i++) {
            body[i] = (byte) filling.nextInt();
        }
        CRC32C crc = new CRC32C();
        crc.update(body);
        files.write(
                target,
                ByteBuffer.allocate(body.length + 4)
                        .put(body)
                        .putInt((int) crc.getValue())
                        .array());
    }

    /// {@return the text of a whole file, or null when it is not whole}
    static @Nullable String textOf(byte[] file) {
        if (file.length < 5) {
            return null;
        }
        CRC32C crc = new CRC32C();
        crc.update(file, 0, file.length - 4);
        if ((int) crc.getValue() != ByteBuffer.wrap(file).getInt(file.length - 4)) {
            return null;
        }
        return new String(file, StandardCharsets.UTF_8).split("\n", 2)[0];
    }

    @Override
    public int writeVideo(JournalContent journal, int camera, int rows, Path target) throws IOException {
        write("video %s %d".formatted(journal.start().id(), rows), target);
        return rows;
    }

    @Override
    public DatasetStatistics writeRows(JournalContent journal, EpisodePlace place, Path target) throws IOException {
        write(
                "rows %s %d %d %d"
                        .formatted(journal.start().id(), place.episodeIndex(), place.rows(), place.firstIndex()),
                target);
        return DatasetStatistics.none();
    }

    @Override
    public void writeMetadata(EpisodeMetadata metadata, Path target) throws IOException {
        write("metadata", target);
    }

    @Override
    public boolean hasAllColumns(Path metadata) {
        return true;
    }

    @Override
    public void completeColumns(List<Path> metadata, Path target) throws IOException {
        write("metadata", target);
    }

    @Override
    public void writeTasks(List<String> tasks, Path target) throws IOException {
        write("tasks " + String.join("|", tasks), target);
    }

    @Override
    public List<String> readTasks(Path file) throws IOException {
        String text = textOf(files.read(file));
        if (text == null) {
            throw new IOException("the tasks' file is not whole");
        }
        return List.of(text.substring("tasks ".length()).split("\\|"));
    }

    @Override
    public void close() {
        // nothing to give back
    }
}
