package org.telescribe.devices.drivers.dynamixel;

import java.util.List;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.port.LeaderArm;
import org.telescribe.devices.core.time.SessionClock;

/// A leader arm of Dynamixel servos. An answer that comes sooner than the line allows belongs to an
/// earlier request and is put aside.
public final class DynamixelLeaderArm implements LeaderArm {
    private final ArmBus bus;

    /// An arm on an open line; the arm closes it.
    ///
    /// @param link the line
    /// @param clock the session clock
    /// @param layout the arm's joints
    /// @param servos one servo for each joint, in any order
    /// @param settings how the bus is set up
    public DynamixelLeaderArm(
            ByteLink link, SessionClock clock, ArmLayout layout, List<ServoSpec> servos, BusSettings settings) {
        this.bus = new ArmBus(link, clock, layout, servos, settings);
    }

    @Override
    public ArmLayout layout() {
        return bus.layout();
    }

    @Override
    public String portName() {
        return bus.link().portName();
    }

    @Override
    public BusOutcome read(Lanes into, long deadlineNanos) {
        return bus.read(into, deadlineNanos);
    }

    @Override
    public long readWireNanos() {
        return bus.readWireNanos();
    }

    @Override
    public String faultDetail() {
        return bus.faultDetail();
    }

    @Override
    public void close() {
        bus.link().close();
    }
}
