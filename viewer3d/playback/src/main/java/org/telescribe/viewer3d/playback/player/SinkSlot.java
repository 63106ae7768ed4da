package org.telescribe.viewer3d.playback.player;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.telescribe.devices.core.frame.PooledFrame;

/// The one place between a decoder and its pane on the screen. The decoder puts a picture in when the
/// place is empty, the owner takes it out at a pulse: so a picture is on the screen exactly when the
/// owner says so. A picture may be put in before it is due; then it waits. Two threads.
final class SinkSlot {
    static final int NOTHING = -1;

    private static final long EMPTY = -1;
    private static final long EARLY = 1L << 40;

    private final PictureSink sink;
    /// Number of the accepted picture, marked when it is early. Only the decoder fills it, only the owner
    /// empties it.
    private final AtomicLong accepted = new AtomicLong(EMPTY);

    /// How many early pictures were dropped. Only the owner counts.
    private final AtomicInteger drops = new AtomicInteger();

    SinkSlot(PictureSink sink) {
        this.sink = sink;
    }

    /// Decoder's thread.
    ///
    /// @param early whether it is not asked for yet
    /// @return whether the picture waits for its pulse now
    boolean offer(PooledFrame picture, int frame, boolean early) {
        if (accepted.get() != EMPTY || !sink.accept(picture, frame)) {
            return false;
        }
        accepted.set(early ? frame | EARLY : frame);
        return true;
    }

    /// {@return how many early pictures were dropped; what was handed over early may be gone when it grew}
    int drops() {
        return drops.get();
    }

    /// Owner's thread: shows what waits, but for an early picture while the pane is right without it.
    ///
    /// @param wanted number of the picture that the pane should show
    /// @param right whether it does already
    /// @return number of the picture that is on the screen from now on, or NOTHING when nothing changed
    int take(int wanted, boolean right) {
        long waiting = accepted.get();
        if (waiting == EMPTY) {
            return NOTHING;
        }
        int frame = (int) waiting;
        boolean tooEarly = (waiting & EARLY) != 0 && frame != wanted;
        if (tooEarly) {
            if (!right) {
                drop();
            }
            return NOTHING;
        }
        sink.show();
        accepted.set(EMPTY);
        return frame;
    }

    /// Owner's thread: makes room at once when an early picture will not be shown next.
    ///
    /// @param shown number of the picture on the screen
    /// @param wanted number of the picture that the pane should show next
    void dropUnlessNext(int shown, int wanted) {
        long waiting = accepted.get();
        if (waiting != EMPTY && (waiting & EARLY) != 0 && (int) waiting != wanted && wanted != shown) {
            drop();
        }
    }

    private void drop() {
        sink.drop();
        drops.incrementAndGet();
        accepted.set(EMPTY);
    }
}
