package org.telescribe.annotator.labels.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.state.HistoryEntry;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.annotator.labels.store.TaskReading;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;

/// Kills processes that answer, 0 to 10 ms after a key. The number of kills is `-Dlabels.kills=N`, their
/// moments follow from `-Dlabels.seed=N`.
class KillTest {
    private static final int KILLS = Integer.getInteger("labels.kills", 24);
    private static final long SEED = Long.getLong("labels.seed", 1);
    private static final int MOST_KEYS = 12;
    private static final long MOST_WAIT_NANOS = 10_000_000L;
    private static final TaskId TASK = new TaskId("s1");

    private final Path file;
    private final SystemSessionClock clock = new SystemSessionClock();
    private final AnswerTruth truth = new AnswerTruth();

    KillTest(@TempDir Path folder) {
        this.file = folder.resolve("labels.db");
    }

    @Test
    void nothingThatWasPromisedIsLostByAKill() throws IOException, InterruptedException {
        try (LabelStore store = LabelStore.open(file, clock)) {
            store.add("queue", List.of(Drafts.spoon("s1")));
        }
        Random random = new Random(SEED);
        int key = 0;
        int unheard = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int keys = 1 + random.nextInt(MOST_KEYS);
            unheard += live(key, keys, random) ? 0 : 1;
            key += keys;
            try (LabelStore store = LabelStore.open(file, clock)) {
                assertEquals(0, truth.lost(store), "kill %d, seed %d".formatted(kill, SEED));
                checkWhole(store);
            }
        }
        assertTrue(truth.promised() > KILLS, "only %d answers were promised".formatted(truth.promised()));
        System.out.printf(
                "%d kills, seed %d: %d answers promised, 0 lost; %d kills fell between key and promise%n",
                KILLS, SEED, truth.promised(), unheard);
    }

    /// {@return whether the last key was answered before the kill}
    private boolean live(int firstKey, int keys, Random random) throws IOException, InterruptedException {
        Process process = start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
            assertEquals("ready", lines.readLine());
            for (int i = 0; i < keys - 1; i++) {
                press(input, firstKey + i);
                assertTrue(truth.hear(String.valueOf(lines.readLine())), "the process ended by itself");
            }
            press(input, firstKey + keys - 1);
            long killNanos = clock.nanoTime() + random.nextLong(MOST_WAIT_NANOS);
            new ParkingWait(clock).waitUntil(killNanos);
            process.toHandle().destroyForcibly();
            boolean heard = false;
            @Nullable String line = lines.readLine();
            while (line != null) {
                heard |= truth.hear(line);
                line = lines.readLine();
            }
            assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the killed process does not end");
            return heard;
        }
    }

    private static void press(Writer input, int key) throws IOException {
        input.write(key + "\n");
        input.flush();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnsweringProcess.class.getName(),
                        file.toString(),
                        TASK.value())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// One reading, folded without complaint, in which every event is one that was promised or that the
    /// kill kept from being promised.
    private static void checkWhole(LabelStore store) {
        List<TaskReading> readings = store.readings(TASK);
        assertEquals(1, readings.size());
        assertEquals(
                readings.getFirst().events().stream()
                        .filter(event -> event.isStatement())
                        .count(),
                readings.getFirst().state().history().stream()
                        .map(HistoryEntry::event)
                        .distinct()
                        .count());
    }
}
