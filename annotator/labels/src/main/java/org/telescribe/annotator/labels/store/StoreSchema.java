package org.telescribe.annotator.labels.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.telescribe.annotator.labels.model.LabelsException;

/// The tables of a store and how they came to be: script k makes version k + 1 out of version k.
final class StoreSchema {
    /// "TSLB": says whose file it is.
    static final int APPLICATION_ID = 0x54534C42;

    static final List<String> MIGRATIONS = List.of("""
            CREATE TABLE store(
                one INTEGER PRIMARY KEY CHECK(one = 1),
                store_id TEXT NOT NULL,
                changes INTEGER NOT NULL);
            INSERT INTO store(one, store_id, changes) VALUES(1, lower(hex(randomblob(16))), 0);
            CREATE TABLE task(
                task_id TEXT PRIMARY KEY,
                queue TEXT NOT NULL,
                position INTEGER NOT NULL,
                source TEXT NOT NULL,
                draft TEXT NOT NULL,
                added_wall_ms INTEGER NOT NULL);
            CREATE INDEX task_by_queue ON task(queue, position);
            CREATE TABLE reading(
                task_id TEXT NOT NULL REFERENCES task(task_id),
                number INTEGER NOT NULL CHECK(number > 0),
                author TEXT NOT NULL,
                base_number INTEGER,
                base_serial INTEGER,
                PRIMARY KEY(task_id, number)) WITHOUT ROWID;
            CREATE TABLE event(
                serial INTEGER PRIMARY KEY,
                event_id TEXT NOT NULL UNIQUE,
                task_id TEXT NOT NULL,
                reading INTEGER NOT NULL,
                item_id TEXT NOT NULL,
                kind TEXT NOT NULL,
                author TEXT NOT NULL,
                wall_ms INTEGER NOT NULL,
                monotonic_ns INTEGER NOT NULL,
                boot_id TEXT NOT NULL,
                spent_ms INTEGER NOT NULL,
                video_sha256 TEXT NOT NULL,
                frame_time_ns INTEGER NOT NULL,
                schema_version INTEGER NOT NULL,
                payload TEXT NOT NULL CHECK(json_valid(payload)),
                FOREIGN KEY(task_id, reading) REFERENCES reading(task_id, number));
            CREATE INDEX event_by_task ON event(task_id, serial);
            CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
                BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
            CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
                BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
            CREATE TRIGGER draft_is_not_changed BEFORE UPDATE OF draft ON task
                BEGIN SELECT RAISE(ABORT, 'drafts are never changed'); END;
            CREATE TABLE lease(
                task_id TEXT PRIMARY KEY REFERENCES task(task_id),
                session_id TEXT NOT NULL,
                author TEXT NOT NULL,
                boot_id TEXT NOT NULL,
                until_ns INTEGER NOT NULL,
                until_wall_ms INTEGER NOT NULL,
                pid INTEGER NOT NULL,
                pid_start_ms INTEGER NOT NULL,
                pid_space TEXT NOT NULL) WITHOUT ROWID;
            """);

    private final Path file;
    private final List<String> migrations;

    StoreSchema(Path file, List<String> migrations) {
        this.file = file;
        this.migrations = migrations;
    }

    /// Refuses files of others and of the future. Changes nothing.
    void check(Connection connection) throws SQLException {
        long application = number(connection, "PRAGMA application_id");
        long version = number(connection, "PRAGMA user_version");
        boolean empty = number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (application == 0 && version == 0 && empty) {
            return;
        }
        if (application != APPLICATION_ID) {
            throw new LabelsException(
                    "%s belongs to another program. It was not changed. Choose another file for the labels."
                            .formatted(file));
        }
        if (version > migrations.size()) {
            throw new LabelsException(
                    "%s is of version %d; this program knows versions up to %d. It was not changed. Use a newer Telescribe."
                            .formatted(file, version, migrations.size()));
        }
    }

    /// Brings the file to the present version. Called within a transaction.
    void migrate(Connection connection) throws SQLException {
        check(connection);
        int version = (int) number(connection, "PRAGMA user_version");
        try (Statement statement = connection.createStatement()) {
            for (int next = version; next < migrations.size(); next++) {
                statement.executeUpdate(migrations.get(next));
            }
            statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
            statement.executeUpdate("PRAGMA user_version = " + migrations.size());
        }
    }

    boolean isCurrent(Connection connection) throws SQLException {
        return number(connection, "PRAGMA user_version") == migrations.size();
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
