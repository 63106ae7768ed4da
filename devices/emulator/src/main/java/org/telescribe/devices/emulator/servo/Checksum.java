package org.telescribe.devices.emulator.servo;

/// CRC-16 as servos compute it, a bit at a time: polynomial 0x8005, start 0.
final class Checksum {
    private Checksum() {}

    static int of(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc ^= (bytes[i] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x8005;
            }
        }
        return crc & 0xFFFF;
    }
}
