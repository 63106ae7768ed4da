package org.telescribe.teleop.episode.lerobot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.telescribe.teleop.episode.lerobot.EpisodeTable.Column;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.FeatureType;

/// Reads and writes parquet files through one DuckDB in memory. Opening takes up to a second: do it
/// before it is needed. One thread at a time. Forces nothing.
public final class ParquetStore implements AutoCloseable {
    /// What makes pandas see the task's sentence as the table's index; without it LeRobot takes
    /// numbers for tasks.
    static final String PANDAS_TASKS = """
            {"index_columns":["task"],"column_indexes":[{"name":null,"field_name":null,"pandas_type":"unicode",\
            "numpy_type":"object","metadata":{"encoding":"UTF-8"}}],"columns":[{"name":"task_index",\
            "field_name":"task_index","pandas_type":"int64","numpy_type":"int64","metadata":null},{"name":"task",\
            "field_name":"task","pandas_type":"unicode","numpy_type":"object","metadata":null}],\
            "creator":{"library":"pyarrow","version":"0"},"pandas_version":"2.2.0"}""";

    private static final String SCHEMA_VERSION = "telescribe/schema_version";
    private static final int THREADS = 1;
    private static final int MEMORY_MEGABYTES = 512;

    private final Connection connection;

    private ParquetStore(Connection connection) {
        this.connection = connection;
    }

    /// {@return an open store}
    public static ParquetStore open() {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            ParquetStore store = new ParquetStore(connection);
            store.execute("SET threads = " + THREADS);
            store.execute("SET memory_limit = '" + MEMORY_MEGABYTES + "MB'");
            return store;
        } catch (SQLException refused) {
            throw new DatasetException(
                    "DuckDB, which reads and writes parquet, did not start: " + refused.getMessage(), refused);
        }
    }

    /// {@return an open store that remembers the footers of the files it has read, for several
    /// queries over the same many files; a file that has changed since is read anew}
    public static ParquetStore openForReading() {
        ParquetStore store = open();
        boolean ready = false;
        try {
            store.execute("SET parquet_metadata_cache = true");
            ready = true;
            return store;
        } catch (SQLException refused) {
            throw new DatasetException("DuckDB has no cache for footers: " + refused.getMessage(), refused);
        } finally {
            if (!ready) {
                store.close();
            }
        }
    }

    /// Takes what a query gives.
    ///
    /// @param <T> what comes of it
    @FunctionalInterface
    public interface Results<T> {
        /// {@return what comes of the rows}
        ///
        /// @param rows positioned before the first
        /// @throws SQLException when they cannot be read
        T read(ResultSet rows) throws SQLException;
    }

    /// {@return what a query gives}
    ///
    /// @param sql the query
    /// @param results takes its rows
    /// @param <T> what comes of it
    /// @throws SQLException when a file is broken or the query does not fit it
    public <T> T query(String sql, Results<T> results) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return results.read(rows);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Writes an episode's rows, reads their number back and compares.
    ///
    /// @param table the rows
    /// @param target the file
    public void writeRows(EpisodeTable table, Path target) {
        guarded(target, () -> {
            execute("CREATE OR REPLACE TABLE episode_rows (" + columnTypes(table.columns()) + ")");
            append(table);
            execute("COPY episode_rows TO %s (FORMAT parquet, COMPRESSION snappy, KV_METADATA {huggingface: %s})"
                    .formatted(Sql.target(target), Sql.text(huggingface(table.columns()))));
            execute("DROP TABLE episode_rows");
            requireRows(target, table.rows());
        });
    }

    private static String columnTypes(List<Column> columns) {
        StringJoiner types = new StringJoiner(", ");
        for (Column column : columns) {
            FeatureSpec spec = column.spec();
            String type = spec.type() == FeatureType.FLOAT32 ? "FLOAT" : "BIGINT";
            types.add(Sql.name(spec.name()) + " " + type + (spec.size() == 1 ? "" : "[" + spec.size() + "]"));
        }
        return types.toString();
    }

    private void append(EpisodeTable table) throws SQLException {
        DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
        try (DuckDBAppender appender = duck.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "episode_rows")) {
            for (int row = 0; row < table.rows(); row++) {
                appender.beginRow();
                for (Column column : table.columns()) {
                    append(appender, column, row);
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, Column column, int row) throws SQLException {
        int size = column.spec().size();
        switch (column.spec().type()) {
            case FLOAT32 -> {
                if (size == 1) {
                    appender.append(column.floatAt(row));
                } else {
                    appender.append(column.floats(row));
                }
            }
            case INT64 -> {
                if (size == 1) {
                    appender.append(column.longAt(row));
                } else {
                    appender.append(column.longs(row));
                }
            }
        }
    }

    private static String huggingface(List<Column> columns) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode features = root.putObject("info").putObject("features");
        for (Column column : columns) {
            FeatureSpec spec = column.spec();
            ObjectNode value = JsonNodeFactory.instance.objectNode();
            value.put("dtype", spec.type().dtype()).put("_type", "Value");
            if (spec.size() == 1) {
                features.set(spec.name(), value);
            } else {
                ObjectNode list = features.putObject(spec.name());
                list.set("feature", value);
                list.put("length", spec.size()).put("_type", "List");
            }
        }
        return root.toString();
    }

    /// Writes episodes' metadata, reads the number of rows back and compares.
    ///
    /// @param episodes the rows, all with the same columns
    /// @param target the file
    public void writeEpisodes(List<EpisodeMetadata> episodes, Path target) {
        StringJoiner union = new StringJoiner(" UNION ALL ");
        episodes.forEach(episode -> union.add(episode.select()));
        guarded(target, () -> {
            execute("COPY (%s) TO %s (FORMAT parquet, COMPRESSION snappy)".formatted(union, Sql.target(target)));
            requireRows(target, episodes.size());
        });
    }

    /// {@return whether a file of episodes' metadata has all of this program's columns, or none
    /// because others wrote it}
    ///
    /// @param file the file
    public boolean episodesAreCurrent(Path file) {
        Set<String> columns = new HashSet<>();
        guarded(
                file,
                () -> query("DESCRIBE SELECT * FROM read_parquet(%s)".formatted(Sql.file(file)), rows -> {
                    while (rows.next()) {
                        columns.add(rows.getString(1));
                    }
                    return columns;
                }));
        return columns.contains(MarksColumn.NAME) || !columns.contains(SCHEMA_VERSION);
    }

    /// Writes episodes' metadata of an earlier version of this program into one file with the
    /// columns of today; no episode has marks then.
    ///
    /// @param sources the files, at least one, all with the same columns
    /// @param version of the set of columns
    /// @param target the file
    public void completeEpisodes(List<Path> sources, int version, Path target) {
        String select = ("SELECT * REPLACE (%d::BIGINT AS %s, 0::BIGINT AS %s, 0::BIGINT AS %s), %s::VARCHAR AS %s"
                        + " FROM read_parquet(%s) ORDER BY episode_index")
                .formatted(
                        version,
                        Sql.name(SCHEMA_VERSION),
                        Sql.name("meta/episodes/chunk_index"),
                        Sql.name("meta/episodes/file_index"),
                        Sql.text(MarksColumn.NONE),
                        Sql.name(MarksColumn.NAME),
                        Sql.files(sources));
        guarded(target, () -> {
            long rows = 0;
            for (Path source : sources) {
                rows += countRows(source);
            }
            writeQuery(select, "", rows, target);
        });
    }

    /// Writes the tasks, reads the number of rows back and compares.
    ///
    /// @param tasks the sentences in the order of their index, at least one
    /// @param target the file
    public void writeTasks(List<String> tasks, Path target) {
        StringJoiner values = new StringJoiner(", ");
        for (int i = 0; i < tasks.size(); i++) {
            values.add("(%d::BIGINT, %s)".formatted(i, Sql.text(tasks.get(i))));
        }
        guarded(target, () -> {
            execute(("COPY (SELECT * FROM (VALUES %s) tasks(task_index, task)) TO %s "
                            + "(FORMAT parquet, COMPRESSION snappy, KV_METADATA {pandas: %s})")
                    .formatted(values, Sql.target(target), Sql.text(PANDAS_TASKS)));
            requireRows(target, tasks.size());
        });
    }

    /// Writes what a query gives, and compares the number of rows.
    ///
    /// @param select the query
    /// @param huggingface the value of the key of that name, or empty for none
    /// @param rows how many rows there must be
    /// @param target the file
    public void writeQuery(String select, String huggingface, long rows, Path target) {
        String metadata = huggingface.isEmpty() ? "" : ", KV_METADATA {huggingface: " + Sql.text(huggingface) + "}";
        guarded(target, () -> {
            execute("COPY (%s) TO %s (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 2048%s)"
                    .formatted(select, Sql.target(target), metadata));
            requireRows(target, rows);
        });
    }

    /// {@return the tasks' sentences in the order of their index}
    ///
    /// @param file the tasks' file
    public List<String> readTasks(Path file) {
        List<String> tasks = new ArrayList<>();
        guarded(
                file,
                () -> query("SELECT task FROM read_parquet(%s) ORDER BY task_index".formatted(Sql.file(file)), rows -> {
                    while (rows.next()) {
                        tasks.add(rows.getString(1));
                    }
                    return tasks;
                }));
        return tasks;
    }

    /// {@return the number of rows that a file's own footer says}
    ///
    /// @param file the file
    /// @throws SQLException when the file is no whole parquet file
    public long countRows(Path file) throws SQLException {
        return query("SELECT num_rows FROM parquet_file_metadata(%s)".formatted(Sql.file(file)), rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    /// {@return the value of a key of a file's metadata, empty when it has no such key}
    ///
    /// @param file the file
    /// @param key the key
    /// @throws SQLException when the file is no whole parquet file
    public String metadata(Path file, String key) throws SQLException {
        String sql = "SELECT value::BLOB FROM parquet_kv_metadata(%s) WHERE key = %s::BLOB"
                .formatted(Sql.file(file), Sql.text(key));
        return query(sql, rows -> {
            if (!rows.next()) {
                return "";
            }
            Blob value = rows.getBlob(1);
            return new String(value.getBytes(1, (int) value.length()), StandardCharsets.UTF_8);
        });
    }

    private void requireRows(Path file, long expected) throws SQLException {
        long found = countRows(file);
        if (found != expected) {
            throw new DatasetException("%s holds %d rows after writing, %d were written. The dataset was not changed."
                    .formatted(file, found, expected));
        }
    }

    private static void guarded(Path file, SqlWork work) {
        try {
            work.run();
        } catch (SQLException refused) {
            String[] lines = String.valueOf(refused.getMessage()).split("\n", 2);
            throw new DatasetException(
                    "The file %s: %s".formatted(file, Arrays.asList(lines).getFirst()), refused);
        }
    }

    private interface SqlWork {
        void run() throws SQLException;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            throw new DatasetException("DuckDB did not close: " + alreadyGone.getMessage(), alreadyGone);
        }
    }
}
