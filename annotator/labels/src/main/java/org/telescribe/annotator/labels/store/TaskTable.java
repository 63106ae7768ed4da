package org.telescribe.annotator.labels.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telescribe.annotator.labels.json.TaskJson;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.annotator.labels.model.SourceRecord;
import org.telescribe.annotator.labels.model.TaskId;

/// The drafts and their queues.
final class TaskTable {
    AddedTasks add(Connection connection, String queue, List<AnnotationTask> tasks, long wallMillis)
            throws SQLException {
        int added = 0;
        int position = nextPosition(connection, queue);
        for (AnnotationTask task : tasks) {
            String draft = TaskJson.write(task);
            Optional<String> present = draft(connection, task.id());
            if (present.isPresent() && !present.get().equals(draft)) {
                throw new LabelsException(
                        "Sample %s is already there with another draft. Nothing was taken in; its verdicts are safe. Give the new draft another sample_id or another store."
                                .formatted(task.id()));
            }
            if (present.isEmpty()) {
                insert(connection, queue, position + added, task, draft, wallMillis);
                added++;
            }
        }
        return new AddedTasks(added, tasks.size() - added);
    }

    private static void insert(
            Connection connection, String queue, int position, AnnotationTask task, String draft, long wallMillis)
            throws SQLException {
        String sql =
                "INSERT INTO task(task_id, queue, position, source, draft, added_wall_ms) VALUES(?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, task.id().value());
            insert.setString(2, queue);
            insert.setInt(3, position);
            insert.setString(
                    4,
                    task.sources().stream().findFirst().map(SourceRecord::file).orElse(""));
            insert.setString(5, draft);
            insert.setLong(6, wallMillis);
            insert.executeUpdate();
        }
    }

    private static int nextPosition(Connection connection, String queue) throws SQLException {
        String sql = "SELECT coalesce(max(position), 0) + 1 FROM task WHERE queue = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, queue);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 1;
            }
        }
    }

    Optional<String> draft(Connection connection, TaskId task) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT draft FROM task WHERE task_id = ?")) {
            select.setString(1, task.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    AnnotationTask task(Connection connection, TaskId task) throws SQLException {
        return draft(connection, task)
                .map(TaskJson::read)
                .orElseThrow(() -> new LabelsException(
                        "Sample %s is not in this store. Nothing was changed. Import it first.".formatted(task)));
    }

    List<TaskId> inQueue(Connection connection, String queue) throws SQLException {
        String sql = "SELECT task_id FROM task WHERE queue = ? ORDER BY position";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, queue);
            List<TaskId> tasks = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tasks.add(new TaskId(rows.getString(1)));
                }
            }
            return tasks;
        }
    }

    List<String> queues(Connection connection) throws SQLException {
        String sql = "SELECT queue FROM task GROUP BY queue ORDER BY min(rowid)";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> queues = new ArrayList<>();
            while (rows.next()) {
                queues.add(rows.getString(1));
            }
            return queues;
        }
    }
}
