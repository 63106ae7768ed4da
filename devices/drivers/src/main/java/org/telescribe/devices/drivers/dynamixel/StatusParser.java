package org.telescribe.devices.drivers.dynamixel;

/// Finds the answers of servos in what a line delivers, byte by byte, through any garbage. Bytes are
/// put into [#buffer] from [#end] on and announced by [#added]. Confined to one thread; nothing
/// allocates after construction.
public final class StatusParser {
    /// What [#next] found.
    public enum Event {
        /// Not enough bytes yet.
        NEED_MORE,
        /// A whole answer with a right checksum; the accessors describe it until the next call.
        STATUS,
        /// A whole packet with a wrong checksum or structure; it was skipped.
        CORRUPT
    }

    private static final int CAPACITY = 4096;
    private static final int HEADER_BYTES = 8;
    private static final int LONGEST_BODY = 1024;
    private static final int SHORTEST_BODY = 4;

    private final byte[] buffer = new byte[CAPACITY];
    private int start;
    private int end;
    private boolean fastReply;
    private int packetStart;
    private int parameters;
    private boolean sawGarbage;

    /// A parser with nothing in it.
    public StatusParser() {}

    /// Forgets everything.
    ///
    /// @param expectFastReply whether answers from the broadcast identifier are those of a fast sync
    ///     read, whose bytes are not stuffed
    public void reset(boolean expectFastReply) {
        start = 0;
        end = 0;
        fastReply = expectFastReply;
        sawGarbage = false;
    }

    /// {@return where new bytes go; the buffer itself}
    public byte[] buffer() {
        return buffer;
    }

    /// {@return index in the buffer of the next new byte}
    public int end() {
        return end;
    }

    /// {@return how many bytes fit from [#end] on; makes room where it can}
    public int room() {
        if (start == end) {
            start = 0;
            end = 0;
        } else if (CAPACITY - end < LONGEST_BODY && start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        return CAPACITY - end;
    }

    /// Says that bytes were put into the buffer.
    ///
    /// @param count how many
    public void added(int count) {
        end += count;
    }

    /// Looks for the next answer.
    ///
    /// @return what was found
    public Event next() {
        while (true) {
            if (!findHeader()) {
                return Event.NEED_MORE;
            }
            int body = u16At(start + 5);
            if (body < SHORTEST_BODY || body > LONGEST_BODY) {
                start++;
                return Event.CORRUPT;
            }
            if (end - start < HEADER_BYTES - 1 + body) {
                return Event.NEED_MORE;
            }
            if ((buffer[start + HEADER_BYTES - 1] & 0xFF) != InstructionPacket.STATUS) {
                start += HEADER_BYTES - 1 + body; // an instruction: the echo of a half-duplex adapter
                continue;
            }
            return accept(body);
        }
    }

    private Event accept(int body) {
        int packetBytes = HEADER_BYTES - 1 + body;
        int crcAt = start + packetBytes - 2;
        if (Crc16.of(buffer, start, packetBytes - 2) != u16At(crcAt)) {
            start++;
            return Event.CORRUPT;
        }
        packetStart = start;
        start += packetBytes;
        int stuffed = crcAt - (packetStart + HEADER_BYTES);
        parameters = (fastReply && servoId() == InstructionPacket.BROADCAST_ID
                        ? stuffed
                        : unstuff(packetStart + HEADER_BYTES, stuffed))
                - 1;
        return Event.STATUS;
    }

    /// Moves `start` to a packet's first byte. False when there is none, or not all of what precedes
    /// the body.
    private boolean findHeader() {
        for (; end - start >= HEADER_BYTES; start++) {
            if (buffer[start] == (byte) 0xFF
                    && buffer[start + 1] == (byte) 0xFF
                    && buffer[start + 2] == (byte) 0xFD
                    && buffer[start + 3] == 0) {
                return true;
            }
            sawGarbage = true;
        }
        return false;
    }

    /// Takes stuffing out in place.
    ///
    /// @return the number of bytes that are left
    private int unstuff(int from, int count) {
        int to = from;
        int run = 0;
        for (int i = from; i < from + count; i++) {
            byte value = buffer[i];
            if (run == 3 && value == (byte) 0xFD) {
                run = 0;
                continue;
            }
            if (value == (byte) 0xFF) {
                run = run == 1 || run == 2 ? 2 : 1;
            } else {
                run = run == 2 && value == (byte) 0xFD ? 3 : 0;
            }
            buffer[to++] = value;
        }
        return to - from;
    }

    /// {@return whether bytes came that belong to no packet}
    public boolean sawGarbage() {
        return sawGarbage;
    }

    /// {@return whether the start of a packet is waiting for its rest}
    public boolean hasPart() {
        return end > start;
    }

    /// {@return identifier of the servo that answered}
    public int servoId() {
        return buffer[packetStart + 4] & 0xFF;
    }

    /// {@return the answer's error byte}
    public int error() {
        return buffer[packetStart + HEADER_BYTES] & 0xFF;
    }

    /// {@return number of bytes after the error byte}
    public int parameterCount() {
        return parameters;
    }

    /// {@return one byte, 0 to 255}
    ///
    /// @param index which byte after the error byte; -1 is the error byte itself
    public int u8(int index) {
        return buffer[packetStart + HEADER_BYTES + 1 + index] & 0xFF;
    }

    /// {@return two bytes as an unsigned number}
    ///
    /// @param index first byte
    public int u16(int index) {
        return u16At(packetStart + HEADER_BYTES + 1 + index);
    }

    /// {@return two bytes as a signed number}
    ///
    /// @param index first byte
    public int s16(int index) {
        return (short) u16(index);
    }

    /// {@return four bytes as a signed number}
    ///
    /// @param index first byte
    public int s32(int index) {
        return u16(index) | (u16(index + 2) << 16);
    }

    private int u16At(int at) {
        return (buffer[at] & 0xFF) | ((buffer[at + 1] & 0xFF) << 8);
    }
}
