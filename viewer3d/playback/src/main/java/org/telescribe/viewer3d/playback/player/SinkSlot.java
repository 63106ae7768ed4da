package org.telescribe.viewer3d.playback.player;

import java.util.concurrent.atomic.AtomicLong;
import org.telescribe.devices.core.frame.PooledFrame;

/// The one place between a decoder and its pane on the screen. The decoder puts a picture in when the
/// place is empty, the owner takes it out at a pulse: so a picture is on the screen exactly when the
/// owner says so. Two threads.
final class SinkSlot {
    private static final long EMPTY = -1;

    private final PictureSink sink;
    /// Number of the accepted picture. Only the decoder fills it, only the owner empties it.
    private final AtomicLong accepted = new AtomicLong(EMPTY);

    SinkSlot(PictureSink sink) {
        this.sink = sink;
    }

    /// Decoder's thread.
    ///
    /// @return whether the picture waits for the next pulse now
    boolean offer(PooledFrame picture, int frame) {
        if (accepted.get() != EMPTY || !sink.accept(picture, frame)) {
            return false;
        }
        accepted.set(frame);
        return true;
    }

    /// Owner's thread.
    ///
    /// @return number of the picture that is on the screen from now on, or -1 when nothing changed
    int take() {
        long frame = accepted.get();
        if (frame == EMPTY) {
            return -1;
        }
        sink.show();
        accepted.set(EMPTY);
        return (int) frame;
    }
}
