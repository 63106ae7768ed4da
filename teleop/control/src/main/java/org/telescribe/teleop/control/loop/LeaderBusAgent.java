package org.telescribe.teleop.control.loop;

import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.LatestValue;
import org.telescribe.devices.core.joint.ArmReadingLayout;
import org.telescribe.devices.core.port.LeaderArm;

/// Reads one leader once a tick, so early that its reply arrives just before the deadline. A late or
/// lost reply costs this bus its reading, and nobody else anything.
final class LeaderBusAgent implements Agent {
    private final String name;
    private final LeaderArm arm;
    private final LoopTiming timing;
    private final ThreadScheduling scheduling;
    private final RealTimeReport realTime;
    private final Lanes reading;

    /// Newest reading of this arm.
    private final LatestValue readings;

    private final long leadNanos;
    private final long patienceNanos;
    private long tick = -1;

    LeaderBusAgent(
            String name,
            LeaderArm arm,
            LoopTiming timing,
            ThreadScheduling scheduling,
            RealTimeReport realTime,
            LatestValue readings) {
        this.name = name;
        this.arm = arm;
        this.timing = timing;
        this.scheduling = scheduling;
        this.realTime = realTime;
        this.readings = readings;
        this.reading = new Lanes(new ArmReadingLayout(arm.layout().size()).size());
        this.leadNanos = arm.readWireNanos() + timing.readMarginNanos();
        this.patienceNanos = arm.readWireNanos() + timing.readGraceNanos();
    }

    @Override
    public String roleName() {
        return name;
    }

    @Override
    public void onStart() {
        realTime.report(
                name,
                scheduling.shareOfEachPeriod(
                        LoopPriorities.BUS_SHARE_NANOS,
                        LoopPriorities.BUS_PERIODS * timing.periodNanos(),
                        LoopPriorities.BUS));
    }

    @Override
    public long doWork(long nowNanos) {
        if (tick < 0) {
            tick = timing.firstTickNotBefore(nowNanos + leadNanos);
        }
        long startNanos = timing.deadlineNanos(tick) - leadNanos;
        if (nowNanos < startNanos) {
            return startNanos;
        }
        arm.read(reading, nowNanos + patienceNanos);
        readings.publish(reading);
        tick = Math.max(tick + 1, timing.firstTickNotBefore(nowNanos + leadNanos));
        return timing.deadlineNanos(tick) - leadNanos;
    }

    @Override
    public void onClose() {
        arm.close();
    }
}
