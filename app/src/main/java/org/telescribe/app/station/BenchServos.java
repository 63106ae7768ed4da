package org.telescribe.app.station;

import java.util.List;
import java.util.stream.IntStream;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.drivers.dynamixel.BusSettings;
import org.telescribe.devices.drivers.dynamixel.DynamixelFollowerArm;
import org.telescribe.devices.drivers.dynamixel.ServoModel;
import org.telescribe.devices.drivers.dynamixel.ServoSpec;
import org.telescribe.devices.drivers.link.PortNotOpened;
import org.telescribe.devices.drivers.link.SerialPorts;
import org.telescribe.devices.emulator.servo.EmulatedBus;
import org.telescribe.devices.emulator.servo.EmulatedServoSpec;

/// The servos of the bench's arms, and the driver that speaks with a chain of them.
public final class BenchServos {
    private BenchServos() {}

    /// {@return an emulated servo for each joint}
    ///
    /// @param layout joints of the arm
    public static List<EmulatedServoSpec> emulated(ArmLayout layout) {
        return IntStream.rangeClosed(1, layout.size())
                .mapToObj(EmulatedServoSpec::xm430)
                .toList();
    }

    /// {@return a follower on an emulated bus, opened by the same driver as a real one}
    ///
    /// @param bus the running bus
    /// @param layout joints of the arm
    /// @param clock session clock
    /// @throws PortNotOpened when its port cannot be opened
    public static DynamixelFollowerArm follower(EmulatedBus bus, ArmLayout layout, SessionClock clock)
            throws PortNotOpened {
        return new DynamixelFollowerArm(
                SerialPorts.open(bus.clientPath().toString(), BusSettings.FAST.bitsPerSecond(), clock),
                clock,
                layout,
                ServoSpec.inOrder(layout, ServoModel.XM430_W350),
                BusSettings.FAST);
    }
}
