package org.telescribe.annotator.labels.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.devices.core.time.SystemSessionClock;

/// How long an answer takes to the disk, beside what the disk takes for as many bytes: each answer
/// is followed by 20 KiB written and forced bare, so that both meet the same disturbances. Reports
/// the figures; fails only where something is badly wrong. `-Dlabels.answers=N` asks for more
/// answers.
class AppendTimesTest {
    private static final int ANSWERS = Integer.getInteger("labels.answers", 400);
    private static final int WARM_UP = 300;
    private static final int BARE_BYTES = 20 * 1024;
    private static final int ANSWERS_TO_A_CHECKPOINT = 40;
    private static final double MOST_TIMES_THE_DISK = 20;

    private final SystemSessionClock clock = new SystemSessionClock();
    private final double[] answers = new double[ANSWERS];
    private final double[] bare = new double[ANSWERS];

    @Test
    void answerIsOnTheDiskNotLongAfterItsBytesCouldBe(@TempDir Path folder, TestReporter reporter) throws IOException {
        try (LabelStore store = LabelStore.open(folder.resolve("labels.db"), clock);
                FileChannel disk = FileChannel.open(
                        folder.resolve("bare"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            store.add("queue", List.of(Drafts.spoon("s1"), Drafts.spoon("s2")));
            answer(store, StoreBench.judge(store, StoreBench.SECOND, "ada"), disk, WARM_UP);
            answer(store, StoreBench.judge(store, StoreBench.FIRST, "ada"), disk, ANSWERS);
        }
        say(reporter, "answer, millis", answers);
        say(reporter, "bare bytes, millis", bare);
        double times = at(answers, 0.5) / at(bare, 0.5);
        reporter.publishEntry("median over that of its bytes alone", "%.1f".formatted(times));
        assertTrue(times < MOST_TIMES_THE_DISK, "an answer takes %.1f times as long as its bytes".formatted(times));
    }

    private void answer(LabelStore store, LabelSession session, FileChannel disk, int count) throws IOException {
        List<ItemId> facts = List.of(Drafts.LIES, Drafts.GRASP, Drafts.ACTOR, Drafts.LEFTWARD);
        for (int i = 0; i < count; i++) {
            long start = clock.nanoTime();
            session.accept(facts.get(i % facts.size()), Viewing.NOTHING);
            long saved = clock.nanoTime();
            disk.write(ByteBuffer.allocate(BARE_BYTES));
            disk.force(false);
            answers[i % ANSWERS] = (saved - start) * 1e-6;
            bare[i % ANSWERS] = (clock.nanoTime() - saved) * 1e-6;
            if (i % ANSWERS_TO_A_CHECKPOINT == 0) {
                store.checkpoint();
            }
        }
    }

    private static void say(TestReporter reporter, String what, double[] millis) {
        Arrays.sort(millis);
        String figures = "%d: p50 %.2f, p95 %.2f, p99 %.2f, most %.2f"
                .formatted(ANSWERS, at(millis, 0.50), at(millis, 0.95), at(millis, 0.99), millis[ANSWERS - 1]);
        reporter.publishEntry(what, figures);
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(quantile * sorted.length))];
    }
}
