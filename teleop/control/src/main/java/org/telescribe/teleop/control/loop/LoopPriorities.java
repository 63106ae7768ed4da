package org.telescribe.teleop.control.loop;

/// Real-time priorities of the loop's threads, where the system grants them. The table is in
/// docs/threads.md.
final class LoopPriorities {
    static final int CONTROL = 40;
    static final int BUS = 30;

    private LoopPriorities() {}
}
