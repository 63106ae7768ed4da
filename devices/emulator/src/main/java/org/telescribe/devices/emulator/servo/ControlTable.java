package org.telescribe.devices.emulator.servo;

/// The control table of one servo and its rules for writing.
final class ControlTable {
    static final int DONE = 0;
    static final int DATA_RANGE = 4;
    static final int DATA_LENGTH = 5;
    static final int DATA_LIMIT = 6;
    static final int ACCESS = 7;

    private final byte[] bytes = new byte[TableEntry.TABLE_BYTES];

    int get(TableEntry entry) {
        int value = 0;
        for (int i = 0; i < entry.bytes; i++) {
            value |= (bytes[entry.address + i] & 0xFF) << (8 * i);
        }
        return entry.bytes == 2 && entry.lowest < 0 ? (short) value : value;
    }

    void set(TableEntry entry, int value) {
        for (int i = 0; i < entry.bytes; i++) {
            bytes[entry.address + i] = (byte) (value >> (8 * i));
        }
    }

    boolean isReadable(int address, int count) {
        return count > 0 && address >= 0 && address + count <= bytes.length;
    }

    int u8(int address) {
        return bytes[address] & 0xFF;
    }

    /// Says whether a write would be taken, without making it.
    ///
    /// @param request the packet with the data
    /// @param at index of the first byte of data in the packet
    /// @param address where it goes
    /// @param count number of bytes
    /// @return [#DONE] or the protocol's error code
    int check(RequestReader request, int at, int address, int count) {
        if (count <= 0) {
            return DATA_LENGTH;
        }
        int done = 0;
        while (done < count) {
            TableEntry entry = TableEntry.at(address + done);
            if (entry == null || entry.access == TableEntry.Access.READ) {
                return ACCESS;
            }
            if (entry.access == TableEntry.Access.STORED && get(TableEntry.TORQUE_ENABLE) != 0) {
                return ACCESS;
            }
            if (entry.bytes > count - done) {
                return DATA_LENGTH;
            }
            int fault = checkValue(entry, valueOf(request, at + done, entry));
            if (fault != DONE) {
                return fault;
            }
            done += entry.bytes;
        }
        return DONE;
    }

    private int checkValue(TableEntry entry, int value) {
        if (value < entry.lowest || value > entry.highest) {
            return DATA_RANGE;
        }
        boolean positionMode = get(TableEntry.OPERATING_MODE) == 3;
        boolean beyond = entry == TableEntry.GOAL_POSITION
                && positionMode
                && (value < get(TableEntry.MIN_POSITION) || value > get(TableEntry.MAX_POSITION));
        return beyond ? DATA_LIMIT : DONE;
    }

    /// Makes a write that was checked.
    void write(RequestReader request, int at, int address, int count) {
        for (int i = 0; i < count; i++) {
            bytes[address + i] = (byte) request.u8(at + i);
        }
    }

    /// Makes a write that was checked earlier.
    void write(byte[] data, int address, int count) {
        System.arraycopy(data, 0, bytes, address, count);
    }

    private static int valueOf(RequestReader request, int at, TableEntry entry) {
        int value = 0;
        for (int i = 0; i < entry.bytes; i++) {
            value |= request.u8(at + i) << (8 * i);
        }
        return entry.bytes == 2 && entry.lowest < 0 ? (short) value : value;
    }
}
