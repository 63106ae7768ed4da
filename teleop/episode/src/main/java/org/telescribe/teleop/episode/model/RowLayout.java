package org.telescribe.teleop.episode.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where each feature lies in a row: floating-point features one after the other in one array, integers
/// in another.
public final class RowLayout {
    private final List<FeatureSpec> features;
    private final Map<String, Integer> indexByName = new HashMap<>();
    private final int[] offsets;
    private final int floatLanes;
    private final int longLanes;

    RowLayout(List<FeatureSpec> features) {
        this.features = List.copyOf(features);
        this.offsets = new int[features.size()];
        int floats = 0;
        int longs = 0;
        for (int i = 0; i < offsets.length; i++) {
            FeatureSpec feature = features.get(i);
            indexByName.put(feature.name(), i);
            switch (feature.type()) {
                case FLOAT32 -> {
                    offsets[i] = floats;
                    floats += feature.size();
                }
                case INT64 -> {
                    offsets[i] = longs;
                    longs += feature.size();
                }
            }
        }
        this.floatLanes = floats;
        this.longLanes = longs;
    }

    /// {@return the features in column order}
    public List<FeatureSpec> features() {
        return features;
    }

    /// {@return how many floating-point numbers a row holds}
    public int floatLanes() {
        return floatLanes;
    }

    /// {@return how many integers a row holds}
    public int longLanes() {
        return longLanes;
    }

    /// {@return the feature's place in [#features]}
    ///
    /// @param name name of the feature
    public int indexOf(String name) {
        Integer index = indexByName.get(name);
        if (index == null) {
            throw new IllegalArgumentException("the dataset has no row feature %s".formatted(name));
        }
        return index;
    }

    /// {@return the first lane of a feature, in the array of its type}
    ///
    /// @param index the feature's place in [#features]
    public int offset(int index) {
        return offsets[index];
    }

    /// {@return an empty row}
    ///
    /// @param rowIndex number of the row within the episode, from 0
    /// @param gridNanos moment of the row on the dataset's grid, session clock, nanoseconds
    public EpisodeRow newRow(long rowIndex, long gridNanos) {
        return new EpisodeRow(this, rowIndex, gridNanos, new float[floatLanes], new long[longLanes]);
    }

    /// {@return a row whose numbers are all known}
    ///
    /// @param rowIndex number of the row within the episode, from 0
    /// @param gridNanos moment of the row on the dataset's grid, session clock, nanoseconds
    /// @param floats all floating-point numbers, kept
    /// @param longs all integers, kept
    public EpisodeRow rowOf(long rowIndex, long gridNanos, float[] floats, long[] longs) {
        EpisodeRow row = new EpisodeRow(this, rowIndex, gridNanos, floats, longs);
        row.markComplete();
        return row;
    }
}
