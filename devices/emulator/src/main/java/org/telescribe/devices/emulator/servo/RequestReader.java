package org.telescribe.devices.emulator.servo;

/// Finds instruction packets in what the client sends.
final class RequestReader {
    private static final int CAPACITY = 4096;
    private static final int BEFORE_BODY = 7;
    private static final int LONGEST_BODY = 1024;

    private final byte[] buffer = new byte[CAPACITY];
    private int start;
    private int end;
    private int packet;
    private int packetBytes;
    private int parameters;
    private boolean damaged;

    byte[] buffer() {
        return buffer;
    }

    int end() {
        return end;
    }

    int room() {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == CAPACITY) {
            end = 0; // nothing but noise
        }
        return CAPACITY - end;
    }

    void added(int count) {
        end += count;
    }

    boolean isEmpty() {
        return start == end;
    }

    /// Takes the next whole packet.
    ///
    /// @return false when there is none yet
    boolean next() {
        while (end - start > BEFORE_BODY) {
            boolean header =
                    u8At(start) == 0xFF && u8At(start + 1) == 0xFF && u8At(start + 2) == 0xFD && u8At(start + 3) == 0;
            int body = u8At(start + 5) | (u8At(start + 6) << 8);
            if (!header || body < 3 || body > LONGEST_BODY) {
                start++;
                continue;
            }
            if (end - start < BEFORE_BODY + body) {
                return false;
            }
            take(body);
            return true;
        }
        return false;
    }

    private void take(int body) {
        packet = start;
        packetBytes = BEFORE_BODY + body;
        start += packetBytes;
        int crcAt = start - 2;
        damaged = Checksum.of(buffer, packet, crcAt) != (u8At(crcAt) | (u8At(crcAt + 1) << 8));
        int to = packet + BEFORE_BODY + 1;
        int matched = 0; // how much of FF FF FD the bytes before end with
        for (int from = to; from < crcAt; from++) {
            int value = u8At(from);
            boolean stuffing = matched == 3 && value == 0xFD;
            if (stuffing) {
                matched = 0;
                continue;
            }
            matched = match(matched, value);
            buffer[to++] = (byte) value;
        }
        parameters = to - (packet + BEFORE_BODY + 1);
    }

    private static int match(int matched, int value) {
        if (value == 0xFF) {
            return matched == 1 || matched == 2 ? 2 : 1;
        }
        return matched == 2 && value == 0xFD ? 3 : 0;
    }

    int lengthOnWire() {
        return packetBytes;
    }

    boolean isDamaged() {
        return damaged;
    }

    int id() {
        return u8At(packet + 4);
    }

    int instruction() {
        return u8At(packet + BEFORE_BODY);
    }

    int parameterCount() {
        return parameters;
    }

    int u8(int index) {
        return index < parameters ? u8At(packet + BEFORE_BODY + 1 + index) : 0;
    }

    int u16(int index) {
        return u8(index) | (u8(index + 1) << 8);
    }

    private int u8At(int at) {
        return buffer[at] & 0xFF;
    }
}
