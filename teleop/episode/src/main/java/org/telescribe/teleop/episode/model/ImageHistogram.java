package org.telescribe.teleop.episode.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How often each 8-bit value occurred in the red, green and blue of sampled pictures. Everything that
/// a dataset's statistics need follows from it, and two of them add up. Not changed once built.
public final class ImageHistogram {
    /// Number of colour channels: red, green, blue.
    public static final int CHANNELS = 3;
    /// Number of values of a channel.
    public static final int VALUES = 256;

    private final long[] counts;

    /// A histogram of known counts.
    ///
    /// @param counts 3 x 256 counts, red first, copied
    public ImageHistogram(long[] counts) {
        if (counts.length != CHANNELS * VALUES) {
            throw new IllegalArgumentException("%d counts, %d are needed".formatted(counts.length, CHANNELS * VALUES));
        }
        this.counts = counts.clone();
    }

    /// {@return how often a value occurred}
    ///
    /// @param channel 0 red, 1 green, 2 blue
    /// @param value 0..255
    public long count(int channel, int value) {
        return counts[channel * VALUES + value];
    }

    /// {@return the counts as bytes: 3 x 256 little-endian 64-bit integers}
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(counts.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long count : counts) {
            bytes.putLong(count);
        }
        return bytes.array();
    }

    /// {@return the histogram of such bytes}
    ///
    /// @param bytes as [#toBytes] made them, read from the buffer's position
    public static ImageHistogram fromBytes(ByteBuffer bytes) {
        ByteBuffer little = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long[] counts = new long[CHANNELS * VALUES];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = little.getLong();
        }
        return new ImageHistogram(counts);
    }
}
