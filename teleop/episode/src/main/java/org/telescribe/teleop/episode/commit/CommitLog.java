package org.telescribe.teleop.episode.commit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.durable.DurableOutput;
import org.telescribe.teleop.episode.model.DatasetException;

/// The bytes of docs/formats/commit-log-v1.md: reads a log, and appends to one. Recorder thread.
public final class CommitLog implements Closeable {
    private static final int VERSION = 1;
    private static final byte[] MAGIC = "TSCOMMIT".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 16;
    private static final int ENTRY_FRAME_BYTES = 8;

    private final DurableOutput output;

    private CommitLog(DurableOutput output) {
        this.output = output;
    }

    /// {@return what a log holds; an empty log when there is no such file}
    ///
    /// @param files where it lies
    /// @param file its name
    /// @throws IOException when the disk refuses
    public static LogContent read(DurableFiles files, Path file) throws IOException {
        if (!files.exists(file)) {
            return LogContent.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(files.read(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (!headerIsWhole(bytes, file)) {
            return new LogContent(List.of(), 0, bytes.capacity());
        }
        List<LogEntry> entries = new ArrayList<>();
        int offset = HEADER_BYTES;
        while (bytes.capacity() - offset >= ENTRY_FRAME_BYTES) {
            int length = bytes.getInt(offset);
            if (length <= 0 || length > bytes.capacity() - offset - ENTRY_FRAME_BYTES) {
                break;
            }
            byte[] json = new byte[length];
            bytes.get(offset + ENTRY_FRAME_BYTES, json);
            if (bytes.getInt(offset + 4) != checksum(length, json)) {
                break;
            }
            entries.add(LogEntryJson.parse(json));
            offset += ENTRY_FRAME_BYTES + length;
        }
        return new LogContent(entries, offset, bytes.capacity());
    }

    private static boolean headerIsWhole(ByteBuffer bytes, Path file) {
        if (bytes.capacity() < HEADER_BYTES) {
            return false;
        }
        byte[] magic = new byte[MAGIC.length];
        bytes.get(0, magic);
        boolean whole = Arrays.equals(magic, MAGIC) && bytes.getInt(HEADER_BYTES - 4) == headerChecksum(bytes);
        if (!whole) {
            if (bytes.capacity() == HEADER_BYTES) {
                return false; // cut off while it was made: nothing was ever committed through it
            }
            throw new DatasetException(("The file %s is not a commit log of this program. Nothing was changed. "
                            + "Move it away and verify the dataset.")
                    .formatted(file));
        }
        int version = bytes.getInt(MAGIC.length);
        if (version != VERSION) {
            throw new DatasetException(("The commit log %s has version %d, this program knows version %d. "
                            + "Nothing was changed. Use the program that recorded the dataset.")
                    .formatted(file, version, VERSION));
        }
        return true;
    }

    private static int headerChecksum(ByteBuffer header) {
        CRC32C crc = new CRC32C();
        crc.update(header.duplicate().limit(HEADER_BYTES - 4).position(0));
        return (int) crc.getValue();
    }

    /// Opens a log for appending; makes it when it is missing and cuts a torn end off.
    ///
    /// @param files where it lies
    /// @param file its name
    /// @param content what [#read] gave
    /// @return the open log
    /// @throws IOException when the disk refuses
    public static CommitLog open(DurableFiles files, Path file, LogContent content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IllegalArgumentException("a commit log needs a directory: " + file);
        }
        boolean there = files.exists(file);
        if (there && content.fileBytes() > content.validBytes()) {
            files.truncate(file, content.validBytes());
        }
        DurableOutput output = there ? files.append(file) : files.create(file);
        if (content.validBytes() == 0) {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            header.put(MAGIC).putInt(VERSION);
            output.write(header.putInt(headerChecksum(header)).flip());
            output.force();
        }
        files.forceDirectory(directory);
        return new CommitLog(output);
    }

    /// Appends an entry and forces it: when it returns, the entry survives power loss.
    ///
    /// @param entry the entry
    /// @throws IOException when the disk refuses; then nobody knows whether the entry survives
    public void append(LogEntry entry) throws IOException {
        byte[] json = LogEntryJson.format(entry);
        output.write(ByteBuffer.allocate(ENTRY_FRAME_BYTES + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(json.length)
                .putInt(checksum(json.length, json))
                .put(json)
                .flip());
        output.force();
    }

    private static int checksum(int length, byte[] json) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .flip());
        crc.update(json);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
