package org.telescribe.annotator.labels.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.telescribe.annotator.labels.event.EventId;
import org.telescribe.annotator.labels.event.EventStamp;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.json.ActionJson;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.store.ReadingTable.Reading;

/// The events. Rows are only ever added.
final class EventTable {
    private static final String COLUMNS = "serial, event_id, task_id, reading, item_id, kind, author, wall_ms,"
            + " monotonic_ns, boot_id, spent_ms, video_sha256, frame_time_ns, schema_version, payload";

    /// Adds an event.
    ///
    /// @return the same with its serial
    LabelEvent add(Connection connection, LabelEvent event) throws SQLException {
        String sql =
                "INSERT INTO event(event_id, task_id, reading, item_id, kind, author, wall_ms, monotonic_ns, boot_id,"
                        + " spent_ms, video_sha256, frame_time_ns, schema_version, payload)"
                        + " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING serial";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, event.id().toString());
            insert.setString(2, event.task().value());
            insert.setInt(3, event.reading());
            insert.setString(4, event.item().value());
            insert.setString(5, ActionJson.kind(event.action()));
            insert.setString(6, event.author());
            insert.setLong(7, event.stamp().wallMillis());
            insert.setLong(8, event.stamp().monotonicNanos());
            insert.setString(9, event.stamp().bootId());
            insert.setLong(10, event.viewing().spentMillis());
            insert.setString(11, event.viewing().videoSha256());
            insert.setLong(12, event.viewing().frameTimeNanos());
            insert.setInt(13, event.schemaVersion());
            insert.setString(14, ExactJson.line(ActionJson.payload(event.action())));
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                return withSerial(event, rows.getLong(1));
            }
        }
    }

    private static LabelEvent withSerial(LabelEvent event, long serial) {
        return new LabelEvent(
                serial,
                event.id(),
                event.task(),
                event.reading(),
                event.item(),
                event.author(),
                event.stamp(),
                event.viewing(),
                event.schemaVersion(),
                event.action());
    }

    /// {@return all events of an episode, of all readings, by growing serial}
    List<LabelEvent> of(Connection connection, TaskId task) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM event WHERE task_id = ? ORDER BY serial";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, task.value());
            return read(select);
        }
    }

    /// {@return all events after one, by growing serial}
    List<LabelEvent> after(Connection connection, long serial) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM event WHERE serial > ? ORDER BY serial";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, serial);
            return read(select);
        }
    }

    /// Names the episodes that have events after one.
    ///
    /// @return the serial of the newest event; 0 when there is none after that one
    long changed(Connection connection, long serial, Consumer<TaskId> changed) throws SQLException {
        String sql = "SELECT task_id, max(serial) FROM event WHERE serial > ? GROUP BY task_id";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, serial);
            long newest = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    changed.accept(new TaskId(rows.getString(1)));
                    newest = Math.max(newest, rows.getLong(2));
                }
            }
            return newest;
        }
    }

    /// {@return the serial of a reading's own newest event; 0 when it has none}
    long newestSerial(Connection connection, TaskId task, int reading) throws SQLException {
        String sql = "SELECT coalesce(max(serial), 0) FROM event WHERE task_id = ? AND reading = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, task.value());
            select.setInt(2, reading);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static List<LabelEvent> read(PreparedStatement select) throws SQLException {
        List<LabelEvent> events = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                events.add(new LabelEvent(
                        rows.getLong("serial"),
                        EventId.parse(rows.getString("event_id")),
                        new TaskId(rows.getString("task_id")),
                        rows.getInt("reading"),
                        new ItemId(rows.getString("item_id")),
                        rows.getString("author"),
                        new EventStamp(
                                rows.getLong("wall_ms"), rows.getLong("monotonic_ns"), rows.getString("boot_id")),
                        new Viewing(
                                rows.getString("video_sha256"),
                                rows.getLong("frame_time_ns"),
                                rows.getLong("spent_ms")),
                        rows.getInt("schema_version"),
                        ActionJson.read(rows.getString("kind"), ExactJson.tree(rows.getString("payload")))));
            }
        }
        return events;
    }

    /// {@return the events that make up a reading: its own, and those of the reading that it branched off
    /// from, up to where it did}
    ///
    /// @param all events of the episode, by growing serial
    /// @param readings its readings, by number from 1
    static List<LabelEvent> ofReading(List<LabelEvent> all, List<Reading> readings, int number) {
        List<LabelEvent> chosen = new ArrayList<>();
        Reading reading = readings.get(number - 1);
        if (reading.base() > 0) {
            for (LabelEvent event : ofReading(all, readings, reading.base())) {
                if (event.serial() <= reading.baseSerial()) {
                    chosen.add(event);
                }
            }
        }
        all.stream().filter(event -> event.reading() == number).forEach(chosen::add);
        return chosen;
    }
}
