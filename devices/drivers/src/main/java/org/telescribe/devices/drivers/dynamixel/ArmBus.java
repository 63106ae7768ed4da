package org.telescribe.devices.drivers.dynamixel;

import java.util.List;
import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmReadingLayout;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.time.SessionClock;

/// The exchanges of one arm: state of all servos, goals, torque. Confined to the arm's bus thread;
/// nothing allocates.
final class ArmBus {
    private static final int READ_FROM = Register.PRESENT_CURRENT.address();
    private static final int READ_BYTES = 10;
    private static final int VELOCITY_AT = 2;
    private static final int POSITION_AT = 6;
    private static final int BLOCK_EXTRA_BYTES = 4;
    private static final int STATUS_EXTRA_BYTES = 11;
    private static final int PACKET_START_BYTES = 8;
    private static final int ALERT_BIT = 0x80;

    private final StatusReader reader;
    private final ArmLayout layout;
    private final ArmReadingLayout lanes;
    private final Lanes staged;
    private final ServoSpec[] servos;
    private final int[] ids;
    private final int[] goalCounts;
    private final boolean[] seen;
    private final ReadMode mode;
    private final InstructionPacket readRequest = new InstructionPacket();
    private final InstructionPacket goalRequest = new InstructionPacket();
    private final InstructionPacket otherRequest = new InstructionPacket();
    private final Fault fault = new Fault();
    private final long readWireNanos;
    private final long soonestNanos;
    private long readings;
    private long faults;
    private long lastGoodArrivalNanos;
    private long goalNanos;

    ArmBus(ByteLink link, SessionClock clock, ArmLayout layout, List<ServoSpec> servos, BusSettings settings) {
        if (servos.size() != layout.size()) {
            throw new IllegalArgumentException(
                    "%d servos for %d joints: each joint needs exactly one".formatted(servos.size(), layout.size()));
        }
        this.reader = new StatusReader(link, clock);
        this.layout = layout;
        this.lanes = new ArmReadingLayout(layout.size());
        this.staged = new Lanes(lanes.size());
        this.servos = layout.joints().stream()
                .map(joint -> servoOf(joint.name(), servos))
                .toArray(ServoSpec[]::new);
        this.ids = layout.joints().stream()
                .mapToInt(joint -> servoOf(joint.name(), servos).servoId())
                .toArray();
        this.goalCounts = new int[ids.length];
        this.seen = new boolean[ids.length];
        this.mode = settings.readMode();
        if (mode == ReadMode.FAST_SYNC_READ) {
            readRequest.fastSyncRead(ids, READ_FROM, READ_BYTES);
        } else {
            readRequest.syncRead(ids, READ_FROM, READ_BYTES);
        }
        goalRequest.syncWrite(ids, Register.GOAL_POSITION.address(), goalCounts, Register.GOAL_POSITION.bytes());
        WireTime wire = new WireTime(settings.bitsPerSecond());
        long bytesOnlyNanos = wire.nanos(readRequest.length() + replyBytes());
        long delays = mode == ReadMode.FAST_SYNC_READ ? 1 : ids.length;
        this.readWireNanos = bytesOnlyNanos + delays * settings.returnDelayNanos();
        this.soonestNanos = bytesOnlyNanos / 4 * 3;
    }

    private static ServoSpec servoOf(String jointName, List<ServoSpec> servos) {
        List<ServoSpec> found = servos.stream()
                .filter(servo -> servo.jointName().equals(jointName))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("joint %s has %d servos in the station's list; it needs exactly one"
                    .formatted(jointName, found.size()));
        }
        return found.getFirst();
    }

    private int replyBytes() {
        return mode == ReadMode.FAST_SYNC_READ
                ? PACKET_START_BYTES + ids.length * (READ_BYTES + BLOCK_EXTRA_BYTES)
                : ids.length * (READ_BYTES + STATUS_EXTRA_BYTES);
    }

    ArmLayout layout() {
        return layout;
    }

    ByteLink link() {
        return reader.link();
    }

    long readWireNanos() {
        return readWireNanos;
    }

    String faultDetail() {
        return fault.words(reader.link().portName());
    }

    BusOutcome read(Lanes into, long deadlineNanos) {
        fault.clear();
        boolean fast = mode == ReadMode.FAST_SYNC_READ;
        if (!reader.send(readRequest, fast)) {
            fault.note(BusOutcome.LINK_LOST, -1, 0);
        } else if (fast) {
            takeFastReply(deadlineNanos);
        } else {
            takeReplies(deadlineNanos);
        }
        BusOutcome outcome = fault.outcome();
        if (outcome.hasData()) {
            lastGoodArrivalNanos = reader.arrivalNanos();
            int firstJointLane = lanes.position(0);
            into.copyFrom(staged, firstJointLane, firstJointLane, lanes.size() - firstJointLane);
        } else {
            faults++;
        }
        into.setLong(ArmReadingLayout.REQUEST_NANOS, reader.requestNanos());
        into.setLong(ArmReadingLayout.ARRIVAL_NANOS, lastGoodArrivalNanos);
        into.setLong(ArmReadingLayout.SEQUENCE, ++readings);
        into.setLong(ArmReadingLayout.OUTCOME, outcome.lane());
        into.setLong(ArmReadingLayout.FAULTS, faults);
        return outcome;
    }

    private boolean cameTooSoon() {
        boolean tooSoon = reader.arrivalNanos() - reader.requestNanos() < soonestNanos;
        if (tooSoon) {
            fault.noteTooSoon();
        }
        return tooSoon;
    }

    private void takeFastReply(long deadlineNanos) {
        while (true) {
            StatusReader.Result result = reader.await(deadlineNanos);
            if (result == StatusReader.Result.STATUS) {
                if (cameTooSoon()) {
                    continue; // no servo is that fast: it answers an earlier request
                }
                takeBlocks();
            } else {
                noteMissing(result, -1);
            }
            return;
        }
    }

    /// Blocks of error byte, identifier, data and checksum.
    private void takeBlocks() {
        StatusParser reply = reader.parser();
        if (reply.servoId() != InstructionPacket.BROADCAST_ID) {
            fault.note(BusOutcome.FOREIGN, reply.servoId(), 0);
            return;
        }
        int blockBytes = READ_BYTES + BLOCK_EXTRA_BYTES;
        // The first block's error byte and the last one's checksum belong to every packet.
        if (reply.parameterCount() + 1 + 2 != ids.length * blockBytes) {
            fault.note(BusOutcome.SHORT, reply.parameterCount() > 0 ? reply.u8(0) : -1, 0);
            return;
        }
        for (int i = 0; i < ids.length; i++) {
            int at = i * blockBytes;
            noteError(reply.u8(at - 1), reply.u8(at));
            if (reply.u8(at) != ids[i]) {
                fault.note(BusOutcome.FOREIGN, reply.u8(at), 0);
            }
        }
        for (int i = 0; i < ids.length; i++) {
            store(i, i * blockBytes + 1);
        }
    }

    private void takeReplies(long deadlineNanos) {
        for (int i = 0; i < seen.length; i++) {
            seen[i] = false;
        }
        int waitingFor = ids.length;
        while (waitingFor > 0) {
            StatusReader.Result result = reader.await(deadlineNanos);
            if (result == StatusReader.Result.STATUS) {
                if (waitingFor == 1 && cameTooSoon()) {
                    continue;
                }
                waitingFor -= takeReply() ? 1 : 0;
            } else if (result == StatusReader.Result.CORRUPT) {
                fault.note(BusOutcome.CORRUPT, firstUnseen(), 0);
                waitingFor--;
            } else {
                noteMissing(result, firstUnseen());
                return;
            }
        }
    }

    /// {@return whether a servo that was asked has answered}
    private boolean takeReply() {
        StatusParser reply = reader.parser();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == reply.servoId() && !seen[i]) {
                seen[i] = true;
                noteError(reply.error(), reply.servoId());
                if (reply.parameterCount() == READ_BYTES) {
                    store(i, 0);
                } else if ((reply.error() & ~ALERT_BIT) == 0) {
                    fault.note(BusOutcome.SHORT, reply.servoId(), 0);
                }
                return true;
            }
        }
        fault.note(BusOutcome.FOREIGN, reply.servoId(), 0);
        return false;
    }

    private int firstUnseen() {
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i]) {
                return ids[i];
            }
        }
        return -1;
    }

    private void noteMissing(StatusReader.Result result, int servoId) {
        switch (result) {
            case CORRUPT -> fault.note(BusOutcome.CORRUPT, servoId, 0);
            case TIMEOUT -> fault.note(BusOutcome.TIMEOUT, servoId, 0);
            case LINK_LOST -> fault.note(BusOutcome.LINK_LOST, -1, 0);
            case STATUS -> {
                // nothing is missing
            }
        }
    }

    private void noteError(int errorByte, int servoId) {
        if ((errorByte & ~ALERT_BIT) != 0) {
            fault.note(BusOutcome.REFUSED, servoId, errorByte);
        } else if (errorByte != 0) {
            fault.note(BusOutcome.ALERT, servoId, errorByte);
        }
    }

    private void store(int joint, int at) {
        StatusParser reply = reader.parser();
        ServoSpec servo = servos[joint];
        int direction = servo.direction();
        staged.setDouble(lanes.position(joint), servo.rad(reply.s32(at + POSITION_AT)));
        staged.setDouble(
                lanes.velocity(joint), direction * reply.s32(at + VELOCITY_AT) * ServoSpec.RAD_PER_S_PER_COUNT);
        staged.setDouble(
                lanes.current(joint), direction * reply.s16(at) * servo.model().amperesPerCount());
    }

    BusOutcome writeGoals(double[] goalRad) {
        for (int i = 0; i < goalCounts.length; i++) {
            goalCounts[i] = servos[i].counts(goalRad[i]);
        }
        goalRequest.syncWrite(ids, Register.GOAL_POSITION.address(), goalCounts, Register.GOAL_POSITION.bytes());
        goalNanos = reader.nowNanos();
        ByteLink link = reader.link();
        return link.write(goalRequest.bytes(), 0, goalRequest.length()) == ByteLink.LINK_LOST
                ? BusOutcome.LINK_LOST
                : BusOutcome.OK;
    }

    long lastWriteNanos() {
        return goalNanos;
    }

    BusOutcome setTorque(boolean on, long deadlineNanos) {
        fault.clear();
        for (int id : ids) {
            otherRequest.write(id, Register.TORQUE_ENABLE.address(), on ? 1 : 0, Register.TORQUE_ENABLE.bytes());
            if (!reader.send(otherRequest, false)) {
                fault.note(BusOutcome.LINK_LOST, -1, 0);
                break;
            }
            StatusReader.Result result = reader.await(deadlineNanos);
            StatusParser reply = reader.parser();
            if (result != StatusReader.Result.STATUS) {
                noteMissing(result, id);
            } else if (reply.servoId() != id) {
                fault.note(BusOutcome.FOREIGN, reply.servoId(), 0);
            } else {
                noteError(reply.error(), id);
            }
        }
        return fault.outcome();
    }
}
