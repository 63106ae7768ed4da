package org.telescribe.devices.emulator.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.joint.ArmId;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmReadingLayout;
import org.telescribe.devices.core.joint.ArmRole;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.drivers.dynamixel.BusSettings;
import org.telescribe.devices.drivers.dynamixel.DynamixelLeaderArm;
import org.telescribe.devices.drivers.dynamixel.ServoModel;
import org.telescribe.devices.drivers.dynamixel.ServoSpec;
import org.telescribe.devices.drivers.link.PortNotOpened;
import org.telescribe.devices.drivers.link.PosixLink;
import org.telescribe.devices.emulator.motion.BenchArm;
import org.telescribe.devices.emulator.motion.ScriptedTask;
import org.telescribe.devices.emulator.servo.ChainSettings;
import org.telescribe.devices.posix.LinuxOnly;
import org.telescribe.devices.posix.SystemCallRefused;

class EmulatedStationTest {
    private final SystemSessionClock clock = new SystemSessionClock();
    private final ArmLayout layout = BenchArm.layout();

    @BeforeAll
    static void needsLinux() {
        assumeTrue(LinuxOnly.isHere(), "the emulated station needs Linux");
    }

    @Test
    void fourArmsAtRestAnswerOnPortsOfTheirOwnUntilTheStationIsClosed() throws SystemCallRefused, PortNotOpened {
        List<Throwable> failures = new ArrayList<>();
        Map<ArmId, Path> ports;
        try (EmulatedStation station = EmulatedStation.start(
                clock, layout, ScriptedTask.of(1).motion(), BenchArm.restRad(), ChainSettings.FAST, failures::add)) {
            ports = station.ports();
            assertEquals(4, new HashSet<>(ports.values()).size());
            for (Map.Entry<ArmId, Path> port : ports.entrySet()) {
                readsRest(port.getKey(), port.getValue());
                assertEquals(1, station.bus(port.getKey()).counters().answers());
            }
            assertTrue(station.motionNanos() > 0);
        }
        assertTrue(failures.isEmpty(), failures::toString);
        for (Path port : ports.values()) {
            assertTrue(Files.notExists(port), port::toString);
        }
    }

    private void readsRest(ArmId id, Path port) throws PortNotOpened {
        ServoModel model = id.role() == ArmRole.LEADER ? ServoModel.XL330_M288 : ServoModel.XM430_W350;
        ArmReadingLayout readings = new ArmReadingLayout(layout.size());
        Lanes lanes = new Lanes(readings.size());
        try (DynamixelLeaderArm arm = new DynamixelLeaderArm(
                PosixLink.open(port.toString(), 1_000_000, clock),
                clock,
                layout,
                ServoSpec.inOrder(layout, model),
                BusSettings.FAST)) {
            assertEquals(BusOutcome.OK, arm.read(lanes, clock.nanoTime() + 1_000_000_000L), id.word());
        }
        for (int joint = 0; joint < layout.size(); joint++) {
            double slackRad = 0.02; // the hand may already have begun to move
            assertEquals(BenchArm.restRad()[joint], lanes.getDouble(readings.position(joint)), slackRad, id.word());
        }
    }
}
