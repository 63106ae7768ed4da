package org.telescribe.devices.drivers.dynamixel;

/// The checksum of Protocol 2.0: 16 bits, polynomial 0x8005, start 0, nothing reflected.
final class Crc16 {
    private static final int POLYNOMIAL = 0x8005;
    private static final short[] TABLE = table();

    private Crc16() {}

    private static short[] table() {
        short[] table = new short[256];
        for (int value = 0; value < table.length; value++) {
            int crc = value << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
            }
            table[value] = (short) crc;
        }
        return table;
    }

    static int of(byte[] bytes, int offset, int length) {
        int crc = 0;
        for (int i = offset; i < offset + length; i++) {
            crc = ((crc << 8) ^ TABLE[((crc >> 8) ^ bytes[i]) & 0xFF]) & 0xFFFF;
        }
        return crc;
    }
}
