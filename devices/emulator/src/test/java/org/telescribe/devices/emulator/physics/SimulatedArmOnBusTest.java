package org.telescribe.devices.emulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.joint.ArmReadingLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.drivers.dynamixel.BusSettings;
import org.telescribe.devices.drivers.dynamixel.DynamixelFollowerArm;
import org.telescribe.devices.drivers.dynamixel.ServoModel;
import org.telescribe.devices.drivers.dynamixel.ServoSpec;
import org.telescribe.devices.drivers.link.PortNotOpened;
import org.telescribe.devices.drivers.link.PosixLink;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.servo.ChainSettings;
import org.telescribe.devices.emulator.servo.EmulatedBus;
import org.telescribe.devices.emulator.servo.EmulatedServoSpec;
import org.telescribe.devices.posix.LinuxOnly;
import org.telescribe.devices.posix.SystemCallRefused;

class SimulatedArmOnBusTest {
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final ArmReadingLayout LANES = new ArmReadingLayout(ArmBody.JOINTS);

    private final BenchArms arms = new BenchArms();
    private final SystemSessionClock clock = new SystemSessionClock();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @Test
    void theDriverMovesTheSimulatedArmThroughItsServos() throws SystemCallRefused, PortNotOpened {
        assumeTrue(LinuxOnly.isHere(), "the emulated bus needs Linux");
        List<EmulatedServoSpec> servos = IntStream.rangeClosed(1, ArmBody.JOINTS)
                .mapToObj(EmulatedServoSpec::xm430)
                .toList();
        try (LiveBench bench = new LiveBench(arms, BenchObjects.of(1), clock, new ParkingWait(clock), failures::add);
                EmulatedBus bus = EmulatedBus.simulated(
                        "test-simulated", clock, servos, bench.arm(ArmSide.LEFT), ChainSettings.FAST, failures::add);
                ByteLink link = PosixLink.open(bus.clientPath().toString(), 1_000_000, clock);
                DynamixelFollowerArm arm = new DynamixelFollowerArm(
                        link,
                        clock,
                        arms.layout(),
                        ServoSpec.inOrder(arms.layout(), ServoModel.XM430_W350),
                        BusSettings.FAST)) {
            double[] goalsRad = arms.restRad();
            goalsRad[0] = 0.3;
            goalsRad[6] = 0.8;
            assertEquals(BusOutcome.OK, arm.setTorque(true, clock.nanoTime() + PATIENCE_NANOS));
            assertEquals(BusOutcome.OK, arm.writeGoals(goalsRad));
            double worstRad = worstAfterArriving(arm, goalsRad);
            assertTrue(worstRad <= 3 * ServoSpec.RAD_PER_COUNT, "%.5f rad away %s".formatted(worstRad, failures));
            assertEquals(4, bench.blockPoses().size());
        }
        assertTrue(failures.isEmpty(), failures.toString());
    }

    private double worstAfterArriving(DynamixelFollowerArm arm, double[] goalsRad) {
        Lanes lanes = new Lanes(LANES.size());
        double worstRad = Double.MAX_VALUE;
        long untilNanos = clock.nanoTime() + 5 * PATIENCE_NANOS;
        while (worstRad > 3 * ServoSpec.RAD_PER_COUNT && clock.nanoTime() < untilNanos) {
            assertEquals(BusOutcome.OK, arm.read(lanes, clock.nanoTime() + PATIENCE_NANOS));
            worstRad = 0;
            for (int joint = 0; joint < ArmBody.JOINTS; joint++) {
                worstRad = Math.max(worstRad, Math.abs(goalsRad[joint] - lanes.getDouble(LANES.position(joint))));
            }
        }
        return worstRad;
    }
}
