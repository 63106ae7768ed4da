package org.telescribe.teleop.episode.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.lerobot.DatasetNames;
import org.telescribe.teleop.episode.lerobot.PythonJson;
import org.telescribe.teleop.episode.lerobot.Sql;

/// `meta/tasks.parquet`: readers look a sentence up by its place, and silently read a number when
/// pandas is not told that the sentence is the index.
final class TasksCheck {
    private TasksCheck() {}

    /// {@return the tasks' sentences}
    static List<String> check(CheckContext context) {
        Path file = context.view.find(DatasetNames.TASKS);
        if (file == null) {
            context.broken(DatasetNames.TASKS, "it is missing");
            return List.of();
        }
        try {
            Map<String, String> columns = ParquetFileCheck.columns(context, file);
            for (String column : List.of("task_index", "task")) {
                if (!columns.containsKey(column)) {
                    context.broken(DatasetNames.TASKS, "column %s is missing".formatted(column));
                    return List.of();
                }
            }
            List<String> tasks = tasks(context, file);
            if (tasks.size() != context.info.path("total_tasks").asInt()) {
                context.broken(
                        DatasetNames.TASKS,
                        "it has %d tasks, info.json says %d"
                                .formatted(
                                        tasks.size(),
                                        context.info.path("total_tasks").asInt()));
            }
            pandas(context, file);
            return tasks;
        } catch (SQLException broken) {
            context.broken(
                    DatasetNames.TASKS, "it is no whole parquet file (%s)".formatted(ParquetFileCheck.reason(broken)));
            return List.of();
        }
    }

    private static List<String> tasks(CheckContext context, Path file) throws SQLException {
        String query = "SELECT task_index::BIGINT, task FROM read_parquet(%s)".formatted(Sql.file(file));
        return context.parquet.query(query, rows -> {
            List<String> tasks = new ArrayList<>();
            while (rows.next()) {
                if (rows.getLong(1) != tasks.size()) {
                    context.broken(
                            DatasetNames.TASKS,
                            tasks.size(),
                            "task_index is %d, rows must be in the order of task_index".formatted(rows.getLong(1)));
                }
                tasks.add(String.valueOf(rows.getString(2)));
            }
            return tasks;
        });
    }

    private static void pandas(CheckContext context, Path file) throws SQLException {
        String pandas = context.parquet.metadata(file, "pandas");
        String wrong = wrongWith(pandas);
        if (wrong != null) {
            context.broken(
                    DatasetNames.TASKS, "%s: LeRobot would take numbers for the tasks' sentences".formatted(wrong));
        }
    }

    private static @Nullable String wrongWith(String pandas) {
        if (pandas.isEmpty()) {
            return "the key pandas is missing";
        }
        try {
            JsonNode root = PythonJson.parse(pandas.getBytes(StandardCharsets.UTF_8));
            if (!root.path("index_columns").path(0).asText().equals("task")) {
                return "the key pandas does not name task as the index";
            }
            for (JsonNode column : root.path("columns")) {
                if (column.path("field_name").asText().equals("task")) {
                    return null;
                }
            }
            return "the key pandas does not describe the column task";
        } catch (JsonProcessingException broken) {
            return "the key pandas cannot be understood";
        }
    }
}
