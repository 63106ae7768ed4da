package org.telescribe.app.bench;

import org.telescribe.app.window.ViewBenchWindow.Measurement;
import org.telescribe.viewer3d.fx.player.PlayerPane;

/// Plays from the start for a time.
final class PlayRun implements Measurement {
    private final long nanos;
    private final Runnable afterASecond;
    private long sinceNanos = -1;
    private boolean called;
    private long picturesBefore;
    private long pictures;

    PlayRun(long nanos, Runnable afterASecond) {
        this.nanos = nanos;
        this.afterASecond = afterASecond;
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
