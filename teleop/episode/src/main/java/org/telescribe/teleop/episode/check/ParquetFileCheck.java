package org.telescribe.teleop.episode.check;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.telescribe.teleop.episode.lerobot.Sql;

/// Parquet files that readers find by a pattern: one that is half written breaks the whole dataset.
final class ParquetFileCheck {
    private ParquetFileCheck() {}

    /// {@return the whole files below a folder, in the order in which readers join them, with their
    /// number of rows}
    static Map<String, Long> wholeFiles(CheckContext context, String folder) throws IOException {
        Map<String, Long> whole = new LinkedHashMap<>();
        for (String name : context.view.namesBelow(folder)) {
            Path file = context.view.find(name);
            if (file == null || !name.endsWith(".parquet")) {
                continue;
            }
            try {
                whole.put(name, context.parquet.countRows(file));
            } catch (SQLException broken) {
                context.broken(name, "it is no whole parquet file (%s)".formatted(reason(broken)));
            }
        }
        return whole;
    }

    /// {@return names and DuckDB types of a file's columns}
    static Map<String, String> columns(CheckContext context, Path file) throws SQLException {
        return context.parquet.query("DESCRIBE SELECT * FROM read_parquet(%s)".formatted(Sql.file(file)), rows -> {
            Map<String, String> columns = new LinkedHashMap<>();
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
            return columns;
        });
    }

    static List<Path> paths(CheckContext context, Iterable<String> names) {
        List<Path> paths = new ArrayList<>();
        for (String name : names) {
            Path file = context.view.find(name);
            if (file != null) {
                paths.add(file);
            }
        }
        return paths;
    }

    static String reason(SQLException broken) {
        String text = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
        int place = text.indexOf(": ");
        return place < 0 ? text : text.substring(place + 2);
    }
}
