package org.telescribe.annotator.labels.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.telescribe.annotator.labels.model.LabelsException;

/// One connection to the file of a store. Any thread, one at a time.
final class StoreFile implements AutoCloseable {
    private static final int BUSY_MILLIS = 5_000;
    private static final int FALLBACK_CHECKPOINT_PAGES = 4_000;

    private final Path file;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    /// Something to do with the connection.
    ///
    /// @param <T> what it gives
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private StoreFile(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Opens or makes the file.
    static StoreFile open(Path file, List<String> migrations) {
        StoreSchema schema = new StoreSchema(file, migrations);
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException refused) {
            throw new LabelsException(
                    "The folder of %s cannot be made: %s. Nothing was changed. Choose another place for the labels."
                            .formatted(file, refused.getMessage()),
                    refused);
        }
        boolean isNew = !Files.exists(file);
        try {
            StoreFile opened = new StoreFile(file, DriverManager.getConnection("jdbc:sqlite:" + file.toUri()));
            try {
                opened.prepare(schema);
            } catch (SQLException | LabelsException refused) {
                opened.connection.close();
                throw refused;
            }
            if (isNew && folder != null) {
                forceFolder(folder);
            }
            return opened;
        } catch (SQLException refused) {
            throw StoreTrouble.of(file, refused);
        }
    }

    private void prepare(StoreSchema schema) throws SQLException {
        pragma("busy_timeout = " + BUSY_MILLIS);
        schema.check(connection);
        pragma("journal_mode = WAL");
        pragma("synchronous = FULL");
        pragma("foreign_keys = ON");
        pragma("wal_autocheckpoint = " + FALLBACK_CHECKPOINT_PAGES);
        if (!schema.isCurrent(connection)) {
            transaction(within -> {
                schema.migrate(within);
                return true;
            });
        }
    }

    private void pragma(String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + setting);
        }
    }

    /// A new name is safe only when its folder was forced; systems without that have nothing to force.
    private static void forceFolder(Path folder) {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException unsupported) {
            return;
        }
    }

    Path file() {
        return file;
    }

    /// Reads, or does what SQLite makes whole by itself.
    <T> T read(Work<T> work) {
        lock.lock();
        try {
            return work.run(connection);
        } catch (SQLException refused) {
            throw StoreTrouble.of(file, refused);
        } finally {
            lock.unlock();
        }
    }

    /// Does all or nothing; when it returns, all is safe on the disk.
    <T> T write(Work<T> work) {
        lock.lock();
        try {
            return transaction(work);
        } catch (SQLException refused) {
            throw StoreTrouble.of(file, refused);
        } finally {
            lock.unlock();
        }
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        execute("BEGIN IMMEDIATE");
        boolean done = false;
        try {
            T result = work.run(connection);
            execute("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollback();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollback() {
        try {
            execute("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            return; // SQLite has done it by itself after a failed commit
        }
    }

    /// Moves what was committed from the log into the file, as far as nobody reads it.
    void checkpoint() {
        read(within -> {
            try (Statement statement = within.createStatement()) {
                return statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
            }
        });
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException refused) {
            throw StoreTrouble.of(file, refused);
        } finally {
            lock.unlock();
        }
    }
}
