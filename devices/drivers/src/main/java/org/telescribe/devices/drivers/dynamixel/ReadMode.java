package org.telescribe.devices.drivers.dynamixel;

/// How an arm asks its servos for their state.
public enum ReadMode {
    /// One packet answers for all servos: the shortest. Older servo programs do not know it.
    FAST_SYNC_READ,
    /// Each servo answers with a packet of its own.
    SYNC_READ
}
