package org.telescribe.teleop.episode.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.teleop.episode.durable.DurableInput;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeId;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.FeatureSpec;
import org.telescribe.teleop.episode.model.ImageHistogram;
import org.telescribe.teleop.episode.model.MarkKind;
import org.telescribe.teleop.episode.model.VideoPacket;
import org.telescribe.teleop.episode.model.VideoSettings;

class JournalTest {
    private static final int ROWS = 4;
    private static final EpisodeSchema SCHEMA = new EpisodeSchema(
            30,
            "dual",
            List.of(
                    FeatureSpec.floats("observation.state", List.of("left.pos", "right.pos")),
                    FeatureSpec.integer("observation.timestamps.left_leader")),
            List.of(new CameraFeature("head", 64, 48)),
            VideoSettings.lowDelayAv1());

    private final NioDurableFiles files = new NioDurableFiles();
    private final EpisodeStart start = new EpisodeStart(
            EpisodeId.random(), "put \"it\" away", "Zoë", "bench", "0.1", "abc", ArmSource.REAL, 1_000, 42);

    @TempDir
    Path directory = Path.of("");

    private Path write() throws IOException {
        List<ByteBuffer> headers = List.of(ByteBuffer.wrap(new byte[] {9, 8, 7}));
        try (JournalWriter writer = JournalWriter.create(files, directory, SCHEMA, start, headers)) {
            for (int row = 0; row < ROWS; row++) {
                writer.append(SCHEMA.rowLayout()
                        .newRow(row, 1_000 + row)
                        .setFloats("observation.state", row, -row)
                        .setLong("observation.timestamps.left_leader", Long.MAX_VALUE - row));
                ImageHistogram histogram = row == 0 ? new ImageHistogram(new long[768]) : null;
                ByteBuffer picture = ByteBuffer.wrap(new byte[] {(byte) row, 1, 2});
                writer.append(new VideoPacket(0, row, 990 + row, 50L + row, row == 2, row == 0, picture, histogram));
            }
            writer.append(new EpisodeEnd(2_000, Map.of("ticks", 27L)));
            writer.force();
        }
        return JournalWriter.fileOf(directory, start.id());
    }

    private JournalContent read(Path file) throws IOException {
        @Nullable JournalContent content = JournalReader.read(files, file);
        assertNotNull(content);
        return content;
    }

    @Test
    void everythingComesBackAsItWasWritten() throws IOException {
        Path file = write();
        JournalContent content = read(file);
        assertEquals(SCHEMA, content.schema());
        assertEquals(start, content.start());
        assertEquals(new EpisodeEnd(2_000, Map.of("ticks", 27L)), content.end());
        assertNull(content.stopReason());
        assertEquals(ROWS, content.completeRows());
        assertArrayEquals(new float[] {3, -3}, content.row(3).floats("observation.state"));
        assertEquals(Long.MAX_VALUE - 3, content.row(3).allLongs()[0]);
        assertEquals(992, content.packet(0, 2).captureNanos());
        assertTrue(content.packet(0, 2).repeated());
        assertTrue(content.packet(0, 0).keyframe());
        assertEquals(ByteBuffer.wrap(new byte[] {9, 8, 7}), content.codecHeader(0));
        assertNotNull(content.histogram(0));
        try (DurableInput input = files.open(file)) {
            assertEquals(ByteBuffer.wrap(new byte[] {3, 1, 2}), content.packetData(input, 0, 3));
        }
    }

    @Test
    void aJournalCutAtAnyByteGivesItsWholeRecordsAndSaysWhereItEnds() throws IOException {
        byte[] whole = Files.readAllBytes(write());
        int rowsBefore = 0;
        for (int length = 0; length < whole.length; length += length > 900 && length < whole.length - 500 ? 61 : 1) {
            Path cut = directory.resolve("cut.journal");
            Files.write(cut, Arrays.copyOf(whole, length));
            JournalContent content = JournalReader.read(files, cut);
            if (content == null) {
                assertEquals(0, rowsBefore, "a longer piece cannot hold less");
                continue;
            }
            assertTrue(content.completeRows() >= rowsBefore, "a longer piece cannot hold less");
            rowsBefore = content.completeRows();
            assertTrue(content.validBytes() <= length);
            assertEquals(content.validBytes() < length, content.stopReason() != null, "cut at " + length);
            assertNull(content.end());
        }
        assertEquals(ROWS, rowsBefore);
    }

    @Test
    void aChangedByteEndsTheJournalBeforeItsRecord() throws IOException {
        byte[] whole = Files.readAllBytes(write());
        for (int place = JournalFormat.FILE_HEADER_BYTES; place < whole.length; place += 13) {
            byte[] changed = whole.clone();
            changed[place] ^= 0x40;
            Path file = directory.resolve("changed.journal");
            Files.write(file, changed);
            JournalContent content = JournalReader.read(files, file);
            if (content != null) {
                assertNotNull(content.stopReason(), "a changed byte at %d went unnoticed".formatted(place));
                assertTrue(content.validBytes() <= place);
            }
        }
    }

    /// Makes the file say that it is of another version.
    private static void version(Path file, int version) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(8, version);
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 12);
        header.putInt(12, (int) crc.getValue());
        Files.write(file, bytes);
    }

    @Test
    void marksAndTheLastResultComeBack() throws IOException {
        List<EpisodeMark> marks =
                List.of(new EpisodeMark(MarkKind.STEP, 12_400_000_000L), new EpisodeMark(MarkKind.LOOK, 0));
        List<ByteBuffer> headers = List.of(ByteBuffer.wrap(new byte[] {9, 8, 7}));
        try (JournalWriter writer = JournalWriter.create(files, directory, SCHEMA, start, headers)) {
            for (EpisodeMark mark : marks) {
                writer.append(mark);
            }
            writer.appendResult(true, 5_000);
            writer.appendResult(false, 6_000);
            writer.force();
        }
        JournalContent content = read(JournalWriter.fileOf(directory, start.id()));
        assertNull(content.stopReason());
        assertEquals(marks, content.marks());
        assertEquals(EpisodeOutcome.FAILURE, content.outcome());
    }

    @Test
    void aJournalOfTheFirstVersionIsReadToItsEnd() throws IOException {
        Path file = write();
        version(file, 1);
        JournalContent content = read(file);
        assertNull(content.stopReason());
        assertEquals(ROWS, content.completeRows());
        assertEquals(List.of(), content.marks());
        assertEquals(EpisodeOutcome.UNRATED, content.outcome());
    }

    @Test
    void anotherVersionIsRefusedAndNamed() throws IOException {
        Path file = write();
        version(file, 3);
        DatasetException refused = assertThrows(DatasetException.class, () -> JournalReader.read(files, file));
        assertTrue(String.valueOf(refused.getMessage()).contains("format version 3"), refused.getMessage());
    }

    @Test
    void aRowThatLacksAFeatureIsRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> SCHEMA.rowLayout()
                        .newRow(0, 0)
                        .setFloats("observation.state", 1, 2)
                        .requireComplete());
        assertEquals("row 0 lacks feature observation.timestamps.left_leader", refused.getMessage());
    }

    @Test
    void aNumberThatIsNotFiniteIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SCHEMA.rowLayout().newRow(0, 0).setFloats("observation.state", 1, Double.NaN));
    }
}
