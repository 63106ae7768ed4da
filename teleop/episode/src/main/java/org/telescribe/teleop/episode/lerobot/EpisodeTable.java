package org.telescribe.teleop.episode.lerobot;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.FeatureType;

/// All rows of an episode, column by column, in the order of the data file. One thread.
public final class EpisodeTable {
    private final int rows;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /// A column: the numbers of all rows, row after row.
    public static final class Column {
        private final FeatureSpec spec;
        private final float[] floats;
        private final long[] longs;

        private Column(FeatureSpec spec, int rows) {
            this.spec = spec;
            boolean floating = spec.type() == FeatureType.FLOAT32;
            this.floats = new float[floating ? rows * spec.size() : 0];
            this.longs = new long[floating ? 0 : rows * spec.size()];
        }

        /// {@return what the column is}
        public FeatureSpec spec() {
            return spec;
        }

        /// Sets the numbers of a row of a floating-point column.
        ///
        /// @param row the row
        /// @param values where they are
        /// @param offset the first of them
        public void set(int row, float[] values, int offset) {
            System.arraycopy(values, offset, floats, row * spec.size(), spec.size());
        }

        /// Sets the numbers of a row of an integer column.
        ///
        /// @param row the row
        /// @param values where they are
        /// @param offset the first of them
        public void set(int row, long[] values, int offset) {
            System.arraycopy(values, offset, longs, row * spec.size(), spec.size());
        }

        /// Sets the number of a row of an integer column of one number.
        ///
        /// @param row the row
        /// @param value the number
        public void set(int row, long value) {
            longs[row] = value;
        }

        float floatAt(int index) {
            return floats[index];
        }

        long longAt(int index) {
            return longs[index];
        }

        float[] floats(int row) {
            return Arrays.copyOfRange(floats, row * spec.size(), (row + 1) * spec.size());
        }

        long[] longs(int row) {
            return Arrays.copyOfRange(longs, row * spec.size(), (row + 1) * spec.size());
        }

        private FeatureStatistics statistics(int rows) {
            int size = spec.size();
            double[][] channels = new double[size][rows]; // sorted in place by the statistics
            for (int channel = 0; channel < size; channel++) {
                for (int row = 0; row < rows; row++) {
                    int index = row * size + channel;
                    channels[channel][row] = spec.type() == FeatureType.FLOAT32 ? floats[index] : longs[index];
                }
            }
            return FeatureStatistics.ofChannels(channels);
        }
    }

    /// A table of zeros.
    ///
    /// @param rows number of rows, at least one
    /// @param specs the columns but for LeRobot's own five
    public EpisodeTable(int rows, List<FeatureSpec> specs) {
        this.rows = rows;
        specs.forEach(spec -> columns.put(spec.name(), new Column(spec, rows)));
        columns.put("timestamp", new Column(new FeatureSpec("timestamp", FeatureType.FLOAT32, 1, List.of()), rows));
        for (String name : List.of("frame_index", "episode_index", "index", "task_index")) {
            columns.put(name, new Column(FeatureSpec.integer(name), rows));
        }
    }

    /// {@return a column}
    ///
    /// @param name its name
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("there is no column " + name);
        }
        return column;
    }

    /// Fills LeRobot's own five columns.
    ///
    /// @param framesPerSecond the grid, hertz
    /// @param episodeIndex number of the episode
    /// @param firstIndex number of its first row in the dataset
    /// @param taskIndex number of its task
    public void fillStandardColumns(int framesPerSecond, int episodeIndex, long firstIndex, int taskIndex) {
        for (int row = 0; row < rows; row++) {
            column("timestamp").floats[row] = (float) ((double) row / framesPerSecond);
            column("frame_index").longs[row] = row;
            column("episode_index").longs[row] = episodeIndex;
            column("index").longs[row] = firstIndex + row;
            column("task_index").longs[row] = taskIndex;
        }
    }

    /// {@return number of rows}
    public int rows() {
        return rows;
    }

    List<Column> columns() {
        return List.copyOf(columns.values());
    }

    /// {@return statistics of every column}
    public DatasetStatistics statistics() {
        Map<String, FeatureStatistics> statistics = new LinkedHashMap<>();
        columns.forEach((name, column) -> statistics.put(name, column.statistics(rows)));
        return new DatasetStatistics(statistics);
    }
}
