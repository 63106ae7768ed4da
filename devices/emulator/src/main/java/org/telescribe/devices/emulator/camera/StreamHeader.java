package org.telescribe.devices.emulator.camera;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What precedes each picture in a camera stream, 40 bytes, little-endian: magic number, version,
/// sequence, moment of capture on the machine's monotonic clock in nanoseconds, width, height, bytes of
/// the picture, nothing.
final class StreamHeader {
    static final int BYTES = 40;

    private static final int MAGIC = 0x46435354; // "TSCF"
    private static final int VERSION = 1;

    private StreamHeader() {}

    static ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    static void write(ByteBuffer header, long sequence, long captureNanos, int width, int height) {
        header.clear();
        header.putInt(MAGIC).putInt(VERSION).putLong(sequence).putLong(captureNanos);
        header.putInt(width).putInt(height).putInt(width * height * 3 / 2).putInt(0);
        header.flip();
    }

    /// {@return whether it begins a picture of the wanted size}
    static boolean fits(ByteBuffer header, int width, int height) {
        return header.getInt(0) == MAGIC
                && header.getInt(4) == VERSION
                && header.getInt(24) == width
                && header.getInt(28) == height
                && header.getInt(32) == width * height * 3 / 2;
    }

    static long sequence(ByteBuffer header) {
        return header.getLong(8);
    }

    static long captureNanos(ByteBuffer header) {
        return header.getLong(16);
    }
}
