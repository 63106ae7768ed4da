package org.telescribe.devices.emulator.servo;

/// How an emulated bus is set up.
///
/// @param bitsPerSecond line speed: no answer comes sooner than it allows
/// @param returnDelayUnits each servo's pause before an answer, units of 2 microseconds, 0 to 254; the
///     factory's is 250
/// @param realTimePriority priority that the chain's thread asks for, or 0 for none
public record ChainSettings(int bitsPerSecond, int returnDelayUnits, int realTimePriority) {
    /// One million baud, no pause, priority 20.
    public static final ChainSettings FAST = new ChainSettings(1_000_000, 0, 20);

    /// Refuses what no bus can be.
    public ChainSettings {
        if (bitsPerSecond <= 0 || returnDelayUnits < 0 || returnDelayUnits > 254) {
            throw new IllegalArgumentException("a bus of %d baud with a return delay of %d units cannot be"
                    .formatted(bitsPerSecond, returnDelayUnits));
        }
    }

    long wireNanos(long bytes) {
        return bytes * 10_000_000_000L / bitsPerSecond;
    }
}
