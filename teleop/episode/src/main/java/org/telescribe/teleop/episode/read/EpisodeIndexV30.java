package org.telescribe.teleop.episode.read;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.FilePosition;
import org.telescribe.teleop.episode.lerobot.ParquetStore;
import org.telescribe.teleop.episode.lerobot.Sql;

/// v3.0: episodes in parquet files, many episodes in a file.
record EpisodeIndexV30(List<EpisodeEntry> episodes, List<String> tasks, List<String> missingMetadata)
        implements EpisodeIndex {
    static EpisodeIndexV30 read(DatasetView view, ParquetStore parquet, List<FeatureInfo> features)
            throws IOException, SQLException {
        List<String> missing = new ArrayList<>();
        Path tasksFile = view.find(DatasetNames.TASKS);
        if (tasksFile == null) {
            missing.add(DatasetNames.TASKS);
        }
        List<Path> files = new ArrayList<>();
        for (String name : view.namesBelow("meta/episodes")) {
            if (name.endsWith(".parquet")) {
                files.add(EpisodeIndex.require(view, name));
            }
        }
        List<String> tasks = tasksFile == null ? List.of() : parquet.readTasks(tasksFile);
        if (files.isEmpty()) {
            return new EpisodeIndexV30(List.of(), tasks, missing);
        }
        List<String> cameras = features.stream()
                .filter(FeatureInfo::isVideo)
                .map(FeatureInfo::name)
                .toList();
        String source = "read_parquet(" + Sql.files(files) + ", union_by_name = true)";
        Set<String> columns = parquet.query("DESCRIBE SELECT * FROM " + source, rows -> {
            Set<String> names = new HashSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        });
        String wanted = String.join(", ", wanted(columns, cameras));
        List<EpisodeEntry> episodes =
                parquet.query("SELECT " + wanted + " FROM " + source + " ORDER BY episode_index", rows -> {
                    List<EpisodeEntry> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(entry(rows, cameras));
                    }
                    return found;
                });
        return new EpisodeIndexV30(episodes, tasks, missing);
    }

    private static List<String> wanted(Set<String> columns, List<String> cameras) {
        List<String> wanted = new ArrayList<>();
        wanted.add(column(columns, "episode_index", "episode_index", "0"));
        wanted.add(column(columns, "length", "length", "0"));
        wanted.add(columns.contains("tasks") ? "array_to_string(tasks, chr(31)) AS tasks" : "'' AS tasks");
        wanted.add(column(columns, "data/chunk_index", "data_chunk_index", "0"));
        wanted.add(column(columns, "data/file_index", "data_file_index", "0"));
        wanted.add(column(columns, "dataset_from_index", "dataset_from_index", "-1"));
        for (String camera : cameras) {
            for (String part : List.of("chunk_index", "file_index", "from_timestamp", "to_timestamp")) {
                String name = "videos/" + camera + "/" + part;
                wanted.add(column(columns, name, name, "NULL"));
            }
        }
        return wanted;
    }

    private static String column(Set<String> columns, String name, String other, String missing) {
        String present = columns.contains(name) ? Sql.name(name) : columns.contains(other) ? Sql.name(other) : missing;
        return present + " AS " + Sql.name(name);
    }

    private static EpisodeEntry entry(ResultSet row, List<String> cameras) throws SQLException {
        Map<String, EpisodeEntry.VideoSpan> videos = new LinkedHashMap<>();
        for (String camera : cameras) {
            String prefix = "videos/" + camera + "/";
            double chunk = row.getDouble(prefix + "chunk_index");
            if (row.wasNull()) {
                continue; // the dataset does not say where this camera's pictures are
            }
            FilePosition position = new FilePosition((int) chunk, (int) row.getDouble(prefix + "file_index"));
            videos.put(
                    camera,
                    new EpisodeEntry.VideoSpan(
                            position.videoFile(camera),
                            row.getDouble(prefix + "from_timestamp"),
                            row.getDouble(prefix + "to_timestamp")));
        }
        FilePosition data =
                new FilePosition((int) row.getDouble("data/chunk_index"), (int) row.getDouble("data/file_index"));
        String tasks = row.getString("tasks");
        return new EpisodeEntry(
                (int) row.getDouble("episode_index"),
                (long) row.getDouble("length"),
                tasks == null || tasks.isEmpty() ? List.of() : List.of(tasks.split("\u001f")),
                data.dataFile(),
                (long) row.getDouble("dataset_from_index"),
                videos);
    }
}
