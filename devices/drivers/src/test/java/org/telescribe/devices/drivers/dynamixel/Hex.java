package org.telescribe.devices.drivers.dynamixel;

import java.util.Arrays;
import java.util.HexFormat;

/// Packets as people write them.
final class Hex {
    private Hex() {}

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    static String of(InstructionPacket packet) {
        return of(Arrays.copyOf(packet.bytes(), packet.length()));
    }

    static String of(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
    }
}
