package org.telescribe.teleop.control.recorder;

import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.frame.PooledFrame;

/// Decides which frame of one camera belongs to which row. A camera that runs at the grid's rate gives
/// every row its own frame whatever its phase and jitter: a frame may be up to a quarter of a period
/// younger than its row and up to one and a quarter older before the pairing is moved by one. A row for
/// which nothing came repeats the frame before and says so. Confined to one encoder thread.
final class FramePicker implements AutoCloseable {
    private final ArrayDeque<PooledFrame> pending = new ArrayDeque<>();
    private @Nullable PooledFrame last;
    private long dropped;

    /// A row's frame.
    ///
    /// @param frame the frame, owned by the picker until the next call
    /// @param repeated whether the row before had the same frame
    record Pick(PooledFrame frame, boolean repeated) {}

    /// Takes over the caller's reference.
    void add(PooledFrame frame) {
        pending.add(frame);
    }

    /// Between episodes: keeps only the newest frame, so that the first row has one.
    void keepNewestOnly() {
        while (!pending.isEmpty()) {
            replaceLast(pending.remove());
        }
    }

    /// Decides a row, in ascending order.
    ///
    /// @param rowNanos moment of the row, session clock, nanoseconds
    /// @param periodNanos period of the grid
    /// @param nowNanos session clock, nanoseconds
    /// @param patienceNanos how long after its moment a row still waits for a late frame
    /// @return the row's frame; null to ask again later
    @Nullable
    Pick pick(long rowNanos, long periodNanos, long nowNanos, long patienceNanos) {
        long youngestNanos = rowNanos + periodNanos / 4;
        long oldestNanos = rowNanos - periodNanos - periodNanos / 4;
        dropTooOld(youngestNanos, oldestNanos);
        PooledFrame next = pending.peek();
        if (next != null && (next.captureNanos() <= youngestNanos || last == null)) {
            pending.remove();
            replaceLast(next);
            return new Pick(next, false);
        }
        boolean nothingWillCome = next != null || nowNanos >= rowNanos + patienceNanos;
        if (last != null && nothingWillCome) {
            return new Pick(last, true);
        }
        return null;
    }

    /// Decides row 0: the newest frame that is not after it.
    @Nullable
    Pick pickFirst(long rowNanos, long periodNanos, long nowNanos, long patienceNanos) {
        while (!pending.isEmpty() && pending.getFirst().captureNanos() <= rowNanos) {
            replaceLast(pending.remove());
        }
        if (last != null && last.captureNanos() >= rowNanos - 2 * periodNanos) {
            return new Pick(last, false);
        }
        Pick pick = pick(rowNanos, periodNanos, nowNanos, patienceNanos);
        return pick == null ? null : new Pick(pick.frame(), false);
    }

    private void dropTooOld(long youngestNanos, long oldestNanos) {
        while (pending.size() > 1 && pending.getFirst().captureNanos() < oldestNanos) {
            PooledFrame second = secondPending();
            if (second.captureNanos() > youngestNanos) {
                return;
            }
            pending.remove().release();
            dropped++;
        }
    }

    private PooledFrame secondPending() {
        var both = pending.iterator();
        both.next();
        return Objects.requireNonNull(both.next());
    }

    private void replaceLast(PooledFrame frame) {
        if (last != null) {
            last.release();
        }
        last = frame;
    }

    /// {@return frames that no row got, so far}
    long dropped() {
        return dropped;
    }

    @Override
    public void close() {
        while (!pending.isEmpty()) {
            pending.remove().release();
        }
        if (last != null) {
            last.release();
            last = null;
        }
    }
}
