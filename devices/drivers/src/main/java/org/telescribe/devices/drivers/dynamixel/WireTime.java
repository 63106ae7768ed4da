package org.telescribe.devices.drivers.dynamixel;

/// How long bytes take on the line: ten bits each.
///
/// @param bitsPerSecond line speed
record WireTime(int bitsPerSecond) {
    private static final long BITS_PER_BYTE_NANOS = 10_000_000_000L;

    long nanos(long bytes) {
        return bytes * BITS_PER_BYTE_NANOS / bitsPerSecond;
    }
}
