package org.telescribe.teleop.episode.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The bytes of docs/formats/journal-v2.md.
final class JournalFormat {
    static final int VERSION = 2;
    /// Had neither marks nor results; everything else was the same.
    static final int OLDEST_VERSION = 1;
    static final int FILE_HEADER_BYTES = 16;
    /// Length, kind, sequence, nanoseconds.
    static final int RECORD_HEADER_BYTES = 4 + 1 + 4 + 8;
    static final int RECORD_TRAILER_BYTES = 4;
    static final byte SUCCESS = 1;
    static final byte FAILURE = 2;
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
        END(6),
        MARK(7),
        RESULT(8);

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
        ByteBuffer header = ByteBuffer.allocate(FILE_HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).putInt(VERSION);
        return header.putInt(checksum(header)).flip();
    }

    private static int checksum(ByteBuffer header) {
        CRC32C crc = new CRC32C();
        crc.update(header.duplicate().limit(FILE_HEADER_BYTES - 4).position(0));
        return (int) crc.getValue();
    }

    /// {@return the file's version, 0 when the file is no journal or not even its header is whole}
    static int versionOf(ByteBuffer fileHeader) {
        ByteBuffer header = fileHeader.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[MAGIC.length];
        header.get(0, magic);
        boolean whole = Arrays.equals(magic, MAGIC) && header.getInt(FILE_HEADER_BYTES - 4) == checksum(header);
        return whole ? header.getInt(MAGIC.length) : 0;
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
