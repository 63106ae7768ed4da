package org.telescribe.teleop.episode.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The bytes of docs/formats/journal-v1.md.
final class JournalFormat {
    static final int VERSION = 1;
    static final int FILE_HEADER_BYTES = 12;
    /// Length, kind, sequence, nanoseconds.
    static final int RECORD_HEADER_BYTES = 4 + 1 + 4 + 8;
    static final int RECORD_TRAILER_BYTES = 4;
    static final int MAX_PAYLOAD_BYTES = 64 << 20;

    private static final byte[] MAGIC = "TSJOURNL".getBytes(StandardCharsets.US_ASCII);

    private JournalFormat() {}

    /// What a record holds.
    enum Kind {
        HEADER(1),
        CODEC(2),
        ROW(3),
        PACKET(4),
        HISTOGRAM(5),
        END(6);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        byte code() {
            return code;
        }

        static @Nullable Kind of(byte code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            return null;
        }
    }

    static ByteBuffer fileHeader() {
        return ByteBuffer.allocate(FILE_HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putInt(VERSION)
                .flip();
    }

    /// {@return the file's version, 0 when the file is no journal}
    static int versionOf(ByteBuffer fileHeader) {
        byte[] magic = new byte[MAGIC.length];
        fileHeader.get(0, magic);
        return Arrays.equals(magic, MAGIC)
                ? fileHeader.order(ByteOrder.LITTLE_ENDIAN).getInt(MAGIC.length)
                : 0;
    }

    /// Appends a record to a buffer that has room for it.
    static void put(ByteBuffer into, Kind kind, int sequence, long nanos, ByteBuffer payload) {
        int start = into.position();
        into.putInt(payload.remaining()).put(kind.code()).putInt(sequence).putLong(nanos);
        into.put(payload);
        CRC32C crc = new CRC32C();
        crc.update(into.duplicate().flip().position(start));
        into.putInt((int) crc.getValue());
    }
}
