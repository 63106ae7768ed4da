package org.telescribe.devices.emulator.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.joint.ArmReadingLayout;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.drivers.dynamixel.BusSettings;
import org.telescribe.devices.drivers.dynamixel.DynamixelLeaderArm;
import org.telescribe.devices.drivers.dynamixel.ReadMode;
import org.telescribe.devices.drivers.link.PortNotOpened;
import org.telescribe.devices.posix.LinuxOnly;
import org.telescribe.devices.posix.SystemCallRefused;

class WireTimeTest {
    @BeforeAll
    static void needsLinux() {
        assumeTrue(LinuxOnly.isHere(), "the emulated bus needs Linux");
    }

    /// Seven servos, ten bytes each. A request has 21 bytes; the one answer 106, or seven answers 21
    /// each.
    @ParameterizedTest
    @CsvSource({
        "1000000, 0, FAST_SYNC_READ, 1270000",
        "1000000, 0, SYNC_READ, 1680000",
        "1000000, 250, FAST_SYNC_READ, 1770000",
        "1000000, 50, SYNC_READ, 2380000",
        "4000000, 0, FAST_SYNC_READ, 317500",
        "115200, 0, FAST_SYNC_READ, 11024305",
    })
    void noAnswerComesSoonerThanTheLineAllows(int baud, int returnDelayUnits, ReadMode mode, long wireNanos)
            throws SystemCallRefused, PortNotOpened {
        BusSettings settings = new BusSettings(baud, returnDelayUnits * 2_000L, mode);
        try (Bench bench = Bench.follower(new ChainSettings(baud, returnDelayUnits, 20));
                DynamixelLeaderArm arm = bench.leaderArm(settings)) {
            assertEquals(wireNanos, arm.readWireNanos());
            Lanes lanes = new Lanes(new ArmReadingLayout(Bench.JOINTS).size());
            for (int i = 0; i < 10; i++) {
                BusOutcome outcome = arm.read(lanes, bench.clock.nanoTime() + 1_000_000_000L);
                assertEquals(BusOutcome.OK, outcome, arm.faultDetail());
                long tookNanos =
                        lanes.getLong(ArmReadingLayout.ARRIVAL_NANOS) - lanes.getLong(ArmReadingLayout.REQUEST_NANOS);
                assertTrue(tookNanos >= wireNanos, "took %d ns, the line needs %d".formatted(tookNanos, wireNanos));
            }
        }
    }
}
