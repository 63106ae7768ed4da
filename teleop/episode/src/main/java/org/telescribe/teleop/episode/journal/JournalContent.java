package org.telescribe.teleop.episode.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.durable.DurableInput;
import org.telescribe.teleop.episode.journal.JournalFormat.Kind;
import org.telescribe.teleop.episode.model.EpisodeEnd;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.EpisodeRow;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeStart;
import org.telescribe.teleop.episode.model.ImageHistogram;
import org.telescribe.teleop.episode.model.MarkKind;
import org.telescribe.teleop.episode.model.RowLayout;

/// What a journal holds. Rows and the places of packets are in memory; the packets' bytes stay in
/// the file. Confined to one thread.
public final class JournalContent {
    private static final int PACKET_HEADER_BYTES = 2 + 8 + 8 + 1;

    private final Path file;
    private final EpisodeSchema schema;
    private final EpisodeStart start;
    private final RowLayout layout;
    private final List<EpisodeRow> rows = new ArrayList<>();
    private final List<List<PacketEntry>> packets = new ArrayList<>();
    private final List<@Nullable ByteBuffer> codecHeaders;
    private final List<@Nullable ImageHistogram> histograms;
    private final List<EpisodeMark> marks = new ArrayList<>();
    private EpisodeOutcome outcome = EpisodeOutcome.UNRATED;
    private @Nullable EpisodeEnd end;
    private long validBytes;
    private long fileBytes;
    private @Nullable String stopReason;

    /// Where a packet lies in the journal, and what is known about it.
    ///
    /// @param offset first byte of the encoded picture in the file
    /// @param bytes length of the encoded picture
    /// @param captureNanos moment of capture, session clock, nanoseconds
    /// @param sequence the camera's own frame number
    /// @param repeated whether it is the previous row's picture again
    /// @param keyframe whether it can be decoded alone
    public record PacketEntry(
            long offset, int bytes, long captureNanos, long sequence, boolean repeated, boolean keyframe) {}

    JournalContent(Path file, JsonNode header) {
        this.file = file;
        this.schema = JournalJson.schema(header);
        this.start = JournalJson.start(header);
        this.layout = schema.rowLayout();
        int cameras = schema.cameras().size();
        this.codecHeaders = new ArrayList<>(Collections.<@Nullable ByteBuffer>nCopies(cameras, null));
        this.histograms = new ArrayList<>(Collections.<@Nullable ImageHistogram>nCopies(cameras, null));
        schema.cameras().forEach(camera -> packets.add(new ArrayList<>()));
    }

    @Nullable
    String take(Kind kind, long nanos, ByteBuffer payload, long payloadOffset) throws JsonProcessingException {
        return switch (kind) {
            case HEADER -> "a second header";
            case CODEC -> {
                int camera = payload.getShort();
                codecHeaders.set(camera, ByteBuffer.wrap(JournalReader.bytes(payload)));
                yield null;
            }
            case ROW -> takeRow(nanos, payload);
            case PACKET -> takePacket(nanos, payload, payloadOffset);
            case HISTOGRAM -> {
                int camera = payload.getShort();
                histograms.set(camera, ImageHistogram.fromBytes(payload));
                yield null;
            }
            case END -> {
                end = JournalJson.end(JournalJson.parse(JournalReader.bytes(payload)));
                yield null;
            }
            case MARK -> {
                marks.add(new EpisodeMark(MarkKind.of(payload.get()), Math.max(0, nanos - start.startNanos())));
                yield null;
            }
            case RESULT -> {
                outcome = outcome(payload.get());
                yield null;
            }
        };
    }

    private static EpisodeOutcome outcome(byte code) {
        return switch (code) {
            case JournalFormat.SUCCESS -> EpisodeOutcome.SUCCESS;
            case JournalFormat.FAILURE -> EpisodeOutcome.FAILURE;
            default -> throw new IllegalArgumentException("a result of unknown kind %d".formatted(code));
        };
    }

    private @Nullable String takeRow(long nanos, ByteBuffer payload) {
        long rowIndex = payload.getLong();
        if (rowIndex != rows.size()) {
            return "row %d stands where row %d was expected".formatted(rowIndex, rows.size());
        }
        float[] floats = new float[layout.floatLanes()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = payload.getFloat();
        }
        long[] longs = new long[layout.longLanes()];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = payload.getLong();
        }
        rows.add(layout.rowOf(rowIndex, nanos, floats, longs));
        return null;
    }

    private @Nullable String takePacket(long nanos, ByteBuffer payload, long payloadOffset) {
        int camera = payload.getShort();
        long rowIndex = payload.getLong();
        if (camera < 0 || camera >= packets.size()) {
            return "a picture of unknown camera %d".formatted(camera);
        }
        List<PacketEntry> known = packets.get(camera);
        if (rowIndex != known.size()) {
            return "camera %s: picture of row %d stands where row %d was expected"
                    .formatted(schema.cameras().get(camera).name(), rowIndex, known.size());
        }
        long sequence = payload.getLong();
        byte flags = payload.get();
        known.add(new PacketEntry(
                payloadOffset + PACKET_HEADER_BYTES,
                payload.remaining(),
                nanos,
                sequence,
                (flags & 1) != 0,
                (flags & 2) != 0));
        return null;
    }

    void ended(long newValidBytes, long newFileBytes, @Nullable String newStopReason) {
        this.validBytes = newValidBytes;
        this.fileBytes = newFileBytes;
        this.stopReason = newStopReason;
    }

    /// {@return the journal's file}
    public Path file() {
        return file;
    }

    /// {@return what each row has}
    public EpisodeSchema schema() {
        return schema;
    }

    /// {@return who recorded what}
    public EpisodeStart start() {
        return start;
    }

    /// {@return the moments that the operator marked, in order}
    public List<EpisodeMark> marks() {
        return List.copyOf(marks);
    }

    /// {@return the result that the operator said while recording, the last one if more than once}
    public EpisodeOutcome outcome() {
        return outcome;
    }

    /// {@return what was known at the end; null when the recording was cut off}
    public @Nullable EpisodeEnd end() {
        return end;
    }

    /// {@return how many rows are complete: their numbers and a picture of every camera are there}
    public int completeRows() {
        int complete = rows.size();
        for (int camera = 0; camera < packets.size(); camera++) {
            complete = Math.min(
                    complete,
                    codecHeaders.get(camera) == null ? 0 : packets.get(camera).size());
        }
        return complete;
    }

    /// {@return a row}
    ///
    /// @param index number of the row
    public EpisodeRow row(int index) {
        return rows.get(index);
    }

    /// {@return where a row's picture lies}
    ///
    /// @param camera place of the camera in the schema
    /// @param index number of the row
    public PacketEntry packet(int camera, int index) {
        return packets.get(camera).get(index);
    }

    /// {@return a row's encoded picture}
    ///
    /// @param input the journal, open
    /// @param camera place of the camera in the schema
    /// @param index number of the row
    /// @throws IOException when the disk refuses
    public ByteBuffer packetData(DurableInput input, int camera, int index) throws IOException {
        PacketEntry entry = packet(camera, index);
        ByteBuffer data = ByteBuffer.allocate(entry.bytes());
        input.readFully(entry.offset(), data);
        return data.flip();
    }

    /// {@return the encoder's header of a camera}
    ///
    /// @param camera place of the camera in the schema
    public ByteBuffer codecHeader(int camera) {
        ByteBuffer header = codecHeaders.get(camera);
        if (header == null) {
            throw new IllegalStateException("camera %d has no codec header".formatted(camera));
        }
        return header.duplicate();
    }

    /// {@return brightness and colours of a camera's pictures, or null when the journal has none}
    ///
    /// @param camera place of the camera in the schema
    public @Nullable ImageHistogram histogram(int camera) {
        return histograms.get(camera);
    }

    /// {@return how many bytes of the file are whole records}
    public long validBytes() {
        return validBytes;
    }

    /// {@return the file's size, bytes}
    public long fileBytes() {
        return fileBytes;
    }

    /// {@return why reading stopped before the end of the file, or null when the file is whole}
    public @Nullable String stopReason() {
        return stopReason;
    }

    /// {@return how much of the recording is in the complete rows, nanoseconds from the start}
    public long recordedNanos() {
        int complete = completeRows();
        return complete == 0 ? 0 : rows.get(complete - 1).gridNanos() - start.startNanos();
    }
}
