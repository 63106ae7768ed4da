package org.telescribe.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.telescribe.app.console.CommandFailed;

/// What another process reads in the store of labels while this one has it open.
///
/// @param facts facts judged
/// @param questions questions answered
/// @param handedOver episodes handed over
record JudgedFacts(int facts, int questions, int handedOver) {
    private static final long PATIENCE_SECONDS = 60;

    /// Asks a process of its own.
    ///
    /// @param folder takes what it prints
    static JudgedFacts readBack(Path folder) throws CommandFailed {
        Path output = folder.resolve("labels.json");
        try {
            Files.createDirectories(folder);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.telescribe.app.Main",
                            "labels",
                            "list",
                            "--json")
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new CommandFailed(
                        "Another process could not read the verdicts back. They are safe. Try: telescribe labels list");
            }
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            JsonNode said = new ObjectMapper().readTree(lines.getLast());
            return new JudgedFacts(
                    said.path("facts_judged").asInt(),
                    said.path("questions_answered").asInt(),
                    said.path("handed_over").asInt());
        } catch (IOException refused) {
            throw new CommandFailed(
                    "The verdicts were not read back: %s. They are safe.".formatted(refused.getMessage()), refused);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("The demonstration was interrupted. What was saved is safe.", stop);
        }
    }
}
