package org.telescribe.devices.core.handover;

/// A fixed row of 64-bit lanes, each a long or a double. The unit of hand-over between threads;
/// confined to one thread between two hand-overs. Which lane holds what is said by the layout that goes
/// with it.
public final class Lanes {
    private final long[] lanes;

    /// Lanes that hold zeros.
    ///
    /// @param size number of lanes, at least 1
    public Lanes(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("lanes: size %d < 1".formatted(size));
        }
        this.lanes = new long[size];
    }

    /// {@return number of lanes}
    public int size() {
        return lanes.length;
    }

    /// {@return its value as a long}
    ///
    /// @param lane index of the lane
    public long getLong(int lane) {
        return lanes[lane];
    }

    /// Sets a lane.
    ///
    /// @param lane index of the lane
    /// @param value new value
    public void setLong(int lane, long value) {
        lanes[lane] = value;
    }

    /// {@return its value as a double}
    ///
    /// @param lane index of the lane
    public double getDouble(int lane) {
        return Double.longBitsToDouble(lanes[lane]);
    }

    /// Sets a lane.
    ///
    /// @param lane index of the lane
    /// @param value new value
    public void setDouble(int lane, double value) {
        lanes[lane] = Double.doubleToRawLongBits(value);
    }

    /// Copies all lanes.
    ///
    /// @param other lanes of the same size, copied into this
    public void copyFrom(Lanes other) {
        System.arraycopy(other.lanes, 0, lanes, 0, lanes.length);
    }

    /// Copies a run of lanes.
    ///
    /// @param from source lanes
    /// @param fromLane first lane to read
    /// @param toLane first lane to write
    /// @param count number of lanes
    public void copyFrom(Lanes from, int fromLane, int toLane, int count) {
        System.arraycopy(from.lanes, fromLane, lanes, toLane, count);
    }

    long[] raw() {
        return lanes;
    }
}
