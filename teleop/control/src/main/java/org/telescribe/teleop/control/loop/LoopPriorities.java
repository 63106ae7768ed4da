package org.telescribe.teleop.control.loop;

/// What the loop's threads ask of the system: a share of each period, or else a real-time priority. The
/// table is in docs/threads.md.
final class LoopPriorities {
    static final int CONTROL = 40;
    static final int BUS = 30;
    static final long CONTROL_SHARE_NANOS = 1_500_000;
    static final long BUS_SHARE_NANOS = 1_500_000;
    /// The longer a period, the later its end, and the earliest end goes first: control before buses.
    static final int BUS_PERIODS = 2;

    private LoopPriorities() {}
}
