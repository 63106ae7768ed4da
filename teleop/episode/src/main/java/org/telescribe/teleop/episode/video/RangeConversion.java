package org.telescribe.teleop.episode.video;

import java.util.function.IntToDoubleFunction;

/// Tables between limited range (luma 16..235, chroma 16..240), in which cameras deliver, and full
/// range, in which JPEG stores. Both are BT.601, so planes convert value by value.
final class RangeConversion {
    private static final int VALUES = 256;

    private RangeConversion() {}

    static byte[] lumaToFull() {
        return table(value -> (value - 16) * 255.0 / 219.0);
    }

    static byte[] chromaToFull() {
        return table(value -> (value - 128) * 255.0 / 224.0 + 128);
    }

    static byte[] lumaToLimited() {
        return table(value -> value * 219.0 / 255.0 + 16);
    }

    static byte[] chromaToLimited() {
        return table(value -> (value - 128) * 224.0 / 255.0 + 128);
    }

    private static byte[] table(IntToDoubleFunction conversion) {
        byte[] table = new byte[VALUES];
        for (int value = 0; value < VALUES; value++) {
            table[value] = (byte) Math.clamp(Math.round(conversion.applyAsDouble(value)), 0, VALUES - 1);
        }
        return table;
    }

    static void apply(byte[] table, byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            bytes[i] = table[bytes[i] & 0xFF];
        }
    }
}
