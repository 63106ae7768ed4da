package org.telescribe.devices.drivers.dynamixel;

/// An instruction to servos, in a buffer that is used again: each method replaces what was there and
/// returns this packet, complete with stuffing and checksum. Confined to one thread; no method
/// allocates.
public final class InstructionPacket {
    /// The identifier that all servos listen to.
    public static final int BROADCAST_ID = 0xFE;

    static final int PING = 0x01;
    static final int READ = 0x02;
    static final int WRITE = 0x03;
    static final int REG_WRITE = 0x04;
    static final int ACTION = 0x05;
    static final int FACTORY_RESET = 0x06;
    static final int REBOOT = 0x08;
    static final int CLEAR = 0x10;
    static final int STATUS = 0x55;
    static final int SYNC_READ = 0x82;
    static final int SYNC_WRITE = 0x83;
    static final int FAST_SYNC_READ = 0x8A;
    static final int BULK_READ = 0x92;
    static final int BULK_WRITE = 0x93;

    private static final int CAPACITY = 1024;
    private static final int LENGTH_AT = 5;
    private static final int PARAMETERS_AT = 8;
    /// What CLEAR wants to see before it forgets the turns: the letters D, X, L and a number.
    private static final int CLEAR_TURNS_KEY = 0x224C5844;

    private final byte[] bytes = new byte[CAPACITY];
    private int length;

    /// An empty packet.
    public InstructionPacket() {}

    /// {@return the packet's bytes, from 0 to [#length]; the buffer itself, not a copy}
    public byte[] bytes() {
        return bytes;
    }

    /// {@return number of bytes of the packet}
    public int length() {
        return length;
    }

    /// Asks whether servos are there.
    ///
    /// @param id a servo's identifier, or [#BROADCAST_ID]
    /// @return this packet
    public InstructionPacket ping(int id) {
        return begin(id, PING).end();
    }

    /// Asks for bytes of the control table.
    ///
    /// @param id servo
    /// @param address first byte
    /// @param count number of bytes
    /// @return this packet
    public InstructionPacket read(int id, int address, int count) {
        return begin(id, READ).u16(address).u16(count).end();
    }

    /// Changes one value of the control table.
    ///
    /// @param id servo
    /// @param address first byte
    /// @param value new value
    /// @param bytesOfValue 1, 2 or 4
    /// @return this packet
    public InstructionPacket write(int id, int address, int value, int bytesOfValue) {
        return begin(id, WRITE).u16(address).value(value, bytesOfValue).end();
    }

    /// Prepares a change that [#action] carries out.
    ///
    /// @param id servo
    /// @param address first byte
    /// @param value new value
    /// @param bytesOfValue 1, 2 or 4
    /// @return this packet
    public InstructionPacket regWrite(int id, int address, int value, int bytesOfValue) {
        return begin(id, REG_WRITE).u16(address).value(value, bytesOfValue).end();
    }

    /// Carries out what [#regWrite] prepared.
    ///
    /// @param id a servo's identifier, or [#BROADCAST_ID]
    /// @return this packet
    public InstructionPacket action(int id) {
        return begin(id, ACTION).end();
    }

    /// Puts a servo back to its factory's settings.
    ///
    /// @param id servo
    /// @param keep what it keeps
    /// @return this packet
    public InstructionPacket factoryReset(int id, FactoryResetKeeps keep) {
        return begin(id, FACTORY_RESET).u8(keep.code()).end();
    }

    /// Restarts a servo; this also clears a hardware alert.
    ///
    /// @param id servo
    /// @return this packet
    public InstructionPacket reboot(int id) {
        return begin(id, REBOOT).end();
    }

    /// Makes a servo forget how many full turns it has made.
    ///
    /// @param id servo
    /// @return this packet
    public InstructionPacket clearTurns(int id) {
        return begin(id, CLEAR).u8(1).value(CLEAR_TURNS_KEY, 4).end();
    }

    /// Asks several servos for the same bytes; each answers with a packet of its own.
    ///
    /// @param ids servos, in the order of their answers
    /// @param address first byte
    /// @param count number of bytes
    /// @return this packet
    public InstructionPacket syncRead(int[] ids, int address, int count) {
        return begin(BROADCAST_ID, SYNC_READ).u16(address).u16(count).all(ids).end();
    }

    /// Asks several servos for the same bytes; they answer with one packet together.
    ///
    /// @param ids servos, in the order of their blocks
    /// @param address first byte
    /// @param count number of bytes
    /// @return this packet
    public InstructionPacket fastSyncRead(int[] ids, int address, int count) {
        return begin(BROADCAST_ID, FAST_SYNC_READ)
                .u16(address)
                .u16(count)
                .all(ids)
                .end();
    }

    /// Changes the same value of several servos at once; none answers.
    ///
    /// @param ids servos
    /// @param address first byte
    /// @param values new values, one for each servo
    /// @param bytesOfValue 1, 2 or 4
    /// @return this packet
    public InstructionPacket syncWrite(int[] ids, int address, int[] values, int bytesOfValue) {
        begin(BROADCAST_ID, SYNC_WRITE).u16(address).u16(bytesOfValue);
        for (int i = 0; i < ids.length; i++) {
            u8(ids[i]).value(values[i], bytesOfValue);
        }
        return end();
    }

    /// Asks several servos each for bytes of its own; each answers with a packet of its own.
    ///
    /// @param ids servos, in the order of their answers
    /// @param addresses first bytes
    /// @param counts numbers of bytes
    /// @return this packet
    public InstructionPacket bulkRead(int[] ids, int[] addresses, int[] counts) {
        begin(BROADCAST_ID, BULK_READ);
        for (int i = 0; i < ids.length; i++) {
            u8(ids[i]).u16(addresses[i]).u16(counts[i]);
        }
        return end();
    }

    /// Changes a value of its own in each of several servos at once; none answers.
    ///
    /// @param ids servos
    /// @param addresses first bytes
    /// @param values new values
    /// @param bytesOfValues 1, 2 or 4 each
    /// @return this packet
    public InstructionPacket bulkWrite(int[] ids, int[] addresses, int[] values, int[] bytesOfValues) {
        begin(BROADCAST_ID, BULK_WRITE);
        for (int i = 0; i < ids.length; i++) {
            u8(ids[i]).u16(addresses[i]).u16(bytesOfValues[i]).value(values[i], bytesOfValues[i]);
        }
        return end();
    }

    private InstructionPacket begin(int id, int instruction) {
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xFF;
        bytes[2] = (byte) 0xFD;
        bytes[3] = 0;
        bytes[4] = (byte) id;
        bytes[PARAMETERS_AT - 1] = (byte) instruction;
        length = PARAMETERS_AT;
        return this;
    }

    /// Adds a byte, and the stuffing byte where the body would otherwise look like the start of a
    /// packet. A stuffing byte ends a run, so looking back at what was written is enough.
    private InstructionPacket u8(int value) {
        bytes[length++] = (byte) value;
        boolean looksLikeHeader = length - 3 >= PARAMETERS_AT
                && bytes[length - 1] == (byte) 0xFD
                && bytes[length - 2] == (byte) 0xFF
                && bytes[length - 3] == (byte) 0xFF;
        if (looksLikeHeader) {
            bytes[length++] = (byte) 0xFD;
        }
        return this;
    }

    private InstructionPacket u16(int value) {
        return u8(value).u8(value >> 8);
    }

    private InstructionPacket value(int value, int bytesOfValue) {
        for (int i = 0; i < bytesOfValue; i++) {
            u8(value >> (8 * i));
        }
        return this;
    }

    private InstructionPacket all(int[] ids) {
        for (int i = 0; i < ids.length; i++) {
            u8(ids[i]);
        }
        return this;
    }

    private InstructionPacket end() {
        int lengthField = length - LENGTH_AT; // the instruction, the body and the checksum to come
        bytes[LENGTH_AT] = (byte) lengthField;
        bytes[LENGTH_AT + 1] = (byte) (lengthField >> 8);
        int crc = Crc16.of(bytes, 0, length);
        bytes[length++] = (byte) crc;
        bytes[length++] = (byte) (crc >> 8);
        return this;
    }
}
