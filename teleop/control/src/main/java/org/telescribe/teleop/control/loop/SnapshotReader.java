package org.telescribe.teleop.control.loop;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.joint.ArmJoint;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.teleop.control.loop.TickLayout.Bus;
import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.control.message.ControlSnapshot.ArmSnapshot;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.message.HoldCause;

/// Makes snapshots from a tick's lanes, on the thread of whoever asks.
///
/// @param layout lanes of a tick
/// @param left joints of the left follower
/// @param right joints of the right follower
record SnapshotReader(TickLayout layout, ArmLayout left, ArmLayout right) {

    ControlSnapshot read(Lanes tick) {
        long deadlineNanos = tick.getLong(TickLayout.DEADLINE_NANOS);
        long bus = tick.getLong(TickLayout.HOLD_BUS);
        return new ControlSnapshot(
                tick.getLong(TickLayout.TICK),
                deadlineNanos,
                tick.getLong(TickLayout.WOKE_NANOS) - deadlineNanos,
                ControlState.of(tick.getLong(TickLayout.STATE)),
                HoldCause.of(tick.getLong(TickLayout.HOLD_CAUSE)),
                bus < 0 ? "" : Bus.of(bus).word(),
                tick.getLong(TickLayout.SKIPPED),
                arm(ArmSide.LEFT, left, tick, deadlineNanos),
                arm(ArmSide.RIGHT, right, tick, deadlineNanos));
    }

    ControlSnapshot beforeFirstTick() {
        Lanes nothing = new Lanes(layout.size());
        nothing.setLong(TickLayout.TICK, -1);
        nothing.setLong(TickLayout.HOLD_BUS, -1);
        for (int i = 0; i < layout.joints(); i++) {
            nothing.setDouble(layout.requestedRad(i), Double.NaN);
            nothing.setDouble(layout.sentRad(i), Double.NaN);
            nothing.setDouble(layout.positionRad(i), Double.NaN);
        }
        return read(nothing);
    }

    private ArmSnapshot arm(ArmSide side, ArmLayout joints, Lanes tick, long deadlineNanos) {
        Bus leader = Bus.leader(side);
        Bus follower = Bus.follower(side);
        int first = layout.firstJoint(side);
        List<Double> leaderRad = new ArrayList<>();
        List<Double> sentRad = new ArrayList<>();
        List<Double> followerRad = new ArrayList<>();
        for (int i = 0; i < joints.size(); i++) {
            leaderRad.add(tick.getDouble(layout.requestedRad(first + i)));
            sentRad.add(tick.getDouble(layout.sentRad(first + i)));
            followerRad.add(tick.getDouble(layout.positionRad(first + i)));
        }
        long leaderArrival = tick.getLong(layout.arrivalNanos(leader));
        return new ArmSnapshot(
                tick.getLong(layout.aligned(side)) == 1,
                leaderArrival == 0
                        ? ""
                        : joints.joints()
                                .get((int) tick.getLong(layout.worstJoint(side)))
                                .name(),
                tick.getDouble(layout.worstOffRad(side)),
                deadlineNanos - leaderArrival,
                deadlineNanos - tick.getLong(layout.arrivalNanos(follower)),
                tick.getLong(layout.faults(leader)),
                tick.getLong(layout.faults(follower)),
                leaderArrival - tick.getLong(layout.requestNanos(leader)),
                BusOutcome.of(tick.getLong(layout.outcome(leader))),
                BusOutcome.of(tick.getLong(layout.outcome(follower))),
                (int) tick.getLong(layout.clippedJoints(side)),
                leaderRad,
                sentRad,
                followerRad,
                joints.joints().stream().map(ArmJoint::name).toList());
    }
}
