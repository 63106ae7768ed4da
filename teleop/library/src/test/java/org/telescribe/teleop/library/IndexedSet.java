package org.telescribe.teleop.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.telescribe.teleop.episode.lerobot.EpisodeMetadata;
import org.telescribe.teleop.episode.lerobot.InfoFile;
import org.telescribe.teleop.episode.lerobot.ParquetStore;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.VideoSettings;

/// Datasets of which only the index is real: many episodes in no time.
final class IndexedSet {
    static final int ROWS = 300;

    private final Path directory;
    private final EpisodeSchema schema = new EpisodeSchema(
            30,
            "aloha_dual",
            List.of(FeatureSpec.floats("observation.state", List.of("left_elbow.pos"))),
            List.of(new CameraFeature("head", 64, 64)),
            VideoSettings.lowDelayAv1());

    IndexedSet(Path directory) {
        this.directory = directory;
    }

    /// @param separateFiles a file of `meta/episodes` for each episode, as the recorder writes them
    /// @param statistics how many further columns each has
    void write(int episodes, boolean separateFiles, int statistics) throws IOException {
        Files.createDirectories(directory.resolve("meta/episodes/chunk-000"));
        Files.write(
                directory.resolve("meta/info.json"),
                InfoFile.of(schema)
                        .withTotals(episodes, (long) episodes * ROWS, 1)
                        .toBytes());
        try (ParquetStore parquet = ParquetStore.open()) {
            parquet.writeTasks(List.of("pick it up"), directory.resolve("meta/tasks.parquet"));
            List<EpisodeMetadata> rows = new ArrayList<>();
            for (int episode = 0; episode < episodes; episode++) {
                rows.add(row(episode, separateFiles, statistics));
                if (separateFiles) {
                    parquet.writeEpisodes(List.of(rows.getLast()), meta(episode));
                }
            }
            if (!separateFiles) {
                parquet.writeEpisodes(rows, meta(0));
            }
        }
        for (int file = 0; file < (separateFiles ? episodes : 1); file++) {
            touch("data/chunk-000/file-%03d.parquet".formatted(file));
            touch("videos/observation.images.head/chunk-000/file-%03d.mp4".formatted(file));
        }
    }

    private Path meta(int file) {
        return directory.resolve("meta/episodes/chunk-000/file-%03d.parquet".formatted(file));
    }

    private void touch(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "");
    }

    private static EpisodeMetadata row(int episode, boolean separateFiles, int statistics) {
        int file = separateFiles ? episode : 0;
        EpisodeMetadata row = new EpisodeMetadata()
                .integer("episode_index", episode)
                .task("put block %d in the bowl".formatted(episode))
                .integer("length", ROWS)
                .integer("data/chunk_index", 0)
                .integer("data/file_index", file)
                .integer("dataset_from_index", (long) episode * ROWS)
                .integer("videos/observation.images.head/chunk_index", 0)
                .integer("videos/observation.images.head/file_index", file)
                .number("videos/observation.images.head/from_timestamp", separateFiles ? 0 : episode * 10)
                .number("videos/observation.images.head/to_timestamp", separateFiles ? 10 : episode * 10 + 10)
                .text("telescribe/episode_uuid", "uuid-" + episode)
                .text("telescribe/operator", episode % 2 == 0 ? "Ada" : "Zoë Müller")
                .text("telescribe/arm_source", "emulated")
                .text("telescribe/outcome", episode % 3 == 0 ? "success" : "failure")
                .flag("telescribe/flagged", episode == 5);
        for (int i = 0; i < statistics; i++) {
            row.number("stats/feature%d/mean".formatted(i), i);
        }
        return row;
    }
}
