package org.telescribe.teleop.episode.commit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.telescribe.teleop.episode.durable.DurableFiles;
import org.telescribe.teleop.episode.durable.DurableInput;

/// Hashes of files.
public final class Sha256 {
    private static final int CHUNK_BYTES = 1 << 20;
    private static final int REHEARSAL_CHUNKS = 12;

    private Sha256() {}

    /// Hashes some megabytes of nothing, after which the machine code for it is there: five times as
    /// fast.
    public static void rehearse() {
        MessageDigest digest = digest();
        byte[] nothing = new byte[CHUNK_BYTES];
        for (int i = 0; i < REHEARSAL_CHUNKS; i++) {
            digest.update(nothing);
        }
        if (digest.digest().length == 0) {
            throw new IllegalStateException("a hash has bytes");
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// {@return the hash of a file, lower-case hexadecimal}
    ///
    /// @param files where it lies
    /// @param file its name
    /// @throws IOException when the disk refuses
    public static String of(DurableFiles files, Path file) throws IOException {
        try (DurableInput input = files.open(file)) {
            MessageDigest digest = digest();
            ByteBuffer chunk = ByteBuffer.allocate(Math.clamp(input.sizeBytes(), 1, CHUNK_BYTES));
            long offset = 0;
            int count = input.read(offset, chunk);
            while (count > 0) {
                digest.update(chunk.flip());
                chunk.clear();
                offset += count;
                count = input.read(offset, chunk);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
