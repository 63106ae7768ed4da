package org.telescribe.devices.posix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.time.SystemSessionClock;

class PseudoTerminalTest {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final SystemSessionClock clock = new SystemSessionClock();

    @BeforeAll
    static void needsLinux() {
        assumeTrue(LinuxOnly.isHere(), "pseudo-terminals need Linux");
    }

    @Test
    void everyByteValuePassesUnchangedBothWays() throws SystemCallRefused {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (PseudoTerminal terminal = PseudoTerminal.open(clock);
                SerialDevice device = SerialDevice.open(terminal.clientPath(), 1_000_000, clock)) {
            assertEquals(256, device.write(all, 0, 256));
            assertArrayEquals(
                    all,
                    readAll(
                            256,
                            (into, offset, max) -> terminal.read(into, offset, max, clock.nanoTime() + SECOND_NANOS)));
            assertEquals(256, terminal.write(all, 0, 256));
            assertArrayEquals(
                    all,
                    readAll(
                            256,
                            (into, offset, max) -> device.read(into, offset, max, clock.nanoTime() + SECOND_NANOS)));
        }
    }

    private interface Reading {
        int read(byte[] into, int offset, int max);
    }

    private static byte[] readAll(int count, Reading reading) {
        byte[] into = new byte[count];
        int have = 0;
        while (have < count) {
            int taken = reading.read(into, have, count - have);
            assertTrue(taken > 0, "after %d bytes: %d".formatted(have, taken));
            have += taken;
        }
        return into;
    }

    @Test
    void readGivesUpAtItsDeadlineAndNotBefore() throws SystemCallRefused {
        try (PseudoTerminal terminal = PseudoTerminal.open(clock);
                SerialDevice device = SerialDevice.open(terminal.clientPath(), 1_000_000, clock)) {
            long deadlineNanos = clock.nanoTime() + 5_000_000;
            assertEquals(0, device.read(new byte[8], 0, 8, deadlineNanos));
            assertTrue(clock.nanoTime() >= deadlineNanos);
        }
    }

    @Test
    void discardedInputIsGone() throws SystemCallRefused {
        try (PseudoTerminal terminal = PseudoTerminal.open(clock);
                SerialDevice device = SerialDevice.open(terminal.clientPath(), 1_000_000, clock)) {
            terminal.write(new byte[] {1, 2, 3}, 0, 3);
            assertEquals(1, device.read(new byte[1], 0, 1, clock.nanoTime() + SECOND_NANOS));
            device.discardInput();
            assertEquals(0, device.read(new byte[8], 0, 8, 0));
        }
    }

    @Test
    void clientFindsTheLineGoneWhenTheTerminalIsClosed() throws SystemCallRefused {
        PseudoTerminal terminal = PseudoTerminal.open(clock);
        try (SerialDevice device = SerialDevice.open(terminal.clientPath(), 1_000_000, clock)) {
            terminal.close();
            assertEquals(ByteLink.LINK_LOST, device.read(new byte[8], 0, 8, clock.nanoTime() + SECOND_NANOS));
            assertEquals(ByteLink.LINK_LOST, device.write(new byte[8], 0, 8));
        }
    }

    @Test
    void aSecondOpeningIsRefusedAsBusyAndAllowedAfterTheFirstWasClosed() throws SystemCallRefused {
        try (PseudoTerminal terminal = PseudoTerminal.open(clock)) {
            try (SerialDevice first = SerialDevice.open(terminal.clientPath(), 1_000_000, clock)) {
                SystemCallRefused refused = assertThrows(
                        SystemCallRefused.class, () -> SerialDevice.open(terminal.clientPath(), 1_000_000, clock));
                assertEquals(SystemCallRefused.BUSY, refused.errno());
                assertEquals(1, first.write(new byte[1], 0, 1));
            }
            SerialDevice.open(terminal.clientPath(), 1_000_000, clock).close();
        }
    }

    @Test
    void aMissingDeviceAndAFileAreRefusedWithTheSystemsReason() throws SystemCallRefused {
        SystemCallRefused missing = assertThrows(
                SystemCallRefused.class, () -> SerialDevice.open(Path.of("/dev/ttyNOWHERE"), 1_000_000, clock));
        assertEquals(SystemCallRefused.NO_ENTRY, missing.errno());
        assertTrue(missing.toString().contains("/dev/ttyNOWHERE"), missing.toString());
        assertThrows(SystemCallRefused.class, () -> SerialDevice.open(Path.of("/dev/null"), 1_000_000, clock));
    }

    @Test
    void aRoundTripAllocatesNothingOnceWarm() throws SystemCallRefused {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] request = new byte[21];
        Arrays.fill(request, (byte) 0x55);
        byte[] reply = new byte[106];
        byte[] into = new byte[256];
        try (PseudoTerminal terminal = PseudoTerminal.open(clock);
                SerialDevice device = SerialDevice.open(terminal.clientPath(), 1_000_000, clock)) {
            long allocatedBytes = -1;
            for (int round = 0; round < 5 && allocatedBytes != 0; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int trip = 0; trip < 10_000; trip++) {
                    device.write(request, 0, request.length);
                    drain(terminal, into, request.length);
                    terminal.write(reply, 0, reply.length);
                    drain(device, into, reply.length);
                }
                allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;
            }
            assertEquals(0, allocatedBytes);
        }
    }

    private void drain(PseudoTerminal terminal, byte[] into, int bytes) {
        for (int have = 0; have < bytes; ) {
            have += terminal.read(into, 0, into.length, clock.nanoTime() + SECOND_NANOS);
        }
    }

    private void drain(SerialDevice device, byte[] into, int bytes) {
        for (int have = 0; have < bytes; ) {
            have += device.read(into, 0, into.length, clock.nanoTime() + SECOND_NANOS);
        }
    }
}
