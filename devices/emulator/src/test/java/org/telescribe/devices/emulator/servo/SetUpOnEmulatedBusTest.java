package org.telescribe.devices.emulator.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.drivers.dynamixel.DynamixelBus;
import org.telescribe.devices.drivers.dynamixel.FactoryResetKeeps;
import org.telescribe.devices.drivers.dynamixel.FoundServo;
import org.telescribe.devices.drivers.dynamixel.InstructionPacket;
import org.telescribe.devices.drivers.dynamixel.Register;
import org.telescribe.devices.drivers.dynamixel.ServoReply;
import org.telescribe.devices.drivers.link.PortNotOpened;
import org.telescribe.devices.posix.LinuxOnly;
import org.telescribe.devices.posix.SystemCallRefused;

class SetUpOnEmulatedBusTest {
    private Bench bench;
    private DynamixelBus bus;

    SetUpOnEmulatedBusTest() throws SystemCallRefused, PortNotOpened {
        assumeTrue(LinuxOnly.isHere(), "the emulated bus needs Linux");
        this.bench = Bench.follower();
        this.bus = bench.setUp();
    }

    @BeforeEach
    void allAreThere() {
        assertTrue(bus.ping(1).isPresent());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aBroadcastPingFindsAllServosAndTheirModels() {
        List<FoundServo> found = bus.pingAll(Bench.JOINTS);
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7),
                found.stream().map(FoundServo::servoId).toList());
        assertTrue(found.stream().allMatch(servo -> servo.modelNumber() == 1020 && !servo.alert()));
    }

    @Test
    void aServoThatIsNotThereDoesNotAnswer() {
        assertTrue(bus.ping(8).isEmpty());
        assertEquals(BusOutcome.TIMEOUT, bus.read(8, Register.PRESENT_POSITION).outcome());
    }

    @Test
    void whatWasWrittenIsReadBack() {
        assertEquals(BusOutcome.OK, bus.write(3, Register.LED, 1).outcome());
        assertEquals(1, bus.read(3, Register.LED).value());
        assertEquals(0, bus.read(4, Register.LED).value());
        assertEquals(BusOutcome.OK, bus.write(3, Register.HOMING_OFFSET, -1024).outcome());
        assertEquals(-1024, bus.read(3, Register.HOMING_OFFSET).value());
    }

    @Test
    void dataThatLooksLikeAPacketPassesBothWays() {
        int looksLikeHeader = 0x00FDFFFF;
        assertEquals(BusOutcome.OK, bus.write(2, Register.OPERATING_MODE, 4).outcome());
        // 0x00FDFFFF is beyond the goal's range, so take the one that is within: FF FF FD FF is -131,073.
        int goal = 0xFFFDFFFF;
        assertEquals(BusOutcome.OK, bus.write(2, Register.GOAL_POSITION, goal).outcome());
        assertEquals(goal, bus.read(2, Register.GOAL_POSITION).value());
        assertEquals(
                BusOutcome.REFUSED,
                bus.write(2, Register.GOAL_POSITION, looksLikeHeader).outcome());
    }

    @Test
    void refusalsSayWhy() {
        assertEquals(7, bus.write(1, Register.MODEL_NUMBER, 5).errorByte(), "read-only");
        assertEquals(7, bus.write(1, 14, 5, 1).errorByte(), "no such value");
        assertEquals(5, bus.write(1, Register.GOAL_POSITION.address(), 5, 2).errorByte(), "half a value");
        assertEquals(4, bus.write(1, Register.TORQUE_ENABLE, 2).errorByte(), "no such state");
        assertEquals(6, bus.write(1, Register.GOAL_POSITION, 5000).errorByte(), "beyond the highest position");
        assertEquals(7, bus.read(1, 140, 100).errorByte(), "past the end of the table");
        assertEquals(BusOutcome.OK, bus.write(1, Register.TORQUE_ENABLE, 1).outcome());
        ServoReply locked = bus.write(1, Register.OPERATING_MODE, 4);
        assertEquals(BusOutcome.REFUSED, locked.outcome());
        assertTrue(locked.reason().contains("locked"), locked.reason());
    }

    @Test
    void aPreparedWriteHappensOnAction() {
        assertEquals(BusOutcome.OK, bus.regWrite(5, Register.LED, 1).outcome());
        assertEquals(0, bus.read(5, Register.LED).value());
        assertEquals(BusOutcome.OK, bus.action(InstructionPacket.BROADCAST_ID).outcome());
        assertEquals(1, bus.read(5, Register.LED).value());
        assertEquals(BusOutcome.REFUSED, bus.action(5).outcome(), "nothing is prepared any more");
    }

    @Test
    void syncReadFastSyncReadAndBulkReadAgree() {
        int[] ids = {1, 2, 3, 4, 5, 6, 7};
        assertEquals(
                BusOutcome.OK, bus.syncWrite(ids, Register.PROFILE_VELOCITY, new int[] {10, 20, 30, 40, 50, 60, 70}));
        int address = Register.PROFILE_VELOCITY.address();
        List<ServoReply> sync = bus.syncRead(ids, address, 4);
        assertEquals(
                List.of(10, 20, 30, 40, 50, 60, 70),
                sync.stream().map(ServoReply::value).toList());
        assertEquals(sync, bus.fastSyncRead(ids, address, 4));
        assertEquals(
                sync,
                bus.bulkRead(ids, new int[] {112, 112, 112, 112, 112, 112, 112}, new int[] {4, 4, 4, 4, 4, 4, 4}));
        assertEquals(
                BusOutcome.OK,
                bus.bulkWrite(
                        new int[] {2, 6}, new Register[] {Register.LED, Register.PROFILE_VELOCITY}, new int[] {1, 7}));
        assertEquals(1, bus.read(2, Register.LED).value());
        assertEquals(7, bus.read(6, Register.PROFILE_VELOCITY).value());
    }

    @Test
    void anOverloadedServoRaisesItsAlertUntilItIsRebooted() {
        bench.bus.faults().overload(4);
        assertEquals(BusOutcome.ALERT, bus.read(4, Register.PRESENT_POSITION).outcome());
        assertEquals(BusOutcome.OK, bus.read(3, Register.PRESENT_POSITION).outcome());
        assertEquals(0x20, bus.read(4, Register.HARDWARE_ERROR).value());
        bus.reboot(4);
        assertTrue(bus.ping(4).isEmpty(), "a servo that restarts is away for a moment");
        long patienceNanos = bench.clock.nanoTime() + 5_000_000_000L;
        while (bus.ping(4).isEmpty() && bench.clock.nanoTime() < patienceNanos) {
            assertTrue(bus.ping(3).isPresent());
        }
        assertEquals(BusOutcome.OK, bus.read(4, Register.HARDWARE_ERROR).outcome());
    }

    @Test
    void clearAndFactoryResetAreAcknowledged() {
        assertEquals(BusOutcome.OK, bus.clearTurns(1).outcome());
        assertEquals(
                BusOutcome.OK,
                bus.factoryReset(1, FactoryResetKeeps.ID_AND_BAUD).outcome());
        assertTrue(bus.ping(1).isPresent());
    }

    @Test
    void aServoSetToKeepQuietAnswersOnlyWhatItIsSetTo() {
        bus.write(6, Register.STATUS_RETURN_LEVEL, 1);
        assertEquals(BusOutcome.TIMEOUT, bus.write(6, Register.LED, 1).outcome());
        assertEquals(1, bus.read(6, Register.LED).value());
    }

    @Test
    void aRequestThatArrivesDamagedIsRefusedAndGarbageIsPassedOver() {
        byte[] ping = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFD, 0, 1, 3, 0, 1, 0x19, 0x4F};
        bench.link.write(ping, 0, ping.length);
        byte[] into = new byte[64];
        int have = 0;
        long deadlineNanos = bench.clock.nanoTime() + 1_000_000_000L;
        while (have < 11 && bench.clock.nanoTime() < deadlineNanos) {
            have += bench.link.read(into, have, 64 - have, deadlineNanos);
        }
        assertEquals(11, have);
        assertEquals(3, into[8], "the checksum fault");
        assertEquals(1, bench.bus.counters().damaged());
        bench.link.write(new byte[] {1, 2, (byte) 0xFF, (byte) 0xFF, 3}, 0, 5);
        assertTrue(bus.ping(1).isPresent());
    }
}
