package org.telescribe.teleop.control.loop;

import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.LatestValue;
import org.telescribe.devices.core.joint.ArmReadingLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.teleop.control.loop.TickLayout.Bus;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.safety.SafetyGate;

/// What the loop keeps of one side: newest readings, wishes, goals. Confined to the control thread;
/// allocates nothing after construction.
final class SideState {
    private final ArmSide side;
    private final ChannelMap channels;
    private final SafetyGate gate;
    private final ArmReadingLayout leaderLayout;
    private final ArmReadingLayout followerLayout;
    private final CommandLayout commandLayout;
    private final LatestValue leaderReadings;
    private final LatestValue followerReadings;
    private final LatestValue commands;
    private final Lanes leader;
    private final Lanes follower;
    private final Lanes command;
    private final double[] wishRad;
    private final double[] goalRad;
    private final double[] measuredRad;
    private boolean leaderSeen;
    private boolean followerSeen;

    SideState(
            ArmSide side,
            ChannelMap channels,
            SafetyGate gate,
            int leaderJoints,
            int followerJoints,
            LatestValue leaderReadings,
            LatestValue followerReadings,
            LatestValue commands) {
        this.side = side;
        this.channels = channels;
        this.gate = gate;
        this.leaderLayout = new ArmReadingLayout(leaderJoints);
        this.followerLayout = new ArmReadingLayout(followerJoints);
        this.commandLayout = new CommandLayout(followerJoints);
        this.leaderReadings = leaderReadings;
        this.followerReadings = followerReadings;
        this.commands = commands;
        this.leader = new Lanes(leaderLayout.size());
        this.follower = new Lanes(FollowerBusAgent.readingSize(followerJoints));
        this.command = new Lanes(commandLayout.size());
        this.wishRad = new double[followerJoints];
        this.goalRad = new double[followerJoints];
        this.measuredRad = new double[followerJoints];
        java.util.Arrays.fill(wishRad, Double.NaN);
        java.util.Arrays.fill(measuredRad, Double.NaN);
    }

    ArmSide side() {
        return side;
    }

    SafetyGate gate() {
        return gate;
    }

    void takeReadings() {
        if (leaderReadings.version() != 0) {
            leaderReadings.read(leader);
            leaderSeen = leader.getLong(ArmReadingLayout.ARRIVAL_NANOS) != 0;
        }
        if (followerReadings.version() != 0) {
            followerReadings.read(follower);
            followerSeen = follower.getLong(ArmReadingLayout.ARRIVAL_NANOS) != 0;
        }
        for (int i = 0; i < wishRad.length; i++) {
            wishRad[i] = leaderSeen ? leader.getDouble(leaderLayout.position(channels.leaderIndex(i))) : Double.NaN;
            measuredRad[i] = followerSeen ? follower.getDouble(followerLayout.position(i)) : Double.NaN;
        }
        gate.compare(wishRad, measuredRad);
    }

    boolean ready() {
        return leaderSeen && followerSeen;
    }

    void standWhereMeasured() {
        gate.standAt(measuredRad);
    }

    void step(ControlState state, double stepSeconds) {
        gate.step(state, wishRad, stepSeconds, goalRad);
    }

    boolean blocked(long nowNanos) {
        return gate.blocked(goalRad, measuredRad, nowNanos);
    }

    long leaderArrivalNanos() {
        return leader.getLong(ArmReadingLayout.ARRIVAL_NANOS);
    }

    long followerArrivalNanos() {
        return follower.getLong(ArmReadingLayout.ARRIVAL_NANOS);
    }

    BusOutcome leaderOutcome() {
        return BusOutcome.of(leader.getLong(ArmReadingLayout.OUTCOME));
    }

    BusOutcome followerOutcome() {
        return BusOutcome.of(follower.getLong(ArmReadingLayout.OUTCOME));
    }

    void sendCommand(long tick, boolean torque, boolean write) {
        command.setLong(CommandLayout.TICK, tick);
        command.setLong(CommandLayout.TORQUE, torque ? 1 : 0);
        command.setLong(CommandLayout.WRITE, write ? 1 : 0);
        for (int i = 0; i < goalRad.length; i++) {
            command.setDouble(commandLayout.goalRad(i), goalRad[i]);
        }
        commands.publish(command);
    }

    void describe(TickLayout layout, Lanes tick) {
        tick.setLong(layout.aligned(side), gate.aligned() ? 1 : 0);
        tick.setLong(layout.worstJoint(side), gate.worstJoint());
        tick.setDouble(layout.worstOffRad(side), gate.worstOffRad());
        tick.setLong(layout.clippedJoints(side), gate.clippedJoints());
        int written = followerLayout.size();
        tick.setLong(layout.writtenTick(side), followerSeen ? follower.getLong(written) : -1);
        tick.setLong(layout.writtenNanos(side), followerSeen ? follower.getLong(written + 1) : 0);
        describeBus(layout, Bus.leader(side), leader, tick);
        describeBus(layout, Bus.follower(side), follower, tick);
        int first = layout.firstJoint(side);
        for (int i = 0; i < goalRad.length; i++) {
            tick.setDouble(layout.requestedRad(first + i), wishRad[i]);
            tick.setDouble(layout.sentRad(first + i), goalRad[i]);
            tick.setDouble(layout.positionRad(first + i), measuredRad[i]);
            tick.setDouble(layout.velocityRadPerS(first + i), follower.getDouble(followerLayout.velocity(i)));
            tick.setDouble(layout.currentAmperes(first + i), follower.getDouble(followerLayout.current(i)));
        }
    }

    private static void describeBus(TickLayout layout, Bus bus, Lanes reading, Lanes tick) {
        tick.setLong(layout.requestNanos(bus), reading.getLong(ArmReadingLayout.REQUEST_NANOS));
        tick.setLong(layout.arrivalNanos(bus), reading.getLong(ArmReadingLayout.ARRIVAL_NANOS));
        tick.setLong(layout.outcome(bus), reading.getLong(ArmReadingLayout.OUTCOME));
        tick.setLong(layout.faults(bus), reading.getLong(ArmReadingLayout.FAULTS));
        tick.setLong(layout.reading(bus), reading.getLong(ArmReadingLayout.SEQUENCE));
    }
}
