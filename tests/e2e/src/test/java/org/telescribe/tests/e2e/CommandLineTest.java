package org.telescribe.tests.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telescribe.tests.e2e.Program.Outcome;

/// Help, exit codes and sentences.
class CommandLineTest {
    @TempDir
    private Path home = Path.of("");

    private Outcome run(String line) throws Exception {
        return Program.run(home, line.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "demo --help",
                "dataset --help",
                "dataset verify --help",
                "station emulate --help",
                "bench record --help",
                "bench crash --help",
                "doctor --help"
            })
    void everyCommandHasHelp(String line) throws Exception {
        Outcome outcome = run(line);
        assertEquals(0, outcome.exitCode(), outcome.errors());
        assertTrue(outcome.output().contains("Usage: telescribe"), outcome.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo --colour", "dataset", "dataset verify", "frobnicate", "bench record --seconds soon"})
    void wrongUsageIsExitCodeTwoAndOneSentence(String line) throws Exception {
        Outcome outcome = run(line);
        assertEquals(2, outcome.exitCode(), outcome.output());
        assertEquals(1, outcome.errors().lines().filter(text -> !text.isBlank()).count(), outcome.errors());
        assertFalse(outcome.errors().contains("Exception"), outcome.errors());
    }

    @Test
    void missingDatasetIsSaidInOneSentenceWithoutAStackTrace() throws Exception {
        Path missing = home.resolve("no-such-set");
        Outcome outcome = run("dataset info " + missing + " --json");
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.errors().contains("no-such-set"), outcome.errors());
        assertFalse(outcome.errors().contains("\tat "), outcome.errors());
        assertFalse(outcome.json().get("ok").asBoolean());
        assertFalse(Files.exists(missing));
    }

    @Test
    void unreadableSettingsAreKeptAndNamedWithTheirLine() throws Exception {
        Path settings = home.resolve("config/telescribe/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\n  \"version\": 1,\n  \"operator\": \n}\n");
        Outcome outcome = Program.run(home, "settings");
        assertEquals(1, outcome.exitCode(), outcome.output());
        assertTrue(outcome.errors().contains("settings.json, line 4"), outcome.errors());
        assertTrue(Files.readString(settings).contains("\"operator\": \n"));
    }

    @Test
    void logFileIsThereFromTheFirstCommand() throws Exception {
        run("doctor");
        assertTrue(Files.size(home.resolve("state/telescribe/logs/telescribe.log")) > 0);
    }
}
