package org.telescribe.devices.emulator.servo;

/// Seeded noise that allocates nothing.
final class Noise {
    private long state;

    Noise(long seed) {
        this.state = seed * 0x9E3779B97F4A7C15L + 1;
    }

    /// {@return the next value, between -1 and 1, most of them near 0}
    double next() {
        return (uniform() + uniform() + uniform()) / 3;
    }

    private double uniform() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (state >> 11) * 0x1.0p-52;
    }
}
