package org.telescribe.teleop.episode.check;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.Sql;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.FeatureInfo;

/// `data`: columns as declared, lists of the declared length, numbers finite, rows counted without a
/// gap, time on the grid.
final class RowsCheck {
    private static final int RULES_AT_ONCE = 200;
    private static final double TIMESTAMP_TOLERANCE_SECONDS = 1e-4;

    private final CheckContext context;
    private final List<EpisodeEntry> episodes;
    private final int tasks;
    private long nextIndex;

    RowsCheck(CheckContext context, List<EpisodeEntry> episodes, int tasks) {
        this.context = context;
        this.episodes = episodes;
        this.tasks = tasks;
    }

    void check() throws IOException {
        Map<String, Long> files = ParquetFileCheck.wholeFiles(context, "data");
        Map<String, List<EpisodeEntry>> byFile = new HashMap<>();
        for (EpisodeEntry episode : episodes) {
            byFile.computeIfAbsent(episode.dataFile(), name -> new ArrayList<>())
                    .add(episode);
            if (!files.containsKey(episode.dataFile()) && context.view.find(episode.dataFile()) == null) {
                context.broken(episode.dataFile(), "it is missing; episode %d lies in it".formatted(episode.index()));
            }
        }
        for (Map.Entry<String, Long> entry : files.entrySet()) {
            String name = entry.getKey();
            Path file = context.view.find(name);
            if (file == null) {
                continue;
            }
            try {
                Map<String, String> types = ParquetFileCheck.columns(context, file);
                if (columns(name, types.keySet())) {
                    List<Rule> rules = rules(types, byFile.getOrDefault(name, List.of()));
                    long present = entry.getValue();
                    apply(name, file, rules);
                    length(name, present, byFile.getOrDefault(name, List.of()));
                }
            } catch (SQLException broken) {
                context.broken(name, ParquetFileCheck.reason(broken));
            }
            nextIndex += entry.getValue();
            context.countRows(entry.getValue());
        }
        long declared = context.info.path("total_frames").asLong();
        if (context.rows() != declared) {
            context.broken(
                    DatasetNames.INFO,
                    "total_frames is %d, the data files have %d rows".formatted(declared, context.rows()));
        }
    }

    private List<FeatureInfo> inRows() {
        return context.features.stream().filter(feature -> !feature.isVideo()).toList();
    }

    private boolean columns(String name, Set<String> present) {
        Set<String> declared = new LinkedHashSet<>();
        inRows().forEach(feature -> declared.add(feature.name()));
        for (String column : present) {
            if (!declared.contains(column)) {
                context.broken(name, "column %s is not declared in info.json".formatted(column));
                return false;
            }
        }
        for (String column : declared) {
            if (!present.contains(column)) {
                context.broken(name, "column %s is missing".formatted(column));
                return false;
            }
        }
        return true;
    }

    /// A condition that no row may meet.
    private record Rule(String wrong, String reason) {}

    private List<Rule> rules(Map<String, String> types, List<EpisodeEntry> inFile) {
        List<Rule> rules = new ArrayList<>();
        for (FeatureInfo feature : inRows()) {
            String column = Sql.name(feature.name());
            boolean list = String.valueOf(types.get(feature.name())).endsWith("]");
            boolean number =
                    feature.dtype().startsWith("float") || feature.dtype().startsWith("int");
            if (list && feature.shape().size() == 1) {
                rules.add(new Rule(
                        "len(%s) IS DISTINCT FROM %d".formatted(column, feature.size()),
                        "%s does not have %d numbers".formatted(feature.name(), feature.size())));
            }
            if (number && (!list || feature.shape().size() == 1)) {
                rules.add(new Rule(
                        list
                                ? "len(list_filter(%s::DOUBLE[], lambda x: x IS NULL OR NOT isfinite(x))) > 0"
                                        .formatted(column)
                                : "%1$s IS NULL OR NOT isfinite(%1$s::DOUBLE)".formatted(column),
                        "%s has a number that is missing or not finite".formatted(feature.name())));
            }
        }
        rules.add(new Rule(
                "index IS DISTINCT FROM row + " + nextIndex, "index does not count on from %d".formatted(nextIndex)));
        rules.add(new Rule("task_index < 0 OR task_index >= " + tasks, "task_index is not one of the tasks"));
        rules.add(new Rule(
                "abs(timestamp::DOUBLE - frame_index / %s::DOUBLE) > %s"
                        .formatted(context.framesPerSecond(), TIMESTAMP_TOLERANCE_SECONDS),
                "timestamp is not frame_index / fps"));
        counting(inFile, rules);
        return rules;
    }

    private static void counting(List<EpisodeEntry> inFile, List<Rule> rules) {
        long row = 0;
        for (EpisodeEntry episode : inFile) {
            String range = "row >= %d AND row < %d AND ".formatted(row, row + episode.length());
            rules.add(new Rule(
                    range + "episode_index IS DISTINCT FROM " + episode.index(),
                    "episode_index is not %d as meta/episodes says".formatted(episode.index())));
            rules.add(new Rule(
                    range + "frame_index IS DISTINCT FROM row - " + row,
                    "frame_index does not count from 0 within episode %d".formatted(episode.index())));
            row += episode.length();
        }
    }

    private void length(String name, long present, List<EpisodeEntry> inFile) {
        long named = inFile.stream().mapToLong(EpisodeEntry::length).sum();
        if (present != named) {
            context.broken(name, "it has %d rows, meta/episodes says %d".formatted(present, named));
        }
    }

    /// One pass over a file for many rules at a time; the first row that meets each is named.
    private void apply(String name, Path file, List<Rule> rules) throws SQLException {
        for (int from = 0; from < rules.size(); from += RULES_AT_ONCE) {
            List<Rule> some = rules.subList(from, Math.min(rules.size(), from + RULES_AT_ONCE));
            StringJoiner select = new StringJoiner(", ", "SELECT ", "");
            some.forEach(rule -> select.add("coalesce(min(row) FILTER (" + rule.wrong() + "), -1)"));
            String query = select + " FROM (SELECT *, row_number() OVER () - 1 AS row FROM read_parquet("
                    + Sql.file(file) + "))";
            List<Long> firstRows = context.parquet.query(query, rows -> {
                List<Long> found = new ArrayList<>();
                rows.next();
                for (int i = 1; i <= some.size(); i++) {
                    found.add(rows.getLong(i));
                }
                return found;
            });
            for (int i = 0; i < some.size(); i++) {
                if (firstRows.get(i) >= 0) {
                    context.broken(name, firstRows.get(i), some.get(i).reason());
                }
            }
        }
    }
}
