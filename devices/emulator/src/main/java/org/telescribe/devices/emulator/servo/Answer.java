package org.telescribe.devices.emulator.servo;

/// A status packet being built, in a buffer that is used again.
final class Answer {
    private static final int CAPACITY = 2048;
    private static final int BROADCAST_ID = 0xFE;
    private static final int STATUS = 0x55;
    private static final int BEFORE_BODY = 7;

    private final byte[] bytes = new byte[CAPACITY];
    private int length;
    private boolean stuffing;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /// Starts an answer of one servo.
    Answer begin(int id, int error) {
        start(id);
        stuffing = true;
        return u8(error);
    }

    /// Starts the one answer of many servos, whose bytes are not stuffed.
    ///
    /// @param bodyBytes everything after the instruction byte, the last checksum included
    Answer beginFast(int bodyBytes) {
        start(BROADCAST_ID);
        stuffing = false;
        setLength(1 + bodyBytes);
        return this;
    }

    private void start(int id) {
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xFF;
        bytes[2] = (byte) 0xFD;
        bytes[3] = 0;
        bytes[4] = (byte) id;
        bytes[BEFORE_BODY] = STATUS;
        length = BEFORE_BODY + 1;
    }

    private void setLength(int body) {
        bytes[5] = (byte) body;
        bytes[6] = (byte) (body >> 8);
    }

    Answer u8(int value) {
        bytes[length++] = (byte) value;
        if (stuffing
                && length >= BEFORE_BODY + 4
                && bytes[length - 1] == (byte) 0xFD
                && bytes[length - 2] == (byte) 0xFF
                && bytes[length - 3] == (byte) 0xFF) {
            bytes[length++] = (byte) 0xFD;
        }
        return this;
    }

    Answer u16(int value) {
        return u8(value).u8(value >> 8);
    }

    /// Ends the answer of one servo.
    Answer end() {
        setLength(length - BEFORE_BODY + 2);
        return checksum();
    }

    /// Adds the checksum of everything so far: the end of a packet, or of a block of a fast answer.
    Answer checksum() {
        int crc = Checksum.of(bytes, 0, length);
        bytes[length++] = (byte) crc;
        bytes[length++] = (byte) (crc >> 8);
        return this;
    }
}
