package org.telescribe.teleop.episode.model;

import java.util.Arrays;
import java.util.BitSet;

/// One row of an episode on the dataset's grid, filled by feature name. Confined to one thread; not to
/// be changed after it was appended.
public final class EpisodeRow {
    private final RowLayout layout;
    private final long rowIndex;
    private final long gridNanos;
    private final float[] floats;
    private final long[] longs;
    private final BitSet given = new BitSet();

    EpisodeRow(RowLayout layout, long rowIndex, long gridNanos, float[] floats, long[] longs) {
        if (floats.length != layout.floatLanes() || longs.length != layout.longLanes()) {
            throw new IllegalArgumentException("row %d has %d + %d numbers, the dataset has %d + %d"
                    .formatted(rowIndex, floats.length, longs.length, layout.floatLanes(), layout.longLanes()));
        }
        this.layout = layout;
        this.rowIndex = rowIndex;
        this.gridNanos = gridNanos;
        this.floats = floats;
        this.longs = longs;
    }

    void markComplete() {
        given.set(0, layout.features().size());
    }

    /// Sets a floating-point feature.
    ///
    /// @param name the feature
    /// @param values its channels, all finite, copied
    /// @return this row
    public EpisodeRow setFloats(String name, float... values) {
        int offset = place(name, FeatureType.FLOAT32, values.length);
        for (int i = 0; i < values.length; i++) {
            put(name, offset + i, values[i]);
        }
        return this;
    }

    /// Sets a floating-point feature from numbers of double precision.
    ///
    /// @param name the feature
    /// @param values its channels, all finite, copied
    /// @return this row
    public EpisodeRow setFloats(String name, double... values) {
        int offset = place(name, FeatureType.FLOAT32, values.length);
        for (int i = 0; i < values.length; i++) {
            put(name, offset + i, (float) values[i]);
        }
        return this;
    }

    private void put(String name, int lane, float value) {
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException("row %d: feature %s holds %s, only finite numbers can be recorded"
                    .formatted(rowIndex, name, value));
        }
        floats[lane] = value;
    }

    /// Sets an integer feature.
    ///
    /// @param name the feature
    /// @param values its numbers
    /// @return this row
    public EpisodeRow setLong(String name, long... values) {
        int offset = place(name, FeatureType.INT64, values.length);
        System.arraycopy(values, 0, longs, offset, values.length);
        return this;
    }

    private int place(String name, FeatureType type, int count) {
        int index = layout.indexOf(name);
        FeatureSpec feature = layout.features().get(index);
        if (feature.type() != type || feature.size() != count) {
            throw new IllegalArgumentException("feature %s takes %d of %s, not %d of %s"
                    .formatted(name, feature.size(), feature.type().dtype(), count, type.dtype()));
        }
        given.set(index);
        return layout.offset(index);
    }

    /// {@return number of the row within the episode, from 0}
    public long rowIndex() {
        return rowIndex;
    }

    /// {@return moment of the row on the dataset's grid, session clock, nanoseconds}
    public long gridNanos() {
        return gridNanos;
    }

    /// {@return the channels of a floating-point feature, a copy}
    ///
    /// @param name the feature
    public float[] floats(String name) {
        int index = layout.indexOf(name);
        int offset = layout.offset(index);
        return Arrays.copyOfRange(
                floats, offset, offset + layout.features().get(index).size());
    }

    /// {@return all floating-point numbers in lane order, a copy}
    public float[] allFloats() {
        return floats.clone();
    }

    /// {@return all integers in lane order, a copy}
    public long[] allLongs() {
        return longs.clone();
    }

    /// Refuses a row that lacks a feature.
    public void requireComplete() {
        int missing = given.nextClearBit(0);
        if (missing < layout.features().size()) {
            throw new IllegalArgumentException("row %d lacks feature %s"
                    .formatted(rowIndex, layout.features().get(missing).name()));
        }
    }
}
