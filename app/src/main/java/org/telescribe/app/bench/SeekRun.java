package org.telescribe.app.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.telescribe.app.window.ViewBenchWindow.Measurement;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.viewer3d.fx.player.PlayerPane;
import org.telescribe.viewer3d.playback.player.PaneBadge;
import org.telescribe.viewer3d.playback.player.PaneState;

/// Goes to one picture after the other and waits until the numbers in all panes' pixels are the
/// wanted one. Requests come at random moments between two pulses of the screen, as a finger's do,
/// and their time counts from before they reach the screen's thread. A pane that says that it is
/// exact and shows another number is counted as wrong.
final class SeekRun implements Measurement {
    private static final int RESTS = 3;
    private static final long PULSE_NANOS = 16_700_000L;

    private final List<Integer> targets;
    private final String name;
    private final SessionClock clock;
    private final PrintWriter csv;
    private final Random moments = new Random(5);
    private final PaneCounter counter = new PaneCounter();
    private final List<Double> millis = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private int next;
    private int wanted = -1;
    private int rest = RESTS;
    private boolean posted;
    private long askedNanos;
    private int wrong;

    /// A request.
    ///
    /// @param askedNanos session clock
    /// @param arrivedNanos session clock
    private record Span(long askedNanos, long arrivedNanos) {}

    private SeekRun(String name, List<Integer> targets, SessionClock clock, PrintWriter csv) {
        this.name = name;
        this.clock = clock;
        this.targets = targets;
        this.csv = csv;
    }

    static SeekRun random(int rows, int count, SessionClock clock, PrintWriter csv) {
        List<Integer> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            all.add(row);
        }
        Collections.shuffle(all, new Random(7));
        return new SeekRun("seek", all.subList(0, Math.min(count, rows)), clock, csv);
    }

    /// From a few places, twenty pictures back one by one; going to the place is not counted, and a few
    /// pulses pass before the first step, as before a finger moves.
    static SeekRun backwards(int rows, int places, SessionClock clock, PrintWriter csv) {
        Random random = new Random(11);
        List<Integer> targets = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            int from = 50 + random.nextInt(rows - 60);
            targets.add(-from);
            for (int step = 1; step <= 20; step++) {
                targets.add(from - step);
            }
        }
        return new SeekRun("step_back", targets, clock, csv);
    }

    double percentile(double share) {
        return BenchResult.percentile(
                millis.stream().mapToDouble(Double::doubleValue).toArray(), share);
    }

    /// {@return the same over the requests during which no processor stood still}
    ///
    /// @param share of the requests
    /// @param stops when processors stood still
    double percentileWithout(double share, List<MachineStop> stops) {
        return BenchResult.percentile(
                spans.stream()
                        .filter(span ->
                                stops.stream().noneMatch(stop -> stop.overlaps(span.askedNanos(), span.arrivedNanos())))
                        .mapToDouble(span -> (span.arrivedNanos() - span.askedNanos()) * 1e-6)
                        .toArray(),
                share);
    }

    int wrong() {
        return wrong;
    }

    @Override
    public boolean look(PlayerPane pane, long nowNanos) {
        if (wanted >= 0) {
            if (!arrived(pane)) {
                return false;
            }
            int target = targets.get(next);
            if (target >= 0) {
                double took = (nowNanos - askedNanos) * 1e-6;
                millis.add(took);
                spans.add(new Span(askedNanos, nowNanos));
                csv.printf("%s,%d,%.3f%n", name, target, took);
            }
            next++;
            wanted = -1;
            rest = target < 0 || name.equals("seek") ? 0 : RESTS;
            return next >= targets.size();
        }
        if (rest < RESTS) {
            rest++;
            return false;
        }
        if (!posted) {
            posted = true;
            CompletableFuture.delayedExecutor(moments.nextLong(PULSE_NANOS), TimeUnit.NANOSECONDS)
                    .execute(() -> post(pane, targets.get(next)));
        }
        return false;
    }

    private void post(PlayerPane pane, int target) {
        long postedNanos = clock.nanoTime();
        Platform.runLater(() -> {
            posted = false;
            wanted = Math.abs(target);
            askedNanos = postedNanos;
            if (target >= 0 && name.equals("step_back")) {
                pane.step(-1);
            } else {
                pane.player().seekRow(wanted);
            }
        });
    }

    private boolean arrived(PlayerPane pane) {
        boolean all = true;
        List<PaneState> states = pane.player().states();
        for (int camera = 0; camera < states.size(); camera++) {
            boolean exact = states.get(camera).badge() instanceof PaneBadge.Exact
                    && states.get(camera).wantedFrame() == wanted;
            long shown = counter.read(pane.picture(camera));
            if (exact && shown != wanted) {
                wrong++;
            }
            all &= exact && shown == wanted;
        }
        return all;
    }
}
