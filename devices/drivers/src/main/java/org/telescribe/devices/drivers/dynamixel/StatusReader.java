package org.telescribe.devices.drivers.dynamixel;

import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.time.SessionClock;

/// Sends an instruction and takes answers off the line until a deadline. Confined to one thread;
/// allocates nothing.
final class StatusReader {
    /// What one wait for an answer gave.
    enum Result {
        STATUS,
        CORRUPT,
        TIMEOUT,
        LINK_LOST
    }

    private final ByteLink link;
    private final SessionClock clock;
    private final StatusParser parser = new StatusParser();
    private long requestNanos;
    private long arrivalNanos;

    StatusReader(ByteLink link, SessionClock clock) {
        this.link = link;
        this.clock = clock;
    }

    StatusParser parser() {
        return parser;
    }

    ByteLink link() {
        return link;
    }

    /// Drops stale input, then writes. False when the line is gone.
    boolean send(InstructionPacket packet, boolean expectFastReply) {
        link.discardInput();
        parser.reset(expectFastReply);
        requestNanos = clock.nanoTime();
        arrivalNanos = requestNanos;
        return link.write(packet.bytes(), 0, packet.length()) != ByteLink.LINK_LOST;
    }

    /// Takes the next answer, waiting for it at most until the deadline.
    Result await(long deadlineNanos) {
        boolean past = false;
        while (true) {
            StatusParser.Event event = parser.next();
            if (event == StatusParser.Event.STATUS) {
                return Result.STATUS;
            }
            if (event == StatusParser.Event.CORRUPT) {
                return Result.CORRUPT;
            }
            if (past) {
                return Result.TIMEOUT; // also when a babbling line never falls silent
            }
            int room = parser.room();
            int taken = link.read(parser.buffer(), parser.end(), room, deadlineNanos);
            arrivalNanos = clock.nanoTime();
            past = arrivalNanos >= deadlineNanos;
            if (taken == ByteLink.LINK_LOST) {
                return Result.LINK_LOST;
            }
            if (taken == 0) {
                return Result.TIMEOUT;
            }
            parser.added(taken);
        }
    }

    /// {@return when the last request was about to be written}
    long requestNanos() {
        return requestNanos;
    }

    /// {@return when the read that delivered the newest bytes returned}
    long arrivalNanos() {
        return arrivalNanos;
    }

    long nowNanos() {
        return clock.nanoTime();
    }
}
