package org.telescribe.teleop.episode.durable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NioDurableFilesTest {
    private final NioDurableFiles files = new NioDurableFiles();

    @TempDir
    Path directory = Path.of("");

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aThreadThatIsToldToEndStillFinishesItsWrites() throws IOException {
        Path file = directory.resolve("a/b/file");
        Thread.currentThread().interrupt();
        try {
            files.makeDirectories(directory.resolve("a/b"));
            try (DurableOutput output = files.create(file)) {
                output.write(text("every byte"));
                output.force();
            }
            files.forceDirectory(directory.resolve("a/b"));
            files.rename(file, directory.resolve("a/b/renamed"));
            assertArrayEquals(text("every byte").array(), files.read(directory.resolve("a/b/renamed")));
        } finally {
            assertTrue(Thread.interrupted(), "the order to end is still there");
        }
    }

    @Test
    void appendingGoesOnAtTheEndAndNothingIsReplacedByCreating() throws IOException {
        Path file = directory.resolve("file");
        files.write(file, text("one").array());
        try (DurableOutput output = files.append(file)) {
            output.write(text(" two"));
        }
        assertEquals("one two", new String(files.read(file), StandardCharsets.UTF_8));
        assertThrows(FileAlreadyExistsException.class, () -> files.create(file));
        files.truncate(file, 3);
        assertEquals(3, files.sizeBytes(file));
    }

    @Test
    void whatIsNotThereIsSaidAndNotMade() throws IOException {
        Path missing = directory.resolve("missing");
        assertThrows(NoSuchFileException.class, () -> files.append(missing));
        assertThrows(NoSuchFileException.class, () -> files.open(missing));
        assertThrows(NoSuchFileException.class, () -> files.adopt(missing));
        assertFalse(files.exists(missing));
        assertEquals(List.of(), files.list(missing));
    }
}
