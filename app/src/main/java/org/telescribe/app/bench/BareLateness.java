package org.telescribe.app.bench;

import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.posix.PosixDeadlineWait;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.teleop.control.recorder.PercentileCounter;

/// How late a thread that does nothing wakes up for its deadlines on this machine: what no control loop
/// can beat.
final class BareLateness implements Agent {
    private static final long PERIOD_NANOS = 5_000_000L;
    private static final int PRIORITY = 40;

    private final ThreadScheduling scheduling = new PosixThreadScheduling();
    private final PercentileCounter lateness = PercentileCounter.ofNanos();
    private long deadlineNanos;
    private volatile boolean realTime;

    private BareLateness() {}

    /// What was measured.
    ///
    /// @param p99Millis 99th percentile of the lateness, milliseconds
    /// @param realTime whether the thread was granted real time
    record Result(double p99Millis, boolean realTime) {}

    static Result measure(SessionClock clock, long forNanos) {
        BareLateness bare = new BareLateness();
        try (AgentRunner runner = new AgentRunner(bare, clock, new PosixDeadlineWait(clock), failure -> {})) {
            runner.start();
            new ParkingWait(clock).waitUntil(clock.nanoTime() + forNanos);
        }
        return new Result(bare.lateness.percentile(0.99) * 1e-6, bare.realTime);
    }

    @Override
    public String roleName() {
        return "bare deadline";
    }

    @Override
    public void onStart() {
        realTime = scheduling.realTime(PRIORITY);
    }

    @Override
    public long doWork(long nowNanos) {
        if (deadlineNanos != 0) {
            lateness.add((double) (nowNanos - deadlineNanos));
        }
        deadlineNanos = Math.max(deadlineNanos, nowNanos) + PERIOD_NANOS;
        return deadlineNanos;
    }
}
