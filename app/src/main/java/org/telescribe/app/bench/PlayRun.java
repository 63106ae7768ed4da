package org.telescribe.app.bench;

import java.io.PrintWriter;
import org.telescribe.app.window.ViewBenchWindow.Measurement;
import org.telescribe.viewer3d.fx.player.PlayerPane;

/// Plays from the start: first a while that is not measured, then for a time.
final class PlayRun implements Measurement {
    private final long nanos;
    private final long leadNanos;
    private long leadLate;
    private boolean led;
    private final Runnable afterASecond;
    private final PrintWriter csv;
    private long seenLate;
    private long sinceNanos = -1;
    private boolean called;
    private long picturesBefore;
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
            leadLate = pane.player().counters().lateFrames();
            pane.player().resetCounters();
            seenLate = 0;
            picturesBefore = pane.space().pictures();
            sinceNanos = nowNanos;
            return false;
        }
        long late = pane.player().counters().lateFrames();
        if (late > seenLate) {
            csv.printf("late,%d,%.1f%n", late - seenLate, passed * 1e-6);
            seenLate = late;
        }
        if (!called && passed > 1_000_000_000L) {
            called = true;
            afterASecond.run();
        }
        if (passed < nanos) {
            return false;
        }
        pictures = pane.space().pictures() - picturesBefore;
        pane.toggle();
        return true;
    }
}
