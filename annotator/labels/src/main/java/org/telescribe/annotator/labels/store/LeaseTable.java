package org.telescribe.annotator.labels.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.telescribe.annotator.labels.event.EventStamp;
import org.telescribe.annotator.labels.model.TaskId;

/// Who has which episode open. Used within a transaction.
final class LeaseTable {
    private static final long NANOS_IN_MILLI = 1_000_000L;

    private final ProcessMark process;
    private final long lengthNanos;

    /// @param process this run of the program
    /// @param lengthNanos for how long a lease holds without being renewed
    LeaseTable(ProcessMark process, long lengthNanos) {
        this.process = process;
        this.lengthNanos = lengthNanos;
    }

    record Holder(String session, Lease lease) {}

    /// {@return who holds it now; a lease of an earlier start of the machine, of a process that has ended,
    /// or one that has run out by either clock, holds nothing}
    Optional<Holder> holder(Connection connection, TaskId task, EventStamp now) throws SQLException {
        String sql = "SELECT session_id, author, until_wall_ms, pid, pid_start_ms, pid_space FROM lease"
                + " WHERE task_id = ? AND boot_id = ? AND until_ns > ? AND until_wall_ms > ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, task.value());
            select.setString(2, now.bootId());
            select.setLong(3, now.monotonicNanos());
            select.setLong(4, now.wallMillis());
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                ProcessMark holding = new ProcessMark(rows.getLong(4), rows.getLong(5), rows.getString(6));
                if (holding.isGone(process)) {
                    return Optional.empty();
                }
                Lease lease = new Lease(rows.getString(2), holding.words(), rows.getLong(3));
                return Optional.of(new Holder(rows.getString(1), lease));
            }
        }
    }

    void take(Connection connection, TaskId task, String session, String author, EventStamp now) throws SQLException {
        String sql = "INSERT OR REPLACE INTO lease(task_id, session_id, author, boot_id, until_ns, until_wall_ms, pid,"
                + " pid_start_ms, pid_space) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, task.value());
            insert.setString(2, session);
            insert.setString(3, author);
            insert.setString(4, now.bootId());
            insert.setLong(5, now.monotonicNanos() + lengthNanos);
            insert.setLong(6, now.wallMillis() + lengthNanos / NANOS_IN_MILLI + 1);
            insert.setLong(7, process.pid());
            insert.setLong(8, process.startMillis());
            insert.setString(9, process.space());
            insert.executeUpdate();
        }
    }

    void release(Connection connection, TaskId task, String session) throws SQLException {
        String sql = "DELETE FROM lease WHERE task_id = ? AND session_id = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, task.value());
            delete.setString(2, session);
            delete.executeUpdate();
        }
    }
}
