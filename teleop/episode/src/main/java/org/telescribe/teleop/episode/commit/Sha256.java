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

    private Sha256() {}

    /// {@return the hash of a file, lower-case hexadecimal}
    ///
    /// @param files where it lies
    /// @param file its name
    /// @throws IOException when the disk refuses
    public static String of(DurableFiles files, Path file) throws IOException {
        try (DurableInput input = files.open(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
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
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
