package org.telescribe.devices.emulator.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.joint.ArmReadingLayout;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.core.port.LeaderArm;
import org.telescribe.devices.drivers.dynamixel.BusSettings;
import org.telescribe.devices.drivers.dynamixel.DynamixelFollowerArm;
import org.telescribe.devices.drivers.dynamixel.DynamixelLeaderArm;
import org.telescribe.devices.drivers.dynamixel.ReadMode;
import org.telescribe.devices.drivers.dynamixel.ServoSpec;
import org.telescribe.devices.drivers.link.PortNotOpened;
import org.telescribe.devices.posix.LinuxOnly;
import org.telescribe.devices.posix.SystemCallRefused;

class ArmOnEmulatedBusTest {
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long DEADLINE_NANOS = 5_000_000L;
    private static final ArmReadingLayout LANES = new ArmReadingLayout(Bench.JOINTS);

    private final Lanes lanes = new Lanes(LANES.size());

    @BeforeAll
    static void needsLinux() {
        assumeTrue(LinuxOnly.isHere(), "the emulated bus needs Linux");
    }

    private static BusSettings settings(ReadMode mode) {
        return new BusSettings(1_000_000, 0, mode);
    }

    @ParameterizedTest
    @EnumSource(ReadMode.class)
    void aLeaderIsReadWhereTheHandHoldsIt(ReadMode mode) throws SystemCallRefused, PortNotOpened {
        Bench.Swing hand = new Bench.Swing();
        try (Bench bench = Bench.leader(hand);
                DynamixelLeaderArm arm = bench.leaderArm(settings(mode))) {
            for (int i = 0; i < 50; i++) {
                assertEquals(BusOutcome.OK, arm.read(lanes, bench.clock.nanoTime() + PATIENCE_NANOS));
                long requestNanos = lanes.getLong(ArmReadingLayout.REQUEST_NANOS) - bench.originNanos;
                long arrivalNanos = lanes.getLong(ArmReadingLayout.ARRIVAL_NANOS) - bench.originNanos;
                for (int joint = 0; joint < Bench.JOINTS; joint++) {
                    double first = hand.positionRad(joint, requestNanos);
                    double last = hand.positionRad(joint, arrivalNanos);
                    double slack = ServoSpec.RAD_PER_COUNT + 1e-4;
                    double read = lanes.getDouble(LANES.position(joint));
                    assertTrue(read > Math.min(first, last) - slack && read < Math.max(first, last) + slack);
                    double speed = lanes.getDouble(LANES.velocity(joint));
                    double speedBefore = speedOfSwing(joint, requestNanos);
                    double speedAfter = speedOfSwing(joint, arrivalNanos);
                    assertTrue(speed > Math.min(speedBefore, speedAfter) - 0.03
                            && speed < Math.max(speedBefore, speedAfter) + 0.03);
                }
                assertEquals(i + 1, lanes.getLong(ArmReadingLayout.SEQUENCE));
            }
            assertEquals(0, lanes.getLong(ArmReadingLayout.FAULTS));
        }
    }

    private static double speedOfSwing(int joint, long timeNanos) {
        return 0.5 * 2 * Math.PI / 4 * Math.cos(2 * Math.PI * timeNanos / 4e9 + joint);
    }

    @Test
    void aFollowerGoesToItsGoalsAndStaysWhenLetGo() throws SystemCallRefused, PortNotOpened {
        try (Bench bench = Bench.follower();
                DynamixelFollowerArm arm = bench.followerArm(BusSettings.FAST)) {
            double[] goals = {0.1, -0.2, 0.3, -0.1, 0.2, -0.3, 0.25};
            assertEquals(BusOutcome.OK, arm.setTorque(true, bench.clock.nanoTime() + PATIENCE_NANOS));
            long beforeNanos = bench.clock.nanoTime();
            assertEquals(BusOutcome.OK, arm.writeGoals(goals));
            assertTrue(arm.lastWriteNanos() >= beforeNanos);
            double worst = 1;
            long untilNanos = bench.clock.nanoTime() + 5 * PATIENCE_NANOS;
            while (worst > 2 * ServoSpec.RAD_PER_COUNT && bench.clock.nanoTime() < untilNanos) {
                assertEquals(BusOutcome.OK, arm.read(lanes, bench.clock.nanoTime() + PATIENCE_NANOS));
                worst = 0;
                for (int joint = 0; joint < Bench.JOINTS; joint++) {
                    worst = Math.max(worst, Math.abs(goals[joint] - lanes.getDouble(LANES.position(joint))));
                }
            }
            assertEquals(0, worst, 2 * ServoSpec.RAD_PER_COUNT);
            assertNotEquals(0, lanes.getDouble(LANES.current(1)), "holding takes current");

            assertEquals(BusOutcome.OK, arm.setTorque(false, bench.clock.nanoTime() + PATIENCE_NANOS));
            arm.writeGoals(new double[Bench.JOINTS]);
            for (int i = 0; i < 20; i++) {
                arm.read(lanes, bench.clock.nanoTime() + PATIENCE_NANOS);
            }
            assertEquals(goals[0], lanes.getDouble(LANES.position(0)), 2 * ServoSpec.RAD_PER_COUNT);
        }
    }

    private interface Mischief {
        void on(FaultSwitch faults);
    }

    /// Makes mischief for one read and says how it ended; the one before and the one after must be
    /// right, and the lanes of the joints must not have been touched.
    private BusOutcome outcomeOf(ReadMode mode, Mischief mischief) throws SystemCallRefused, PortNotOpened {
        try (Bench bench = Bench.leader(new Bench.Swing());
                LeaderArm arm = bench.leaderArm(settings(mode))) {
            assertEquals(BusOutcome.OK, arm.read(lanes, bench.clock.nanoTime() + PATIENCE_NANOS));
            assertEquals("", arm.faultDetail());
            double held = lanes.getDouble(LANES.position(0));
            long arrivalNanos = lanes.getLong(ArmReadingLayout.ARRIVAL_NANOS);
            mischief.on(bench.bus.faults());
            BusOutcome outcome = arm.read(lanes, bench.clock.nanoTime() + PATIENCE_NANOS / 5);
            assertEquals(outcome.lane(), lanes.getLong(ArmReadingLayout.OUTCOME));
            assertEquals(1, lanes.getLong(ArmReadingLayout.FAULTS));
            assertEquals(held, lanes.getDouble(LANES.position(0)));
            assertEquals(arrivalNanos, lanes.getLong(ArmReadingLayout.ARRIVAL_NANOS));
            assertTrue(arm.faultDetail().contains("/dev/pts/"), arm.faultDetail());
            if (outcome != BusOutcome.LINK_LOST) {
                bench.bus.faults().silence(3, false);
                assertEquals(
                        BusOutcome.OK, arm.read(lanes, bench.clock.nanoTime() + PATIENCE_NANOS), arm.faultDetail());
            }
            return outcome;
        }
    }

    @ParameterizedTest
    @EnumSource(ReadMode.class)
    void aLostAnswerIsATimeout(ReadMode mode) throws SystemCallRefused, PortNotOpened {
        assertEquals(BusOutcome.TIMEOUT, outcomeOf(mode, faults -> faults.lose(1)));
    }

    @ParameterizedTest
    @EnumSource(ReadMode.class)
    void aDamagedAnswerIsCorrupt(ReadMode mode) throws SystemCallRefused, PortNotOpened {
        assertEquals(BusOutcome.CORRUPT, outcomeOf(mode, faults -> faults.corrupt(1)));
    }

    @ParameterizedTest
    @EnumSource(ReadMode.class)
    void anAnswerWithTooFewBytesIsShort(ReadMode mode) throws SystemCallRefused, PortNotOpened {
        assertEquals(BusOutcome.SHORT, outcomeOf(mode, faults -> faults.shorten(1)));
    }

    @ParameterizedTest
    @EnumSource(ReadMode.class)
    void anAnswerOfAServoThatWasNotAskedIsForeign(ReadMode mode) throws SystemCallRefused, PortNotOpened {
        assertEquals(BusOutcome.FOREIGN, outcomeOf(mode, faults -> faults.misname(1)));
    }

    @ParameterizedTest
    @EnumSource(ReadMode.class)
    void aSilentServoIsATimeout(ReadMode mode) throws SystemCallRefused, PortNotOpened {
        assertEquals(BusOutcome.TIMEOUT, outcomeOf(mode, faults -> faults.silence(3, true)));
    }

    @ParameterizedTest
    @EnumSource(ReadMode.class)
    void aPulledAdapterIsALostLink(ReadMode mode) throws SystemCallRefused, PortNotOpened {
        assertEquals(BusOutcome.LINK_LOST, outcomeOf(mode, FaultSwitch::unplug));
    }

    /// The system may hold the test itself up at any moment, so a few of the twenty may end otherwise;
    /// none may take an old answer for a new one.
    @Test
    void aLateAnswerIsATimeoutAndIsNotTakenForTheNextOne() throws SystemCallRefused, PortNotOpened {
        try (Bench bench = Bench.leader(new Bench.Swing());
                LeaderArm arm = bench.leaderArm(BusSettings.FAST)) {
            int timeouts = 0;
            for (int i = 0; i < 20; i++) {
                bench.bus.faults().delay(1, 4_200_000);
                BusOutcome late = arm.read(lanes, bench.clock.nanoTime() + DEADLINE_NANOS);
                timeouts += late == BusOutcome.TIMEOUT ? 1 : 0;
                assertEquals(BusOutcome.OK, arm.read(lanes, bench.clock.nanoTime() + PATIENCE_NANOS));
                long tookNanos =
                        lanes.getLong(ArmReadingLayout.ARRIVAL_NANOS) - lanes.getLong(ArmReadingLayout.REQUEST_NANOS);
                assertTrue(tookNanos >= arm.readWireNanos() * 3 / 4, "an old answer was taken for a new one");
                awaitAnswers(bench, 2 * (i + 1));
            }
            assertTrue(timeouts >= 10, "%d of 20 late answers were timeouts".formatted(timeouts));
        }
    }

    private static void awaitAnswers(Bench bench, int answers) {
        long patienceNanos = bench.clock.nanoTime() + PATIENCE_NANOS;
        while (bench.bus.counters().answers() < answers && bench.clock.nanoTime() < patienceNanos) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anAlertKeepsTheDataAndNamesTheServo() throws SystemCallRefused, PortNotOpened {
        for (ReadMode mode : ReadMode.values()) {
            try (Bench bench = Bench.leader(new Bench.Swing());
                    LeaderArm arm = bench.leaderArm(settings(mode))) {
                bench.bus.faults().overload(5);
                assertEquals(BusOutcome.ALERT, arm.read(lanes, bench.clock.nanoTime() + PATIENCE_NANOS));
                assertTrue(arm.faultDetail().contains("servo 5"), arm.faultDetail());
                assertNotEquals(0, lanes.getDouble(LANES.position(1)));
                assertEquals(0, lanes.getLong(ArmReadingLayout.FAULTS));
            }
        }
    }

    @Test
    void aFaultCostsNoMoreThanTheDeadline() throws SystemCallRefused, PortNotOpened {
        try (Bench bench = Bench.leader(new Bench.Swing());
                LeaderArm arm = bench.leaderArm(BusSettings.FAST)) {
            bench.bus.faults().lose(30);
            long[] overrunNanos = new long[30];
            for (int i = 0; i < overrunNanos.length; i++) {
                long deadlineNanos = bench.clock.nanoTime() + 2_000_000;
                assertEquals(BusOutcome.TIMEOUT, arm.read(lanes, deadlineNanos));
                overrunNanos[i] = bench.clock.nanoTime() - deadlineNanos;
            }
            Arrays.sort(overrunNanos);
            assertTrue(overrunNanos[0] >= 0, "gave up before the deadline");
            assertTrue(overrunNanos[15] < 2_000_000, "median overrun %d ns".formatted(overrunNanos[15]));
        }
    }

    @ParameterizedTest
    @EnumSource(ReadMode.class)
    void readingAndWritingAllocateNothingOnceWarmOnEitherSide(ReadMode mode) throws SystemCallRefused, PortNotOpened {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] goals = new double[Bench.JOINTS];
        try (Bench bench = Bench.follower(new ChainSettings(4_000_000, 0, 20));
                DynamixelFollowerArm arm = bench.followerArm(new BusSettings(4_000_000, 0, mode))) {
            long driverBytes = -1;
            long servoBytes = -1;
            for (int round = 0; round < 8 && (driverBytes != 0 || servoBytes != 0); round++) {
                long driverBefore = threads.getCurrentThreadAllocatedBytes();
                long servoBefore = threads.getThreadAllocatedBytes(bench.bus.threadId());
                for (int i = 0; i < 500; i++) {
                    arm.writeGoals(goals);
                    arm.read(lanes, bench.clock.nanoTime() + 50_000_000);
                }
                driverBytes = threads.getCurrentThreadAllocatedBytes() - driverBefore;
                servoBytes = threads.getThreadAllocatedBytes(bench.bus.threadId()) - servoBefore;
            }
            assertEquals(0, driverBytes, "bytes allocated by the driver's thread");
            assertEquals(0, servoBytes, "bytes allocated by the chain's thread");
        }
    }
}
