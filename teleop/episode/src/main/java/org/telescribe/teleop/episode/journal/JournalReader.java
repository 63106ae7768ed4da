package org.telescribe.teleop.episode.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.durable.DurableInput;
import org.telescribe.teleop.episode.journal.JournalFormat.Kind;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeSchema;

/// Reads a journal as far as it is whole: the longest prefix of records whose length, sequence and
/// checksum are right, and the reason why it ends there. Confined to one thread.
public final class JournalReader {
    private static final int WINDOW_BYTES = 4 << 20;

    private final Path file;
    private final DurableInput input;
    private ByteBuffer window =
            ByteBuffer.allocate(WINDOW_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long windowStart;
    private int sequence;
    private @Nullable JournalContent content;

    private JournalReader(Path file, DurableInput input) {
        this.file = file;
        this.input = input;
        this.window = ByteBuffer.allocate(Math.clamp(input.sizeBytes(), 0, WINDOW_BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .limit(0);
    }

    /// Reads a journal.
    ///
    /// @param files where it lies
    /// @param file its name
    /// @return what it holds; null when not even its first record is whole, so that there is
    ///     nothing to recover
    /// @throws IOException when the disk refuses
    /// @throws DatasetException when it was written by a newer version of this program
    public static @Nullable JournalContent read(DurableFiles files, Path file) throws IOException {
        try (DurableInput input = files.open(file)) {
            return new JournalReader(file, input).readAll();
        }
    }

    private @Nullable JournalContent readAll() throws IOException {
        if (!load(0, JournalFormat.FILE_HEADER_BYTES)) {
            return null;
        }
        int version = JournalFormat.versionOf(window.duplicate());
        if (version == 0) {
            return null;
        }
        if (version < JournalFormat.OLDEST_VERSION || version > JournalFormat.VERSION) {
            throw new DatasetException(("The journal %s has format version %d, this program reads version %d. "
                            + "The episode is untouched; open the dataset with the program that recorded it.")
                    .formatted(file, version, JournalFormat.VERSION));
        }
        long offset = JournalFormat.FILE_HEADER_BYTES;
        String stop = null;
        while (stop == null && offset < input.sizeBytes()) {
            stop = readRecord(offset);
            if (stop == null) {
                offset += windowRecordBytes(offset);
            }
        }
        if (content != null) {
            content.ended(offset, input.sizeBytes(), stop);
        }
        return content;
    }

    private int windowRecordBytes(long offset) {
        return JournalFormat.RECORD_HEADER_BYTES
                + window.getInt((int) (offset - windowStart))
                + JournalFormat.RECORD_TRAILER_BYTES;
    }

    /// Reads one record; says why it is not whole, or null when it is.
    private @Nullable String readRecord(long offset) throws IOException {
        if (!load(offset, JournalFormat.RECORD_HEADER_BYTES)) {
            return "the last record is cut off in its header";
        }
        int length = window.getInt((int) (offset - windowStart));
        if (length < 0 || length > JournalFormat.MAX_PAYLOAD_BYTES) {
            return "a record says that it has %d bytes".formatted(length);
        }
        int bytes = JournalFormat.RECORD_HEADER_BYTES + length + JournalFormat.RECORD_TRAILER_BYTES;
        if (!load(offset, bytes)) {
            return "the last record is cut off";
        }
        ByteBuffer record = window.slice((int) (offset - windowStart), bytes).order(ByteOrder.LITTLE_ENDIAN);
        CRC32C crc = new CRC32C();
        crc.update(record.duplicate().limit(bytes - JournalFormat.RECORD_TRAILER_BYTES));
        if ((int) crc.getValue() != record.getInt(bytes - JournalFormat.RECORD_TRAILER_BYTES)) {
            return "a record's checksum is wrong";
        }
        Kind kind = Kind.of(record.get(4));
        if (kind == null || record.getInt(5) != sequence) {
            return "record %d is of another kind or place".formatted(sequence);
        }
        sequence++;
        ByteBuffer payload =
                record.slice(JournalFormat.RECORD_HEADER_BYTES, length).order(ByteOrder.LITTLE_ENDIAN);
        return take(kind, record.getLong(9), payload, offset + JournalFormat.RECORD_HEADER_BYTES);
    }

    private @Nullable String take(Kind kind, long nanos, ByteBuffer payload, long payloadOffset) {
        try {
            JournalContent known = content;
            if (known == null) {
                if (kind != Kind.HEADER) {
                    return "the first record is not the header";
                }
                content = new JournalContent(file, header(payload));
                return null;
            }
            return known.take(kind, nanos, payload, payloadOffset);
        } catch (JsonProcessingException | IllegalArgumentException | BufferUnderflowException broken) {
            return "record %d cannot be understood: %s".formatted(sequence - 1, broken.getMessage());
        }
    }

    private JsonNode header(ByteBuffer payload) throws JsonProcessingException {
        JsonNode root = JournalJson.parse(bytes(payload));
        int version = root.path("schema_version").asInt();
        if (version < EpisodeSchema.OLDEST_VERSION || version > EpisodeSchema.VERSION) {
            throw new DatasetException(("The journal %s has column version %d, this program knows version %d. "
                            + "The episode is untouched; open the dataset with the program that recorded it.")
                    .formatted(file, version, EpisodeSchema.VERSION));
        }
        return root;
    }

    /// Sees to it that the window holds so many bytes from the offset; false when the file ends
    /// before.
    private boolean load(long offset, int bytes) throws IOException {
        if (offset + bytes > input.sizeBytes()) {
            return false;
        }
        if (offset >= windowStart && offset + bytes <= windowStart + window.limit()) {
            return true;
        }
        if (bytes > window.capacity()) {
            window = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        window.clear().limit((int) Math.min(window.capacity(), input.sizeBytes() - offset));
        input.readFully(offset, window);
        window.flip();
        windowStart = offset;
        return true;
    }

    static byte[] bytes(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return bytes;
    }
}
