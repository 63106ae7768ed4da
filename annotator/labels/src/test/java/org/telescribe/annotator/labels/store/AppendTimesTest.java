package org.telescribe.annotator.labels.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.devices.core.time.SystemSessionClock;

/// How long an answer takes to the disk. Prints the figures; fails only where something is badly wrong,
/// since tests run on busy machines. `-Dlabels.answers=N` asks for more answers.
class AppendTimesTest {
    private static final int ANSWERS = Integer.getInteger("labels.answers", 400);
    private static final int WARM_UP = 100;
    private static final double SLOWEST_MEDIAN_MILLIS = 100;

    @Test
    void answerIsOnTheDiskSoon(@TempDir Path folder) {
        SystemSessionClock clock = new SystemSessionClock();
        List<ItemId> facts = List.of(Drafts.LIES, Drafts.GRASP, Drafts.ACTOR, Drafts.LEFTWARD);
        double[] millis = new double[ANSWERS];
        try (LabelStore store = LabelStore.open(folder.resolve("labels.db"), clock)) {
            store.add("queue", List.of(Drafts.spoon("s1"), Drafts.spoon("s2")));
            LabelSession warm = StoreBench.judge(store, StoreBench.SECOND, "ada");
            for (int i = 0; i < WARM_UP; i++) {
                warm.accept(facts.get(i % facts.size()), Viewing.NOTHING);
            }
            LabelSession session = StoreBench.judge(store, StoreBench.FIRST, "ada");
            for (int i = 0; i < ANSWERS; i++) {
                long before = clock.nanoTime();
                session.accept(facts.get(i % facts.size()), Viewing.NOTHING);
                millis[i] = (clock.nanoTime() - before) * 1e-6;
                if (i % 20 == 19) {
                    store.checkpoint();
                }
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "%d answers: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, most %.2f ms%n",
                ANSWERS, at(millis, 0.50), at(millis, 0.95), at(millis, 0.99), millis[ANSWERS - 1]);
        assertTrue(at(millis, 0.5) < SLOWEST_MEDIAN_MILLIS, "half of the answers took " + at(millis, 0.5) + " ms");
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(quantile * sorted.length))];
    }
}
