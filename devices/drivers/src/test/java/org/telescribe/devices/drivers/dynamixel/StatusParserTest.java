package org.telescribe.devices.drivers.dynamixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusParserTest {
    private static final String POSITION_166 = "FF FF FD 00 01 08 00 55 00 A6 00 00 00 8C C0";
    private static final String POSITION_2079 = "FF FF FD 00 02 08 00 55 00 1F 08 00 00 BA BE";

    private final StatusParser parser = new StatusParser();

    private void feed(byte[] bytes, int from, int to) {
        int room = parser.room();
        assertTrue(room >= to - from);
        System.arraycopy(bytes, from, parser.buffer(), parser.end(), to - from);
        parser.added(to - from);
    }

    private void feed(String hex) {
        byte[] bytes = Hex.bytes(hex);
        feed(bytes, 0, bytes.length);
    }

    /// Everything there is, as `id:error:data`, or `corrupt`.
    private List<String> drain() {
        List<String> found = new ArrayList<>();
        while (true) {
            StatusParser.Event event = parser.next();
            switch (event) {
                case NEED_MORE -> {
                    return found;
                }
                case CORRUPT -> found.add("corrupt");
                case STATUS -> {
                    byte[] data = new byte[parser.parameterCount()];
                    for (int i = 0; i < data.length; i++) {
                        data[i] = (byte) parser.u8(i);
                    }
                    found.add("%d:%d:%s".formatted(parser.servoId(), parser.error(), Hex.of(data)));
                }
            }
        }
    }

    @Test
    void everyExampleAnswerOfTheVendorIsUnderstood() throws IOException {
        Path file = Vectors.find("serial-vectors/dynamixel2-emanual.txt");
        assumeTrue(Files.exists(file), "the vendor's examples are not there: " + file);
        List<String> expected = List.of(
                "1:0:06 04 26",
                "1:0:06 04 26",
                "2:0:06 04 26",
                "1:0:A6 00 00 00",
                "1:0:",
                "1:0:A6 00 00 00",
                "2:0:1F 08 00 00",
                "1:0:77 00",
                "2:0:24");
        List<String> found = new ArrayList<>();
        for (Vectors.Line line : Vectors.read(file)) {
            if (!line.isRequest()) {
                feed(line.hex());
                found.addAll(drain());
            }
        }
        assertEquals(expected, found);
    }

    @Test
    void numbersAreLittleEndianAndSigned() {
        feed(POSITION_2079);
        assertEquals(StatusParser.Event.STATUS, parser.next());
        assertEquals(2079, parser.s32(0));
        assertEquals(2079, parser.s16(0));
    }

    @Test
    void anAnswerIsFoundWhateverWayItsBytesArrive() {
        byte[] bytes = Hex.bytes(POSITION_166 + POSITION_2079);
        for (int cut = 1; cut < bytes.length; cut++) {
            parser.reset(false);
            feed(bytes, 0, cut);
            List<String> found = drain();
            feed(bytes, cut, bytes.length);
            found.addAll(drain());
            assertEquals(List.of("1:0:A6 00 00 00", "2:0:1F 08 00 00"), found, "cut at " + cut);
        }
    }

    @Test
    void garbageBeforeBetweenAndAfterIsPassedOver() {
        feed("00 FF FF FD 01 FF FF FF FD" + POSITION_166 + "FF FF 13" + POSITION_2079 + "FF FF FD");
        assertEquals(List.of("1:0:A6 00 00 00", "2:0:1F 08 00 00"), drain());
        assertTrue(parser.sawGarbage());
    }

    @Test
    void aDamagedAnswerIsReportedAndTheNextOneIsFound() {
        feed("FF FF FD 00 01 08 00 55 00 A7 00 00 00 8C C0" + POSITION_2079);
        assertEquals(List.of("corrupt", "2:0:1F 08 00 00"), drain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF FF", "00 00", "03 00"})
    void anImpossibleLengthIsReportedAtOnce(String length) {
        feed("FF FF FD 00 01 " + length + " 55 00" + POSITION_2079);
        assertEquals(List.of("corrupt", "2:0:1F 08 00 00"), drain());
    }

    @Test
    void theEchoOfTheRequestIsPassedOver() {
        feed("FF FF FD 00 01 07 00 02 84 00 04 00 1D 15" + POSITION_166);
        assertEquals(List.of("1:0:A6 00 00 00"), drain());
    }

    @Test
    void theAlertBitIsKeptBesideTheErrorNumber() {
        byte[] bytes = Hex.bytes("FF FF FD 00 03 04 00 55 87 00 00");
        int crc = Crc16.of(bytes, 0, 9);
        bytes[9] = (byte) crc;
        bytes[10] = (byte) (crc >> 8);
        feed(bytes, 0, bytes.length);
        assertEquals(List.of("3:135:"), drain());
    }

    @Test
    void stuffingIsTakenOutOfAnAnswer() {
        byte[] bytes = Hex.bytes("FF FF FD 00 01 09 00 55 00 FF FF FD FD A6 00 00");
        int crc = Crc16.of(bytes, 0, 14);
        bytes[14] = (byte) crc;
        bytes[15] = (byte) (crc >> 8);
        feed(bytes, 0, bytes.length);
        assertEquals(List.of("1:0:FF FF FD A6"), drain());
    }

    /// Whatever is stuffed by the builder comes out of the parser as it went in.
    @Test
    void randomDataSurvivesStuffingBothWays() {
        long seed = 20_261_124L;
        Random random = new Random(seed);
        byte[] alphabet = {(byte) 0xFF, (byte) 0xFD, 0, 1};
        for (int round = 0; round < 2_000; round++) {
            byte[] data = new byte[random.nextInt(24)];
            int[] ids = new int[data.length];
            for (int i = 0; i < data.length; i++) {
                data[i] = alphabet[random.nextInt(alphabet.length)];
                ids[i] = data[i] & 0xFF;
            }
            // A sync read carries any bytes as its identifiers; made a status, they are the data after an error byte.
            InstructionPacket packet = new InstructionPacket().syncRead(ids, 0, 0);
            byte[] bytes = Arrays.copyOf(packet.bytes(), packet.length());
            bytes[7] = 0x55;
            int crc = Crc16.of(bytes, 0, bytes.length - 2);
            bytes[bytes.length - 2] = (byte) crc;
            bytes[bytes.length - 1] = (byte) (crc >> 8);
            parser.reset(false);
            feed(bytes, 0, bytes.length);
            String expected = ("254:0:00 00 00 " + Hex.of(data)).strip();
            assertEquals(List.of(expected), drain().stream().map(String::strip).toList(), "seed " + seed);
        }
    }

    @Test
    void noRandomBytesMakeItFailOrStandStill() {
        long seed = 7L;
        Random random = new Random(seed);
        byte[] noise = new byte[200];
        for (int round = 0; round < 2_000; round++) {
            random.nextBytes(noise);
            if (round % 2 == 0) {
                System.arraycopy(Hex.bytes("FF FF FD 00"), 0, noise, random.nextInt(190), 4);
            }
            feed(noise, 0, noise.length);
            drain();
            assertTrue(parser.room() >= 256, "no room left, seed " + seed);
        }
        parser.reset(false);
        feed(POSITION_166);
        assertEquals(List.of("1:0:A6 00 00 00"), drain());
    }
}
