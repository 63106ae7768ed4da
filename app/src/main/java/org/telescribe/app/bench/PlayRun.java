package org.telescribe.app.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.telescribe.app.window.ViewBenchWindow.Measurement;
import org.telescribe.viewer3d.fx.player.PlayerPane;

/// Plays from the start: first a while that is not measured, then for a time.
final class PlayRun implements Measurement {
    private static final long SLIP_NANOS = 30_000_000L;
    private static final long SEEN_WITHIN_NANOS = 100_000_000L;

    private final long nanos;
    private final long leadNanos;
    private long leadLate;
    private boolean led;
    private final Runnable afterASecond;
    private final PrintWriter csv;
    private long seenLate;
    private long sinceNanos = -1;
    private long lookedNanos = Long.MAX_VALUE;
    private boolean called;
    private final List<Late> lateAt = new ArrayList<>();
    private long beganNanos;
    private long endedNanos;
    private long picturesBefore;

    /// Pictures that were found late at a pulse.
    ///
    /// @param seenNanos session clock
    /// @param pictures how many
    private record Late(long seenNanos, long pictures) {}

    private long pictures;

    PlayRun(long leadNanos, long nanos, PrintWriter csv, Runnable afterASecond) {
        this.leadNanos = leadNanos;
        this.nanos = nanos;
        this.csv = csv;
        this.afterASecond = afterASecond;
    }

    /// {@return late pictures before the measurement}
    long leadLate() {
        return leadLate;
    }

    long spacePictures() {
        return pictures;
    }

    /// {@return how many pictures were late within 0.1 s of a stop of a processor}
    ///
    /// @param stops when processors stood still
    long lateWhileStopped(List<MachineStop> stops) {
        return lateAt.stream()
                .filter(late -> stops.stream()
                        .anyMatch(stop -> stop.overlaps(late.seenNanos() - SEEN_WITHIN_NANOS, late.seenNanos())))
                .mapToLong(Late::pictures)
                .sum();
    }

    /// Puts how often processors stood still meanwhile.
    void putStops(List<MachineStop> stops, BenchResult result) {
        MachineStop.put(stops, beganNanos, endedNanos, result);
    }

    @Override
    public boolean look(PlayerPane pane, long nowNanos) {
        if (sinceNanos < 0) {
            pane.player().seek(0);
            sinceNanos = nowNanos;
            return false;
        }
        long passed = nowNanos - sinceNanos;
        if (!pane.player().isPlaying()) {
            if (!pane.isSettled() || passed < 500_000_000L) {
                return false;
            }
            pane.player().resetCounters();
            pane.toggle();
            picturesBefore = pane.space().pictures();
            sinceNanos = nowNanos;
            return false;
        }
        if (!led && passed >= leadNanos) {
            led = true;
            beganNanos = nowNanos;
            leadLate = pane.player().counters().lateFrames();
            pane.player().resetCounters();
            seenLate = 0;
            picturesBefore = pane.space().pictures();
            sinceNanos = nowNanos;
            return false;
        }
        if (nowNanos - lookedNanos > SLIP_NANOS) {
            csv.printf("pulse after,%.1f,%.1f%n", (nowNanos - lookedNanos) * 1e-6, passed * 1e-6);
        }
        lookedNanos = nowNanos;
        long late = pane.player().counters().lateFrames();
        if (late > seenLate) {
            csv.printf("late,%d,%.1f%n", late - seenLate, passed * 1e-6);
            lateAt.add(new Late(nowNanos, late - seenLate));
            seenLate = late;
        }
        if (!called && passed > 1_000_000_000L) {
            called = true;
            afterASecond.run();
        }
        if (passed < nanos) {
            return false;
        }
        endedNanos = nowNanos;
        pictures = pane.space().pictures() - picturesBefore;
        pane.toggle();
        return true;
    }
}
