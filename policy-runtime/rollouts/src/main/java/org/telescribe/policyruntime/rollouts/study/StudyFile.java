package org.telescribe.policyruntime.rollouts.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A study's file: a JSON object a line, only ever added to, on the disk before [#append] returns. One
/// writer at a time.
public final class StudyFile {
    /// Its name beside the rollouts' dataset.
    public static final String NAME = "rollouts.jsonl";

    private final Path file;

    /// The study of a folder, whether it is there yet or not.
    ///
    /// @param folder folder of the rollouts
    public StudyFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /// {@return whether it is there}
    public boolean exists() {
        return Files.isRegularFile(file);
    }

    /// Adds an event.
    ///
    /// @param event what happened
    /// @throws StudyUnreadable when the disk refuses; what was there before is untouched
    public void append(StudyEvent event) throws StudyUnreadable {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                long end = endOfLastWholeLine(channel);
                channel.truncate(end); // what a crash tore off is no line
                channel.position(end);
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(StudyJson.line(event) + "\n");
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException refused) {
            throw new StudyUnreadable(
                    "%s cannot be written (%s). What was there is safe. Free space or choose another folder."
                            .formatted(file, refused.getMessage()),
                    refused);
        }
    }

    private static long endOfLastWholeLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long at = channel.size(); at > 0; at--) {
            one.clear();
            channel.read(one, at - 1);
            if (one.get(0) == '\n') {
                return at;
            }
        }
        return 0;
    }

    /// {@return whether its last line has no end: a crash tore it off, and [#read] leaves it out}
    ///
    /// @throws StudyUnreadable when it cannot be read
    public boolean isTorn() throws StudyUnreadable {
        String text = text();
        return !text.isEmpty() && !text.endsWith("\n");
    }

    /// Reads it. A last line without its end is left out, see [#isTorn].
    ///
    /// @return the study
    /// @throws StudyUnreadable when it cannot be read, with the line and the reason
    public Study read() throws StudyUnreadable {
        String text = text();
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        List<StudyEvent> events = new ArrayList<>();
        int number = 0;
        for (String line : whole.lines().toList()) {
            number++;
            try {
                events.add(StudyJson.event(line));
            } catch (JsonProcessingException bad) {
                throw new StudyUnreadable(
                        "%s, line %d: %s. Nothing was changed. Take the file back from a copy, or remove the line."
                                .formatted(file, number, bad.getOriginalMessage()),
                        bad);
            }
        }
        Optional<String> wrong = StudyOrder.contradiction(events);
        if (wrong.isPresent()) {
            throw new StudyUnreadable(
                    "%s, %s. Nothing was changed. Choose another study, or take the file back from a copy."
                            .formatted(file, wrong.get()));
        }
        return Study.of(events);
    }

    private String text() throws StudyUnreadable {
        try {
            return Files.readString(file);
        } catch (IOException refused) {
            throw new StudyUnreadable(
                    "%s cannot be read (%s). Choose the folder of a study.".formatted(file, refused.getMessage()),
                    refused);
        }
    }
}
