package org.telescribe.devices.drivers.dynamixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionPacketTest {
    private static final int[] ONE_TWO = {1, 2};

    /// The vendor's own examples, by their names in the data file.
    private static final Map<String, Function<InstructionPacket, InstructionPacket>> EXAMPLES = Map.ofEntries(
            Map.entry("ping_1", packet -> packet.ping(1)),
            Map.entry("ping_bcast", packet -> packet.ping(InstructionPacket.BROADCAST_ID)),
            Map.entry("read_present_position", packet -> packet.read(1, 132, 4)),
            Map.entry("write_goal_position", packet -> packet.write(1, 116, 512, 4)),
            Map.entry("reg_write_goal_velocity", packet -> packet.regWrite(1, 104, 200, 4)),
            Map.entry("action", packet -> packet.action(1)),
            Map.entry("factory_reset", packet -> packet.factoryReset(1, FactoryResetKeeps.ID)),
            Map.entry("reboot", packet -> packet.reboot(1)),
            Map.entry("clear_multiturn", packet -> packet.clearTurns(1)),
            Map.entry("sync_read_position_1_2", packet -> packet.syncRead(ONE_TWO, 132, 4)),
            Map.entry("sync_write_goal_1_2", packet -> packet.syncWrite(ONE_TWO, 116, new int[] {150, 170}, 4)),
            Map.entry("bulk_read_1_2", packet -> packet.bulkRead(ONE_TWO, new int[] {144, 146}, new int[] {2, 1})),
            Map.entry(
                    "bulk_write_1_2",
                    packet -> packet.bulkWrite(ONE_TWO, new int[] {32, 31}, new int[] {160, 80}, new int[] {2, 1})));

    @Test
    void everyExampleRequestOfTheVendorIsBuiltByteForByte() throws IOException {
        Path file = Vectors.find("serial-vectors/dynamixel2-emanual.txt");
        assumeTrue(Files.exists(file), "the vendor's examples are not there: " + file);
        TreeSet<String> checked = new TreeSet<>();
        for (Vectors.Line line : Vectors.read(file)) {
            if (line.isRequest()) {
                Function<InstructionPacket, InstructionPacket> build = EXAMPLES.get(line.name());
                assertNotNull(build, "no test builds " + line.name());
                assertEquals(line.hex(), Hex.of(build.apply(new InstructionPacket())), line.name());
                checked.add(line.name());
            }
        }
        assertEquals(new TreeSet<>(EXAMPLES.keySet()), checked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ping 1          | ff ff fd 00 01 03 00 01 19 4e
                    ping 2          | ff ff fd 00 02 03 00 01 19 72
                    reboot 2        | ff ff fd 00 02 03 00 08 2f 72
                    read 1 132 4    | ff ff fd 00 01 07 00 02 84 00 04 00 1d 15
                    read 1 43 2     | ff ff fd 00 01 07 00 02 2b 00 02 00 2e cd
                    write 1 116 512 | ff ff fd 00 01 09 00 03 74 00 00 02 00 00 ca 89
                    write 1 116 16646143 | ff ff fd 00 01 0a 00 03 74 00 ff ff fd fd 00 21 e7
                    sync 1 2        | ff ff fd 00 fe 09 00 82 84 00 04 00 01 02 ce fa
                    fast 3 7 4      | ff ff fd 00 fe 0a 00 8a 84 00 04 00 03 07 04 20 f2
                    goals 1 150 2 170 | ff ff fd 00 fe 11 00 83 74 00 04 00 01 96 00 00 00 02 aa 00 00 00 82 87
                    """)
    void furtherPacketsAreBuiltByteForByte(String what, String hex) {
        String[] words = what.strip().split(" ", -1);
        int[] numbers = new int[words.length - 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(words[i + 1]);
        }
        InstructionPacket packet = new InstructionPacket();
        InstructionPacket built = switch (words[0]) {
            case "ping" -> packet.ping(numbers[0]);
            case "reboot" -> packet.reboot(numbers[0]);
            case "read" -> packet.read(numbers[0], numbers[1], numbers[2]);
            case "write" -> packet.write(numbers[0], numbers[1], numbers[2], 4);
            case "sync" -> packet.syncRead(numbers, 132, 4);
            case "fast" -> packet.fastSyncRead(numbers, 132, 4);
            case "goals" ->
                packet.syncWrite(new int[] {numbers[0], numbers[2]}, 116, new int[] {numbers[1], numbers[3]}, 4);
            default -> throw new AssertionError(what);
        };
        assertEquals(hex.strip().toUpperCase(Locale.ROOT), Hex.of(built));
    }

    /// One stuffing byte for each FF FF FD; what follows a stuffing byte starts afresh.
    @ParameterizedTest
    @CsvSource({
        "FFFFFD07, FFFFFDFD07",
        "FFFFFDFD, FFFFFDFDFD",
        "FFFFFFFD, FFFFFFFDFD",
        "01FFFD03, 01FFFD03",
        "FFFDFFFF, FFFDFFFF",
    })
    void dataThatLooksLikeAHeaderIsStuffed(String data, String onWire) {
        byte[] bytes = Hex.bytes(data);
        int value = (bytes[0] & 0xFF) | ((bytes[1] & 0xFF) << 8) | ((bytes[2] & 0xFF) << 16) | (bytes[3] << 24);
        InstructionPacket packet = new InstructionPacket().write(1, 116, value, 4);
        String hex = Hex.of(packet).replace(" ", "");
        assertEquals("7400" + onWire, hex.substring(16, hex.length() - 4));
        assertEquals(packet.length() - 7, packet.bytes()[5], "the length counts the stuffing");
        assertTrue(hex.startsWith("FFFFFD0001"));
    }

    @Test
    void theChecksumIsTheOneOfTheProtocol() {
        assertEquals(0xD216, Crc16.of(Hex.bytes("FFFFFD002A030001"), 0, 8));
    }
}
