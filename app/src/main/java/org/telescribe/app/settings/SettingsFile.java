package org.telescribe.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The settings file. It is replaced whole and only by what the user changed; one that cannot be read
/// is kept and reported, never replaced by defaults.
///
/// @param file where it is
public record SettingsFile(Path file) {
    private static ObjectMapper mapper() {
        return new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    /// {@return the settings; untouched ones when there is no file}
    ///
    /// @throws SettingsUnreadable when the file is there and cannot be used; the message says why, for
    ///     people
    public Settings read() throws SettingsUnreadable {
        if (!Files.exists(file)) {
            return Settings.untouched();
        }
        try {
            Settings settings = mapper().readValue(file.toFile(), Settings.class);
            if (settings.version() != Settings.VERSION) {
                throw new SettingsUnreadable(
                        "%s has version %d, this Telescribe reads version %d. The file was not changed. Update Telescribe, or move the file away to start with fresh settings."
                                .formatted(file, settings.version(), Settings.VERSION));
            }
            return settings;
        } catch (JsonProcessingException wrong) {
            long line = wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr();
            throw new SettingsUnreadable(
                    "%s, line %d: %s. The file was not changed. Mend that line, or move the file away to start with fresh settings."
                            .formatted(file, line, firstSentence(wrong.getOriginalMessage())));
        } catch (IOException refused) {
            throw new SettingsUnreadable(
                    "%s cannot be read: %s. Check its permissions.".formatted(file, refused.getMessage()));
        }
    }

    private static String firstSentence(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /// Replaces the file whole: a new file is forced to disk, then moved into place.
    ///
    /// @param settings what to write
    /// @throws IOException when the disk refuses; the file before is then still there
    public void write(Settings settings) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, mapper().writeValueAsBytes(settings));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
