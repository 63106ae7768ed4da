package org.telescribe.teleop.episode.lerobot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/// One row of `meta/episodes`, column by column. Built once, then written.
public final class EpisodeMetadata {
    private final Map<String, String> columns = new LinkedHashMap<>();

    /// A row without columns.
    public EpisodeMetadata() {}

    /// Adds an integer.
    ///
    /// @param name the column
    /// @param value the number
    /// @return this row
    public EpisodeMetadata integer(String name, long value) {
        columns.put(name, value + "::BIGINT");
        return this;
    }

    /// Adds a floating-point number.
    ///
    /// @param name the column
    /// @param value the number, finite
    /// @return this row
    public EpisodeMetadata number(String name, double value) {
        columns.put(name, Sql.number(value));
        return this;
    }

    /// Adds a text.
    ///
    /// @param name the column
    /// @param value the text
    /// @return this row
    public EpisodeMetadata text(String name, String value) {
        columns.put(name, Sql.text(value) + "::VARCHAR");
        return this;
    }

    /// Adds a yes or no.
    ///
    /// @param name the column
    /// @param value yes or no
    /// @return this row
    public EpisodeMetadata flag(String name, boolean value) {
        columns.put(name, Boolean.toString(value));
        return this;
    }

    /// Adds the tasks' sentences.
    ///
    /// @param task the one task
    /// @return this row
    public EpisodeMetadata task(String task) {
        columns.put("tasks", "[" + Sql.text(task) + "]::VARCHAR[]");
        return this;
    }

    /// Adds a column for each statistic of each feature.
    ///
    /// @param statistics of the episode
    /// @return this row
    public EpisodeMetadata statistics(DatasetStatistics statistics) {
        statistics
                .toJson()
                .properties()
                .forEach(feature -> feature.getValue()
                        .properties()
                        .forEach(statistic -> columns.put(
                                "stats/" + feature.getKey() + "/" + statistic.getKey(), list(statistic.getValue()))));
        return this;
    }

    private static String list(JsonNode values) {
        JsonNode first = values.path(0);
        String type = first.isArray() ? "DOUBLE[][][]" : first.isIntegralNumber() ? "BIGINT[]" : "DOUBLE[]";
        return Sql.numbers(values) + "::" + type;
    }

    String select() {
        StringJoiner select = new StringJoiner(", ", "SELECT ", "");
        columns.forEach((name, value) -> select.add(value + " AS " + Sql.name(name)));
        return select.toString();
    }
}
