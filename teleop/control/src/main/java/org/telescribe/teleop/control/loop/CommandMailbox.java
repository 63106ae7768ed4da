package org.telescribe.teleop.control.loop;

import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.SpscRing;
import org.telescribe.teleop.control.message.ControlCommand;
import org.telescribe.teleop.control.message.HoldCause;

/// Commands on their way into the loop. Senders take turns among themselves; the loop never waits.
final class CommandMailbox {
    static final int ARM = 1;
    static final int FOLLOW = 2;
    static final int STOP_FOLLOWING = 3;
    static final int HOLD = 4;
    static final int LEAVE_HOLD = 5;
    static final int RELEASE_TORQUE = 6;

    private static final int CAPACITY = 64;

    /// Every command matters.
    private final SpscRing ring = new SpscRing(CAPACITY, 2);

    private final Lanes outgoing = new Lanes(2);
    private final Lanes incoming = new Lanes(2);

    /// A HOLD that found the ring full; it must never get lost.
    private volatile long overflowHold = -1;

    synchronized void send(ControlCommand command) {
        long cause = 0;
        int code = switch (command) {
            case ControlCommand.Arm ignored -> ARM;
            case ControlCommand.Follow ignored -> FOLLOW;
            case ControlCommand.StopFollowing ignored -> STOP_FOLLOWING;
            case ControlCommand.Hold hold -> {
                cause = hold.cause().ordinal();
                yield HOLD;
            }
            case ControlCommand.LeaveHold ignored -> LEAVE_HOLD;
            case ControlCommand.ReleaseTorque ignored -> RELEASE_TORQUE;
        };
        outgoing.setLong(0, code);
        outgoing.setLong(1, cause);
        if (!ring.offer(outgoing) && code == HOLD) {
            overflowHold = cause;
        }
    }

    /// {@return code of the next command, or 0; its cause is then in `cause()`}
    int next() {
        if (overflowHold >= 0) {
            incoming.setLong(1, overflowHold);
            overflowHold = -1;
            return HOLD;
        }
        return ring.poll(incoming) ? (int) incoming.getLong(0) : 0;
    }

    HoldCause cause() {
        return HoldCause.of(incoming.getLong(1));
    }
}
