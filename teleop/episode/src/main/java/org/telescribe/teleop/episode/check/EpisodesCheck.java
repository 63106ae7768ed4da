package org.telescribe.teleop.episode.check;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.FilePosition;
import org.telescribe.teleop.episode.lerobot.Sql;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.EpisodeEntry.VideoSpan;
import org.telescribe.teleop.episode.read.FeatureInfo;

/// `meta/episodes`: readers look episodes up by their place, and find files and rows through it.
final class EpisodesCheck {
    private static final double TOLERANCE_SECONDS = 1e-4;

    private final CheckContext context;
    private final List<String> cameras;
    private final List<EpisodeEntry> episodes = new ArrayList<>();
    private long nextIndex;

    EpisodesCheck(CheckContext context) {
        this.context = context;
        this.cameras = context.features.stream()
                .filter(FeatureInfo::isVideo)
                .map(FeatureInfo::name)
                .toList();
    }

    /// {@return the episodes, as far as they can be found}
    List<EpisodeEntry> check(List<String> tasks) throws IOException {
        Set<String> firstColumns = Set.of();
        String firstFile = "";
        for (String name : ParquetFileCheck.wholeFiles(context, "meta/episodes").keySet()) {
            Path file = context.view.find(name);
            if (file == null) {
                continue;
            }
            try {
                Set<String> columns =
                        new TreeSet<>(ParquetFileCheck.columns(context, file).keySet());
                if (firstFile.isEmpty()) {
                    firstFile = name;
                    firstColumns = columns;
                } else if (!columns.equals(firstColumns)) {
                    context.broken(name, "its columns are not those of " + firstFile);
                }
                if (requireColumns(name, columns)) {
                    checkFile(name, file, tasks);
                }
            } catch (SQLException broken) {
                context.broken(name, ParquetFileCheck.reason(broken));
            }
        }
        int declared = context.info.path("total_episodes").asInt();
        if (episodes.size() != declared) {
            context.broken(
                    firstFile.isEmpty() ? "meta/episodes" : firstFile,
                    "there are %d episodes, info.json says %d".formatted(episodes.size(), declared));
        }
        long rows = context.info.path("total_frames").asLong();
        if (nextIndex != rows) {
            context.broken(
                    DatasetNames.INFO, "total_frames is %d, the episodes have %d rows".formatted(rows, nextIndex));
        }
        return episodes;
    }

    private boolean requireColumns(String name, Set<String> columns) {
        List<String> wanted = new ArrayList<>(List.of(
                "episode_index",
                "length",
                "tasks",
                "data/chunk_index",
                "data/file_index",
                "dataset_from_index",
                "dataset_to_index"));
        for (String camera : cameras) {
            for (String part : List.of("chunk_index", "file_index", "from_timestamp", "to_timestamp")) {
                wanted.add("videos/" + camera + "/" + part);
            }
        }
        wanted.removeAll(columns);
        if (!wanted.isEmpty()) {
            context.broken(name, "column %s is missing".formatted(wanted.getFirst()));
        }
        return wanted.isEmpty();
    }

    private void checkFile(String name, Path file, List<String> tasks) throws SQLException {
        StringBuilder select = new StringBuilder("SELECT episode_index::BIGINT, length::BIGINT, ");
        select.append("array_to_string(tasks, chr(31)), \"data/chunk_index\"::BIGINT, \"data/file_index\"::BIGINT, ");
        select.append("dataset_from_index::BIGINT, dataset_to_index::BIGINT");
        for (String camera : cameras) {
            for (String part : List.of("chunk_index", "file_index")) {
                select.append(", ")
                        .append(Sql.name("videos/" + camera + "/" + part))
                        .append("::BIGINT");
            }
            for (String part : List.of("from_timestamp", "to_timestamp")) {
                select.append(", ")
                        .append(Sql.name("videos/" + camera + "/" + part))
                        .append("::DOUBLE");
            }
        }
        select.append(" FROM read_parquet(").append(Sql.file(file)).append(")");
        long found = context.parquet.query(select.toString(), rows -> {
            long row = 0;
            while (rows.next()) {
                take(name, row, rows, tasks);
                row++;
            }
            return row;
        });
        if (found == 0) {
            context.broken(name, "it has no rows");
        }
    }

    private void take(String name, long row, ResultSet rows, List<String> tasks) throws SQLException {
        int index = (int) rows.getLong(1);
        long length = rows.getLong(2);
        List<String> texts = List.of(String.valueOf(rows.getString(3)).split("\u001f"));
        if (index != episodes.size()) {
            context.broken(name, row, "episode_index is %d where %d is due".formatted(index, episodes.size()));
        }
        for (String text : texts) {
            if (!tasks.contains(text)) {
                context.broken(name, row, "task \"%s\" is not in %s".formatted(text, DatasetNames.TASKS));
            }
        }
        long from = rows.getLong(6);
        long to = rows.getLong(7);
        if (from != nextIndex || to != from + length) {
            context.broken(
                    name,
                    row,
                    "rows %d to %d are named, %d to %d are due".formatted(from, to, nextIndex, nextIndex + length));
        }
        nextIndex += length;
        Map<String, VideoSpan> videos = new LinkedHashMap<>();
        int column = 8;
        for (String camera : cameras) {
            FilePosition position = new FilePosition((int) rows.getLong(column), (int) rows.getLong(column + 1));
            VideoSpan span =
                    new VideoSpan(position.videoFile(camera), rows.getDouble(column + 2), rows.getDouble(column + 3));
            column += 4;
            double seconds = length / context.framesPerSecond();
            if (!(Math.abs(span.toSeconds() - span.fromSeconds() - seconds) <= TOLERANCE_SECONDS)) {
                context.broken(
                        name,
                        row,
                        "%s lasts %.6f s, %d rows last %.6f s"
                                .formatted(camera, span.toSeconds() - span.fromSeconds(), length, seconds));
            }
            videos.put(camera, span);
        }
        FilePosition data = new FilePosition((int) rows.getLong(4), (int) rows.getLong(5));
        episodes.add(new EpisodeEntry(index, length, texts, data.dataFile(), from, videos));
    }
}
