package org.telescribe.devices.drivers.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.posix.LinuxOnly;
import org.telescribe.devices.posix.PseudoTerminal;
import org.telescribe.devices.posix.SystemCallRefused;

/// What every serial link must do, tried on both over a pseudo-terminal.
class SerialLinkContractTest {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int BAUD = 1_000_000;

    private final SystemSessionClock clock = new SystemSessionClock();

    enum Kind {
        POSIX {
            @Override
            ByteLink open(String port, SessionClock clock) throws PortNotOpened {
                return PosixLink.open(port, BAUD, clock);
            }
        },
        PORTABLE {
            @Override
            ByteLink open(String port, SessionClock clock) throws PortNotOpened {
                return JSerialCommLink.open(port, BAUD, clock);
            }
        };

        abstract ByteLink open(String port, SessionClock clock) throws PortNotOpened;
    }

    @BeforeAll
    static void needsLinux() {
        assumeTrue(LinuxOnly.isHere(), "pseudo-terminals need Linux");
    }

    private static String portOf(PseudoTerminal terminal) {
        return terminal.clientPath().toString();
    }

    private byte[] takeAll(ByteLink link, int count) {
        byte[] into = new byte[count];
        int have = 0;
        long deadlineNanos = clock.nanoTime() + SECOND_NANOS;
        while (have < count && clock.nanoTime() < deadlineNanos) {
            int taken = link.read(into, have, count - have, deadlineNanos);
            assertTrue(taken >= 0, "the line was lost");
            have += taken;
        }
        assertEquals(count, have);
        return into;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyByteValuePassesUnchangedBothWays(Kind kind) throws SystemCallRefused, PortNotOpened {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (PseudoTerminal terminal = PseudoTerminal.open(clock);
                ByteLink link = kind.open(portOf(terminal), clock)) {
            assertEquals(portOf(terminal), link.portName());
            terminal.write(all, 0, all.length);
            assertArrayEquals(all, takeAll(link, all.length));
            assertEquals(100, link.write(all, 50, 100));
            byte[] into = new byte[100];
            int have = 0;
            while (have < 100) {
                have += terminal.read(into, have, 100 - have, clock.nanoTime() + SECOND_NANOS);
            }
            for (int i = 0; i < 100; i++) {
                assertEquals((byte) (50 + i), into[i]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aReadWaitsForItsDeadlineAndNoFurtherThanTheSystemMakesIt(Kind kind) throws SystemCallRefused, PortNotOpened {
        try (PseudoTerminal terminal = PseudoTerminal.open(clock);
                ByteLink link = kind.open(portOf(terminal), clock)) {
            long bestNanos = Long.MAX_VALUE;
            for (int i = 0; i < 20; i++) {
                long deadlineNanos = clock.nanoTime() + 4_000_000;
                assertEquals(0, link.read(new byte[8], 0, 8, deadlineNanos));
                long lateNanos = clock.nanoTime() - deadlineNanos;
                assertTrue(lateNanos >= 0, "gave up before the deadline");
                bestNanos = Math.min(bestNanos, lateNanos);
            }
            assertTrue(bestNanos < 4_000_000, "even the best of 20 came %d ns late".formatted(bestNanos));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDeadlineInThePastTakesWhatIsThere(Kind kind) throws SystemCallRefused, PortNotOpened {
        try (PseudoTerminal terminal = PseudoTerminal.open(clock);
                ByteLink link = kind.open(portOf(terminal), clock)) {
            assertEquals(0, link.read(new byte[8], 0, 8, 0));
            terminal.write(new byte[] {7, 8, 9}, 0, 3);
            byte[] into = new byte[8];
            takeInto(link, into);
            assertEquals(7, into[2]);
            assertEquals(0, into[5]);
        }
    }

    private void takeInto(ByteLink link, byte[] into) {
        int have = 0;
        long untilNanos = clock.nanoTime() + SECOND_NANOS;
        while (have < 3 && clock.nanoTime() < untilNanos) {
            have += link.read(into, 2 + have, 3 - have, 0);
        }
        assertEquals(3, have);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void discardedInputIsNotRead(Kind kind) throws SystemCallRefused, PortNotOpened {
        try (PseudoTerminal terminal = PseudoTerminal.open(clock);
                ByteLink link = kind.open(portOf(terminal), clock)) {
            terminal.write(new byte[] {1, 2, 3}, 0, 3);
            takeAll(link, 1);
            link.discardInput();
            terminal.write(new byte[] {4}, 0, 1);
            assertArrayEquals(new byte[] {4}, takeAll(link, 1));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPulledAdapterIsALostLink(Kind kind) throws SystemCallRefused, PortNotOpened {
        PseudoTerminal terminal = PseudoTerminal.open(clock);
        try (ByteLink link = kind.open(portOf(terminal), clock)) {
            terminal.close();
            assertEquals(ByteLink.LINK_LOST, link.read(new byte[8], 0, 8, clock.nanoTime() + SECOND_NANOS));
            link.discardInput();
            assertEquals(ByteLink.LINK_LOST, link.write(new byte[8], 0, 8));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aClosedLinkIsLostAndMayBeClosedAgain(Kind kind) throws SystemCallRefused, PortNotOpened {
        try (PseudoTerminal terminal = PseudoTerminal.open(clock)) {
            ByteLink link = kind.open(portOf(terminal), clock);
            link.close();
            assertEquals(ByteLink.LINK_LOST, link.read(new byte[8], 0, 8, 0));
            assertEquals(ByteLink.LINK_LOST, link.write(new byte[8], 0, 8));
            link.discardInput();
            link.close();
            kind.open(portOf(terminal), clock).close();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPortInUseIsRefusedAndItsHolderNamed(Kind kind) throws SystemCallRefused, PortNotOpened {
        try (PseudoTerminal terminal = PseudoTerminal.open(clock);
                ByteLink first = kind.open(portOf(terminal), clock)) {
            PortNotOpened refused = assertThrows(PortNotOpened.class, () -> kind.open(portOf(terminal), clock));
            assertEquals(PortNotOpened.Reason.BUSY, refused.reason(), refused.toString());
            assertTrue(refused.toString().contains("in use by this program"), refused.toString());
            assertTrue(refused.toString().contains(first.portName()), refused.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aMissingPortIsSaidToBeMissing(Kind kind) {
        PortNotOpened refused = assertThrows(PortNotOpened.class, () -> kind.open("/dev/ttyNOWHERE0", clock));
        assertEquals(PortNotOpened.Reason.MISSING, refused.reason());
        assertTrue(refused.toString().contains("There is no serial port /dev/ttyNOWHERE0."), refused.toString());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aFileIsNoSerialPort(Kind kind, @TempDir Path folder) throws java.io.IOException {
        Path file = Files.createFile(folder.resolve("not-a-port"));
        PortNotOpened refused = assertThrows(PortNotOpened.class, () -> kind.open(file.toString(), clock));
        assertEquals(PortNotOpened.Reason.UNSUITABLE, refused.reason(), refused.toString());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theListOfPortsCanBeMade(Kind kind) {
        assertTrue(SerialPorts.list().stream().noneMatch(port -> port.portName().isEmpty()), kind.name());
    }
}
