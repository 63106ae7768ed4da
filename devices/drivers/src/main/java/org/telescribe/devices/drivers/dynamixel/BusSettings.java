package org.telescribe.devices.drivers.dynamixel;

/// How a bus is set up.
///
/// @param bitsPerSecond line speed
/// @param returnDelayNanos pause of a servo before it answers, nanoseconds
/// @param readMode how the servos are asked
public record BusSettings(int bitsPerSecond, long returnDelayNanos, ReadMode readMode) {
    /// One million baud, no pause, one answer for all.
    public static final BusSettings FAST = new BusSettings(1_000_000, 0, ReadMode.FAST_SYNC_READ);

    /// Refuses what no bus can be.
    public BusSettings {
        if (bitsPerSecond <= 0 || returnDelayNanos < 0) {
            throw new IllegalArgumentException("a bus of %d baud with a return delay of %d ns cannot be"
                    .formatted(bitsPerSecond, returnDelayNanos));
        }
    }
}
