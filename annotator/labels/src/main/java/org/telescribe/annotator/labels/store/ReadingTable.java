package org.telescribe.annotator.labels.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telescribe.annotator.labels.model.TaskId;

/// The readings of an episode: what one person said about it, kept apart from what others said.
final class ReadingTable {
    /// One reading.
    ///
    /// @param number from 1, in the order of their beginnings
    /// @param author whose
    /// @param base the reading that it branched off from; 0 when from none
    /// @param baseSerial the last event of the base that belongs to it too
    record Reading(int number, String author, int base, long baseSerial) {}

    List<Reading> of(Connection connection, TaskId task) throws SQLException {
        String sql = "SELECT number, author, base_number, base_serial FROM reading WHERE task_id = ? ORDER BY number";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, task.value());
            List<Reading> readings = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    readings.add(new Reading(rows.getInt(1), rows.getString(2), rows.getInt(3), rows.getLong(4)));
                }
            }
            return readings;
        }
    }

    /// {@return an author's own reading, not one that branched off when a lease was lost}
    Optional<Reading> ownOf(Connection connection, TaskId task, String author) throws SQLException {
        return of(connection, task).stream()
                .filter(reading -> reading.author().equals(author) && reading.base() == 0)
                .findFirst();
    }

    Reading begin(Connection connection, TaskId task, String author, int base, long baseSerial) throws SQLException {
        int number = of(connection, task).size() + 1;
        String sql = "INSERT INTO reading(task_id, number, author, base_number, base_serial) VALUES(?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, task.value());
            insert.setInt(2, number);
            insert.setString(3, author);
            insert.setInt(4, base);
            insert.setLong(5, baseSerial);
            insert.executeUpdate();
        }
        return new Reading(number, author, base, baseSerial);
    }
}
