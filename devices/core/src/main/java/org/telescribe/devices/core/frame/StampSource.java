package org.telescribe.devices.core.frame;

/// Where a frame's capture stamp comes from.
public enum StampSource {
    /// The kernel's stamp of the moment of capture.
    KERNEL,
    /// The moment the frame reached the program.
    ARRIVAL,
    /// The simulation's own time.
    SIMULATION
}
