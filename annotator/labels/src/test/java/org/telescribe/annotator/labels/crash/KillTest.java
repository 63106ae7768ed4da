package org.telescribe.annotator.labels.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.model.TaskId;
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
    private static final TaskId FIRST = new TaskId("s1");

    private final Path file;
    private final SystemSessionClock clock = new SystemSessionClock();
    private final AnswerTruth truth = new AnswerTruth();

    KillTest(@TempDir Path folder) {
        this.file = folder.resolve("labels.db");
        try (LabelStore store = LabelStore.open(file, clock)) {
            store.add("queue", List.of(Drafts.spoon("s1"), Drafts.spoon("s2")));
        }
    }

    @Test
    void nothingThatWasPromisedIsLostByAKillAndTheNextProcessGoesOnAtOnce(TestReporter reporter) throws IOException {
        Random random = new Random(SEED);
        int key = 0;
        int unheard = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int keys = 1 + random.nextInt(MOST_KEYS);
            unheard += live(key, keys, random) ? 0 : 1;
            key += keys;
            try (LabelStore store = LabelStore.open(file, clock)) {
                assertEquals(0, truth.lost(store), "kill %d, seed %d".formatted(kill, SEED));
                List<TaskReading> readings = store.readings(FIRST);
                assertEquals(1, readings.size(), "kill %d, seed %d".formatted(kill, SEED));
                int events = readings.getFirst().events().size();
                assertTrue(events >= truth.promised() && events <= key, "kill %d, seed %d".formatted(kill, SEED));
            }
        }
        reporter.publishEntry(
                "%d kills, seed %d".formatted(KILLS, SEED),
                "%d answers promised, %d kills fell between key and promise".formatted(truth.promised(), unheard));
    }

    /// {@return whether the last key was answered before the kill}
    private boolean live(int firstKey, int keys, Random random) throws IOException {
        try (AnsweringChild child = AnsweringChild.start(file, "s1")) {
            assertEquals("ready", child.hear());
            for (int i = 0; i < keys - 1; i++) {
                child.press(firstKey + i);
                assertTrue(truth.hear(String.valueOf(child.hear())), "the process ended by itself");
            }
            child.press(firstKey + keys - 1);
            new ParkingWait(clock).waitUntil(clock.nanoTime() + random.nextLong(MOST_WAIT_NANOS));
            child.kill();
            boolean heard = false;
            @Nullable String line = child.hear();
            while (line != null) {
                heard |= truth.hear(line);
                line = child.hear();
            }
            return heard;
        }
    }

    @Test
    void twoProcessesAnswerAtTheSameTimeAndBothKeepTheirPromises() throws IOException {
        int keys = 60;
        try (AnsweringChild one = AnsweringChild.start(file, "s1");
                AnsweringChild two = AnsweringChild.start(file, "s2")) {
            assertEquals("ready", one.hear());
            assertEquals("ready", two.hear());
            for (int key = 0; key < keys; key++) {
                one.press(key);
                two.press(key);
            }
            for (int key = 0; key < keys; key++) {
                assertTrue(truth.hear(String.valueOf(one.hear())));
                assertTrue(truth.hear(String.valueOf(two.hear())));
            }
            try (LabelStore store = LabelStore.open(file, clock)) {
                assertEquals(2 * keys, store.eventsAfter(0).size());
                assertEquals(0, truth.lost(store));
            }
        }
    }

    @Test
    void episodeThatAnotherProcessHasOpenIsRefused() throws IOException {
        try (AnsweringChild one = AnsweringChild.start(file, "s1")) {
            assertEquals("ready", one.hear());
            try (AnsweringChild two = AnsweringChild.start(file, "s1")) {
                assertTrue(String.valueOf(two.hear()).startsWith("held by "));
            }
        }
    }
}
