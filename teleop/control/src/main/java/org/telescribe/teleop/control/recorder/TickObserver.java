package org.telescribe.teleop.control.recorder;

import org.telescribe.devices.core.handover.Lanes;

/// Sees every tick on the recorder thread. For benchmarks.
@FunctionalInterface
public interface TickObserver {
    /// Looks at a tick; the lanes are reused for the next one.
    ///
    /// @param tick lanes of [org.telescribe.teleop.control.loop.TickLayout]
    void onTick(Lanes tick);

    /// {@return an observer that looks at nothing}
    static TickObserver none() {
        return tick -> {};
    }
}
