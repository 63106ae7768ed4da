package org.telescribe.devices.emulator.physics;

/// A 64-bit hash (FNV-1a) over numbers, bit by bit.
final class StateHash {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long hash = OFFSET;

    void add(float value) {
        add(Float.floatToRawIntBits(value));
    }

    void add(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            hash = (hash ^ (value >>> shift & 0xff)) * PRIME;
        }
    }

    long value() {
        return hash;
    }
}
