package org.telescribe.annotator.labels.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.telescribe.annotator.labels.event.EventStamp;
import org.telescribe.annotator.labels.model.TaskId;

/// Who has which episode open. Used within a transaction. A lease of an earlier start of the machine, of
/// a process that has ended, or one that has run out by either clock, holds nothing.
final class LeaseTable {
    private static final long NANOS_IN_MILLI = 1_000_000L;
    private static final String LIVING = "SELECT session_id, author, until_wall_ms, until_ns, pid, pid_start_ms,"
            + " pid_space, task_id FROM lease WHERE boot_id = ? AND until_ns > ? AND until_wall_ms > ?";

    private final ProcessMark process;
    private final long lengthNanos;

    /// @param process this run of the program
    /// @param lengthNanos for how long a lease holds without being renewed
    LeaseTable(ProcessMark process, long lengthNanos) {
        this.process = process;
        this.lengthNanos = lengthNanos;
    }

    /// @param session whose it is
    /// @param lease for people
    /// @param untilNanos until when it holds, session clock, nanoseconds
    record Holder(String session, Lease lease, long untilNanos) {}

    /// {@return who holds an episode now}
    Optional<Holder> holder(Connection connection, TaskId task, EventStamp now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIVING + " AND task_id = ?")) {
            select.setString(4, task.value());
            return Optional.ofNullable(read(select, now).get(task));
        }
    }

    /// {@return who holds what now}
    Map<TaskId, Holder> holders(Connection connection, EventStamp now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIVING)) {
            return read(select, now);
        }
    }

    private Map<TaskId, Holder> read(PreparedStatement select, EventStamp now) throws SQLException {
        select.setString(1, now.bootId());
        select.setLong(2, now.monotonicNanos());
        select.setLong(3, now.wallMillis());
        Map<TaskId, Holder> holders = new HashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ProcessMark holding = new ProcessMark(rows.getLong(5), rows.getLong(6), rows.getString(7));
                if (!holding.isGone(process)) {
                    Lease lease = new Lease(rows.getString(2), holding.words(), rows.getLong(3));
                    holders.put(new TaskId(rows.getString(8)), new Holder(rows.getString(1), lease, rows.getLong(4)));
                }
            }
        }
        return holders;
    }

    /// Renews a session's own lease when a quarter of it is over; before that there is nothing to write.
    void keep(Connection connection, TaskId task, Holder own, EventStamp now) throws SQLException {
        if (own.untilNanos() - now.monotonicNanos() < lengthNanos - lengthNanos / 4) {
            take(connection, task, own.session(), own.lease().author(), now);
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
