package org.telescribe.devices.drivers.dynamixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.telescribe.devices.core.port.BusOutcome;
import org.telescribe.devices.core.port.ByteLink;
import org.telescribe.devices.core.time.SessionClock;

/// All instructions of Protocol 2.0, for setting servos up. Answers are values; nothing throws because
/// of a servo or a cable. Confined to one thread, and never used beside an arm's loop. It does not
/// close the line.
public final class DynamixelBus {
    private static final List<Byte> NOTHING = List.of();
    private static final int ALERT_BIT = 0x80;
    private static final long USUAL_PATIENCE_NANOS = 20_000_000L;
    private static final long PING_SLOT_NANOS = 3_000_000L;
    private static final int STATUS_EXTRA_BYTES = 11;
    private static final int PING_DATA_BYTES = 3;

    private final StatusReader reader;
    private final SessionClock clock;
    private final WireTime wire;
    private final long patienceNanos;
    private final InstructionPacket packet = new InstructionPacket();

    /// A bus on an open line.
    ///
    /// @param link the line
    /// @param clock the session clock
    /// @param bitsPerSecond line speed, for how long to wait
    public DynamixelBus(ByteLink link, SessionClock clock, int bitsPerSecond) {
        this(link, clock, bitsPerSecond, USUAL_PATIENCE_NANOS);
    }

    /// A bus on an open line.
    ///
    /// @param link the line
    /// @param clock the session clock
    /// @param bitsPerSecond line speed, for how long to wait
    /// @param patienceNanos how much longer than the line needs an answer may take, nanoseconds; some
    ///     adapters gather bytes for 16 ms
    public DynamixelBus(ByteLink link, SessionClock clock, int bitsPerSecond, long patienceNanos) {
        this.reader = new StatusReader(link, clock);
        this.clock = clock;
        this.wire = new WireTime(bitsPerSecond);
        this.patienceNanos = patienceNanos;
    }

    /// Asks whether a servo is there.
    ///
    /// @param id servo
    /// @return what it says of itself, or nothing
    public Optional<FoundServo> ping(int id) {
        ServoReply reply = exchange(packet.ping(id), id, PING_DATA_BYTES);
        return reply.outcome().hasData() && reply.data().size() == PING_DATA_BYTES
                ? Optional.of(found(reply))
                : Optional.empty();
    }

    /// Asks all servos of the bus to say that they are there.
    ///
    /// @param highestId the last identifier worth waiting for
    /// @return those that answered, by arrival
    public List<FoundServo> pingAll(int highestId) {
        List<FoundServo> found = new ArrayList<>();
        if (!reader.send(packet.ping(InstructionPacket.BROADCAST_ID), false)) {
            return found;
        }
        long deadlineNanos = clock.nanoTime() + PING_SLOT_NANOS * (highestId + 1) + patienceNanos;
        while (true) {
            StatusReader.Result result = reader.await(deadlineNanos);
            if (result == StatusReader.Result.STATUS) {
                ServoReply reply = reply(reader.parser().servoId(), PING_DATA_BYTES);
                if (reply.data().size() == PING_DATA_BYTES) {
                    found.add(found(reply));
                }
            } else if (result != StatusReader.Result.CORRUPT) {
                return found;
            }
        }
    }

    private static FoundServo found(ServoReply reply) {
        List<Byte> data = reply.data();
        int model = (data.get(0) & 0xFF) | ((data.get(1) & 0xFF) << 8);
        return new FoundServo(reply.servoId(), model, data.get(2) & 0xFF, (reply.errorByte() & ALERT_BIT) != 0);
    }

    /// Reads bytes of the control table.
    ///
    /// @param id servo
    /// @param address first byte
    /// @param count number of bytes
    /// @return the answer
    public ServoReply read(int id, int address, int count) {
        return exchange(packet.read(id, address, count), id, count);
    }

    /// Reads one value.
    ///
    /// @param id servo
    /// @param register which value
    /// @return the answer
    public ServoReply read(int id, Register register) {
        return read(id, register.address(), register.bytes());
    }

    /// Changes one value.
    ///
    /// @param id servo
    /// @param register which value
    /// @param value new value
    /// @return the answer
    public ServoReply write(int id, Register register, int value) {
        return write(id, register.address(), value, register.bytes());
    }

    /// Changes bytes of the control table.
    ///
    /// @param id servo
    /// @param address first byte
    /// @param value new value
    /// @param bytesOfValue 1, 2 or 4
    /// @return the answer
    public ServoReply write(int id, int address, int value, int bytesOfValue) {
        return exchange(packet.write(id, address, value, bytesOfValue), id, 0);
    }

    /// Prepares a change for [#action].
    ///
    /// @param id servo
    /// @param register which value
    /// @param value new value
    /// @return the answer
    public ServoReply regWrite(int id, Register register, int value) {
        return exchange(packet.regWrite(id, register.address(), value, register.bytes()), id, 0);
    }

    /// Carries out prepared changes.
    ///
    /// @param id servo, or [InstructionPacket#BROADCAST_ID]: then nobody answers
    /// @return the answer
    public ServoReply action(int id) {
        return id == InstructionPacket.BROADCAST_ID ? sendOnly(packet.action(id)) : exchange(packet.action(id), id, 0);
    }

    /// Restarts a servo.
    ///
    /// @param id servo
    /// @return the answer
    public ServoReply reboot(int id) {
        return exchange(packet.reboot(id), id, 0);
    }

    /// Puts a servo back to its factory's settings.
    ///
    /// @param id servo
    /// @param keep what it keeps
    /// @return the answer
    public ServoReply factoryReset(int id, FactoryResetKeeps keep) {
        return exchange(packet.factoryReset(id, keep), id, 0);
    }

    /// Makes a servo forget how many full turns it has made.
    ///
    /// @param id servo
    /// @return the answer
    public ServoReply clearTurns(int id) {
        return exchange(packet.clearTurns(id), id, 0);
    }

    /// Reads the same bytes of several servos, a packet each.
    ///
    /// @param ids servos
    /// @param address first byte
    /// @param count number of bytes
    /// @return the answers, in the order of the servos
    public List<ServoReply> syncRead(int[] ids, int address, int count) {
        int[] counts = new int[ids.length];
        Arrays.fill(counts, count);
        return gather(packet.syncRead(ids, address, count), ids, counts);
    }

    /// Reads bytes of its own from each of several servos, a packet each.
    ///
    /// @param ids servos
    /// @param addresses first bytes
    /// @param counts numbers of bytes
    /// @return the answers, in the order of the servos
    public List<ServoReply> bulkRead(int[] ids, int[] addresses, int[] counts) {
        return gather(packet.bulkRead(ids, addresses, counts), ids, counts);
    }

    /// Reads the same bytes of several servos, one packet for all.
    ///
    /// @param ids servos
    /// @param address first byte
    /// @param count number of bytes
    /// @return the answers, in the order of the servos
    public List<ServoReply> fastSyncRead(int[] ids, int address, int count) {
        int block = count + 4;
        if (!reader.send(packet.fastSyncRead(ids, address, count), true)) {
            return same(ids, BusOutcome.LINK_LOST);
        }
        StatusReader.Result result = reader.await(deadline(8 + (long) ids.length * block, 1));
        if (result != StatusReader.Result.STATUS) {
            return same(ids, outcome(result));
        }
        StatusParser status = reader.parser();
        if (status.parameterCount() + 3 != ids.length * block) {
            return same(ids, BusOutcome.SHORT);
        }
        List<ServoReply> replies = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            List<Byte> data = dataOf(status, i * block + 1, count);
            int id = status.u8(i * block);
            int error = status.u8(i * block - 1);
            replies.add(new ServoReply(id, id == ids[i] ? judge(error) : BusOutcome.FOREIGN, error, data));
        }
        return replies;
    }

    /// Changes the same value of several servos at once; nobody answers.
    ///
    /// @param ids servos
    /// @param register which value
    /// @param values new values
    /// @return OK when it was sent
    public BusOutcome syncWrite(int[] ids, Register register, int[] values) {
        return sendOnly(packet.syncWrite(ids, register.address(), values, register.bytes()))
                .outcome();
    }

    /// Changes a value of its own in each of several servos at once; nobody answers.
    ///
    /// @param ids servos
    /// @param registers which values
    /// @param values new values
    /// @return OK when it was sent
    public BusOutcome bulkWrite(int[] ids, Register[] registers, int[] values) {
        int[] addresses = new int[ids.length];
        int[] bytes = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            addresses[i] = registers[i].address();
            bytes[i] = registers[i].bytes();
        }
        return sendOnly(packet.bulkWrite(ids, addresses, values, bytes)).outcome();
    }

    private ServoReply sendOnly(InstructionPacket request) {
        boolean sent = reader.send(request, false);
        return new ServoReply(InstructionPacket.BROADCAST_ID, sent ? BusOutcome.OK : BusOutcome.LINK_LOST, 0, NOTHING);
    }

    private ServoReply exchange(InstructionPacket request, int id, int dataBytes) {
        return gather(request, new int[] {id}, new int[] {dataBytes}).getFirst();
    }

    private List<ServoReply> gather(InstructionPacket request, int[] ids, int[] counts) {
        ServoReply[] replies = same(ids, BusOutcome.TIMEOUT).toArray(ServoReply[]::new);
        if (!reader.send(request, false)) {
            return same(ids, BusOutcome.LINK_LOST);
        }
        long bytes = 0;
        for (int count : counts) {
            bytes += STATUS_EXTRA_BYTES + count;
        }
        long deadlineNanos = deadline(bytes, ids.length);
        for (int missing = ids.length; missing > 0; ) {
            StatusReader.Result result = reader.await(deadlineNanos);
            if (result == StatusReader.Result.STATUS) {
                missing -= place(replies, ids, counts) ? 1 : 0;
            } else if (result == StatusReader.Result.CORRUPT) {
                markFirstMissing(replies, BusOutcome.CORRUPT);
                missing--;
            } else {
                markFirstMissing(replies, outcome(result));
                return List.of(replies);
            }
        }
        return List.of(replies);
    }

    private boolean place(ServoReply[] replies, int[] ids, int[] counts) {
        int id = reader.parser().servoId();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id && replies[i].outcome() == BusOutcome.TIMEOUT) {
                replies[i] = reply(id, counts[i]);
                return true;
            }
        }
        return false;
    }

    private static void markFirstMissing(ServoReply[] replies, BusOutcome outcome) {
        for (int i = 0; i < replies.length; i++) {
            if (replies[i].outcome() == BusOutcome.TIMEOUT) {
                replies[i] = new ServoReply(replies[i].servoId(), outcome, 0, NOTHING);
                return;
            }
        }
    }

    private ServoReply reply(int id, int expectedBytes) {
        StatusParser status = reader.parser();
        List<Byte> data = dataOf(status, 0, status.parameterCount());
        BusOutcome outcome = judge(status.error());
        boolean tooFew = outcome.hasData() && data.size() < expectedBytes;
        return new ServoReply(id, tooFew ? BusOutcome.SHORT : outcome, status.error(), data);
    }

    private static List<Byte> dataOf(StatusParser status, int from, int count) {
        List<Byte> data = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            data.add((byte) status.u8(from + i));
        }
        return data;
    }

    private static BusOutcome judge(int errorByte) {
        if ((errorByte & ~ALERT_BIT) != 0) {
            return BusOutcome.REFUSED;
        }
        return errorByte != 0 ? BusOutcome.ALERT : BusOutcome.OK;
    }

    private static BusOutcome outcome(StatusReader.Result result) {
        return switch (result) {
            case STATUS -> BusOutcome.OK;
            case CORRUPT -> BusOutcome.CORRUPT;
            case TIMEOUT -> BusOutcome.TIMEOUT;
            case LINK_LOST -> BusOutcome.LINK_LOST;
        };
    }

    private static List<ServoReply> same(int[] ids, BusOutcome outcome) {
        List<ServoReply> replies = new ArrayList<>();
        for (int id : ids) {
            replies.add(new ServoReply(id, outcome, 0, NOTHING));
        }
        return replies;
    }

    /// The factory's return delay is 500 microseconds for each answer.
    private long deadline(long replyBytes, int answers) {
        return clock.nanoTime() + wire.nanos(packet.length() + replyBytes) + answers * 500_000L + patienceNanos;
    }
}
