package org.telescribe.devices.emulator.servo;

import java.nio.file.Path;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.posix.PosixDeadlineWait;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.devices.posix.PseudoTerminal;
import org.telescribe.devices.posix.SystemCallRefused;

/// A chain of servos on one pseudo-terminal. It answers byte for byte, and each answer is written when
/// its last byte would have come over a real line: never sooner than speed, byte counts and return
/// delay allow. An agent for one thread; it waits inside the system for bytes and for moments, and
/// never spins.
final class ServoChain implements Agent {
    private static final long IDLE_NANOS = 20_000_000L;
    private static final long ABANDONED_NANOS = 1_000_000_000L;
    private static final long LONG_AWAY_NANOS = 100_000_000L;

    private final String name;
    private final SessionClock clock;
    private final ChainSettings settings;
    private final FaultSwitch faults;
    private final ThreadScheduling scheduling = new PosixThreadScheduling();
    private final DeadlineWait wait;
    private final PseudoTerminal terminal;
    private final RequestReader request = new RequestReader();
    private final ChainProtocol protocol;
    private final BusCounters counters = new BusCounters();
    private long firstByteNanos;
    private long lineFreeNanos;
    private long lastByteNanos;
    private boolean closed;

    ServoChain(String name, SessionClock clock, EmulatedServo[] servos, ChainSettings settings, FaultSwitch faults)
            throws SystemCallRefused {
        this.name = name;
        this.clock = clock;
        this.settings = settings;
        this.faults = faults;
        this.wait = new PosixDeadlineWait(clock);
        this.terminal = PseudoTerminal.open(clock);
        this.protocol = new ChainProtocol(servos, request, faults, this);
    }

    Path clientPath() {
        return terminal.clientPath();
    }

    BusCounters counters() {
        return counters;
    }

    @Override
    public String roleName() {
        return name;
    }

    @Override
    public void onStart() {
        if (settings.realTimePriority() > 0) {
            counters.realTime(scheduling.realTime(settings.realTimePriority()));
        }
    }

    @Override
    public long doWork(long nowNanos) {
        if (faults.isUnplugged() || closed) {
            shut();
            return nowNanos + LONG_AWAY_NANOS;
        }
        boolean waitingForFirst = request.isEmpty();
        int room = request.room(); // first: it moves the end
        int taken = terminal.read(request.buffer(), request.end(), room, nowNanos + IDLE_NANOS);
        long seenNanos = clock.nanoTime();
        if (taken == ByteLink.LINK_LOST || faults.isUnplugged()) {
            shut();
            return seenNanos + LONG_AWAY_NANOS;
        }
        if (taken == 0) {
            idle(seenNanos);
            return seenNanos;
        }
        lastByteNanos = seenNanos;
        if (waitingForFirst) {
            firstByteNanos = seenNanos;
        }
        request.added(taken);
        serve();
        return clock.nanoTime();
    }

    private void serve() {
        while (request.next()) {
            long startNanos = Math.max(firstByteNanos, lineFreeNanos);
            lineFreeNanos = startNanos + settings.wireNanos(request.lengthOnWire());
            counters.addRequest();
            protocol.serve(lineFreeNanos);
        }
    }

    private void idle(long nowNanos) {
        protocol.advance(nowNanos);
        if (lastByteNanos != 0 && nowNanos - lastByteNanos > ABANDONED_NANOS) {
            lastByteNanos = 0;
            terminal.releaseExclusive();
        }
    }

    /// Sends an answer so that its last byte comes when the line would have delivered it.
    ///
    /// @param answer a complete packet, or the part of one that the servos had to give
    /// @param pauseNanos how long the servo waits before it speaks
    void transmit(Answer answer, long pauseNanos) {
        long extraNanos = faults.takeDelayNanos();
        long dueNanos = lineFreeNanos + pauseNanos + settings.wireNanos(answer.length()) + extraNanos;
        lineFreeNanos = dueNanos;
        if (faults.takeCorrupt()) {
            answer.bytes()[answer.length() - 3] ^= 0x10;
        }
        if (faults.takeLost()) {
            counters.addLost();
            return;
        }
        wait.waitUntil(dueNanos);
        if (terminal.write(answer.bytes(), 0, answer.length()) == ByteLink.LINK_LOST) {
            counters.addLost();
        } else {
            counters.addAnswer();
        }
    }

    private void shut() {
        if (!closed) {
            closed = true;
            terminal.close();
        }
    }

    @Override
    public void onClose() {
        shut();
    }
}
