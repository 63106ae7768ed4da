package org.telescribe.teleop.control.loop;

import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.LatestValue;
import org.telescribe.devices.core.joint.ArmReadingLayout;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.core.port.FollowerArm;
import org.telescribe.devices.core.time.SessionClock;

/// Waits for the loop's new command, writes it first, then reads back. Without a command for a while it
/// writes nothing and only reads, so that a loop that died moves nothing.
final class FollowerBusAgent implements Agent {
    private static final long TORQUE_PATIENCE_NANOS = 8_000_000L;
    private static final long COMMAND_PATIENCE_NANOS = 20_000_000L;

    private final String name;
    private final FollowerArm arm;
    private final LoopTiming timing;
    private final SessionClock clock;
    private final ThreadScheduling scheduling;
    private final RealTimeReport realTime;

    /// Newest command of the loop for this arm.
    private final LatestValue commands;

    /// Newest reading of this arm, with the last command written.
    private final LatestValue readings;

    private final CommandLayout commandLayout;
    private final Lanes command;
    private final Lanes reading;
    private final int writtenTickLane;
    private final double[] goalRad;
    private long seen;
    private boolean torque;

    FollowerBusAgent(
            String name,
            FollowerArm arm,
            LoopTiming timing,
            SessionClock clock,
            ThreadScheduling scheduling,
            RealTimeReport realTime,
            LatestValue commands,
            LatestValue readings) {
        this.name = name;
        this.arm = arm;
        this.timing = timing;
        this.clock = clock;
        this.scheduling = scheduling;
        this.realTime = realTime;
        this.commands = commands;
        this.readings = readings;
        int joints = arm.layout().size();
        this.commandLayout = new CommandLayout(joints);
        this.command = new Lanes(commandLayout.size());
        this.reading = new Lanes(readingSize(joints));
        this.writtenTickLane = new ArmReadingLayout(joints).size();
        this.goalRad = new double[joints];
        reading.setLong(writtenTickLane, -1);
    }

    /// {@return lanes of a follower's reading: an arm reading, the tick of the last command written,
    /// and when}
    ///
    /// @param joints number of joints
    static int readingSize(int joints) {
        return new ArmReadingLayout(joints).size() + 2;
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
        long version = commands.awaitNewer(seen, nowNanos + COMMAND_PATIENCE_NANOS, clock, command);
        if (version != seen) {
            seen = version;
            carryOut();
        }
        arm.read(reading, clock.nanoTime() + arm.readWireNanos() + timing.readGraceNanos());
        readings.publish(reading);
        return nowNanos;
    }

    private void carryOut() {
        boolean wanted = command.getLong(CommandLayout.TORQUE) == 1;
        boolean write = command.getLong(CommandLayout.WRITE) == 1;
        if (write) {
            for (int i = 0; i < goalRad.length; i++) {
                goalRad[i] = command.getDouble(commandLayout.goalRad(i));
            }
            if (arm.writeGoals(goalRad) == BusOutcome.OK) {
                reading.setLong(writtenTickLane, command.getLong(CommandLayout.TICK));
                reading.setLong(writtenTickLane + 1, arm.lastWriteNanos());
            }
        }
        if (wanted != torque && arm.setTorque(wanted, clock.nanoTime() + TORQUE_PATIENCE_NANOS) == BusOutcome.OK) {
            torque = wanted;
        }
    }

    @Override
    public void onClose() {
        arm.close();
    }
}
