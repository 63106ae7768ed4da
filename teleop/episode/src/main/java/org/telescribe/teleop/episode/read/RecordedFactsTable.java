package org.telescribe.teleop.episode.read;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.telescribe.teleop.episode.lerobot.MarksColumn;
import org.telescribe.teleop.episode.lerobot.ParquetStore;
import org.telescribe.teleop.episode.lerobot.Sql;
import org.telescribe.teleop.episode.model.EpisodeOutcome;

/// Reads the columns `telescribe/...` of `meta/episodes`, as far as they are there.
final class RecordedFactsTable {
    private static final String OWN = "telescribe/";
    private static final List<String> TEXTS = List.of(
            "episode_uuid",
            "operator",
            "station",
            "calibration_hash",
            "arm_source",
            "outcome",
            "notes",
            "recovery_note");

    private RecordedFactsTable() {}

    static Map<Integer, RecordedFacts> read(DatasetView view, ParquetStore parquet) throws IOException, SQLException {
        List<Path> files = new ArrayList<>();
        for (String name : view.namesBelow("meta/episodes")) {
            if (name.endsWith(".parquet")) {
                files.add(EpisodeIndex.require(view, name));
            }
        }
        if (files.isEmpty()) {
            return Map.of();
        }
        Set<String> columns = parquet.query(
                "DESCRIBE SELECT * FROM read_parquet(" + Sql.file(files.getFirst()) + ")", RecordedFactsTable::names);
        if (!columns.contains(OWN + "episode_uuid")) {
            return Map.of();
        }
        List<String> wanted = new ArrayList<>(List.of("episode_index"));
        for (String text : TEXTS) {
            wanted.add(column(columns, text, "''"));
        }
        wanted.add(column(columns, "wall_start_ms", "0"));
        wanted.add(column(columns, "flagged", "false"));
        wanted.add(column(columns, "marks", "'[]'"));
        // All files of one recorder have the same columns, so they need not be joined by name, which is slower.
        return parquet.query(
                "SELECT %s FROM read_parquet(%s)".formatted(String.join(", ", wanted), Sql.files(files)),
                RecordedFactsTable::all);
    }

    private static String column(Set<String> columns, String name, String missing) {
        return (columns.contains(OWN + name) ? Sql.name(OWN + name) : missing) + " AS " + Sql.name(name);
    }

    private static Set<String> names(ResultSet rows) throws SQLException {
        Set<String> names = new HashSet<>();
        while (rows.next()) {
            names.add(rows.getString(1));
        }
        return names;
    }

    private static Map<Integer, RecordedFacts> all(ResultSet rows) throws SQLException {
        Map<Integer, RecordedFacts> facts = new TreeMap<>();
        while (rows.next()) {
            facts.put(
                    rows.getInt("episode_index"),
                    new RecordedFacts(
                            text(rows, "episode_uuid"),
                            text(rows, "operator"),
                            text(rows, "station"),
                            text(rows, "calibration_hash"),
                            text(rows, "arm_source"),
                            rows.getLong("wall_start_ms"),
                            outcome(text(rows, "outcome")),
                            rows.getBoolean("flagged"),
                            text(rows, "notes"),
                            MarksColumn.parse(text(rows, "marks")),
                            text(rows, "recovery_note")));
        }
        return facts;
    }

    private static String text(ResultSet rows, String column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }

    private static EpisodeOutcome outcome(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "success" -> EpisodeOutcome.SUCCESS;
            case "failure" -> EpisodeOutcome.FAILURE;
            default -> EpisodeOutcome.UNRATED;
        };
    }
}
