package org.telescribe.app.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.state.Verdict;
import org.telescribe.annotator.labels.store.LabelSession;
import org.telescribe.app.annotate.AnnotatePage;
import org.telescribe.app.window.JudgeBenchWindow;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.fx.player.PlayerPane;

/// Judges one episode after the other: lets each be seen, accepts everything, hands it over. Keys
/// come at random moments between two pulses; a key's time counts from before it reaches the
/// screen's thread until its answer is on the disk.
final class JudgeRun {
    private static final long PULSE_NANOS = 16_700_000L;
    private static final long GAP_NANOS = 40_000_000L;
    private static final int WATCH_STEP = 4;

    private final JudgeBenchWindow window;
    private final SessionClock clock;
    private final int episodes;
    private final Random moments = new Random(5);
    private final List<Double> commitMillis = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> nextMillis = new ArrayList<>();
    private final AtomicLong postedNanos = new AtomicLong();
    private @Nullable LabelSession judged;
    private int keys;
    private int things;
    private int done;
    private int row;
    private volatile boolean waits;
    private volatile long enterNanos;

    JudgeRun(JudgeBenchWindow window, SessionClock clock, int episodes) {
        this.window = window;
        this.clock = clock;
        this.episodes = episodes;
        window.annotate().onDisk(saved -> {
            long posted = postedNanos.getAndSet(0);
            if (posted != 0) {
                commitMillis.add((clock.nanoTime() - posted) * 1e-6);
            }
            waits = false;
        });
    }

    /// Called on every pulse.
    ///
    /// @return whether everything is judged
    boolean look() {
        AnnotatePage page = window.annotate();
        LabelSession session = page.session();
        if (done == episodes) {
            return true;
        }
        if (session == null || session == judged || !page.isSeen()) {
            return false;
        }
        if (enterNanos != 0) {
            nextMillis.add((clock.nanoTime() - enterNanos) * 1e-6);
            enterNanos = 0;
        }
        PlayerPane pane = page.pane();
        if (pane == null || waits) {
            return false;
        }
        int rows = pane.player().clip().rows();
        if (row < rows + WATCH_STEP) {
            pane.player().pause();
            pane.player().seekRow(Math.min(row, rows - 1));
            row += WATCH_STEP;
            return false;
        }
        waits = true;
        if (page.left() > 0) {
            post(KeyCode.A);
        } else {
            things += (int) session.state().items().stream()
                    .filter(item -> !(item.verdict() instanceof Verdict.Open))
                    .count();
            done++;
            judged = session;
            row = 0;
            post(KeyCode.ENTER);
        }
        return done == episodes;
    }

    private void post(KeyCode code) {
        keys++;
        CompletableFuture.delayedExecutor(GAP_NANOS + moments.nextLong(PULSE_NANOS), TimeUnit.NANOSECONDS)
                .execute(() -> {
                    long nowNanos = clock.nanoTime();
                    postedNanos.set(nowNanos);
                    if (code == KeyCode.ENTER) {
                        enterNanos = nowNanos;
                    }
                    Platform.runLater(() -> window.press(code));
                });
    }

    void put(BenchResult result) {
        double[] commits =
                commitMillis.stream().mapToDouble(Double::doubleValue).toArray();
        double[] nexts = nextMillis.stream().mapToDouble(Double::doubleValue).toArray();
        result.put("answers", commits.length);
        result.put("commit_ms_p50", BenchResult.percentile(commits, 0.5));
        result.put("commit_ms_p95", BenchResult.percentile(commits, 0.95));
        result.put("commit_ms_p99", BenchResult.percentile(commits, 0.99));
        result.put("commit_ms_max", BenchResult.percentile(commits, 1));
        result.put("episodes", done);
        result.put("next_ms_p50", BenchResult.percentile(nexts, 0.5));
        result.put("next_ms_p95", BenchResult.percentile(nexts, 0.95));
        result.put("things_judged", things);
        result.put("keys_per_fact", (double) keys / Math.max(1, things));
    }
}
