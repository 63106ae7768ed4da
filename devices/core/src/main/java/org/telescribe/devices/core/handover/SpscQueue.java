package org.telescribe.devices.core.handover;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Hand-over of objects where every item matters, for threads off the control loop: one producer, one
/// consumer, a fixed number of slots. A full queue refuses the item and counts it; nobody waits for
/// anybody.
///
/// @param <T> what is handed over
public final class SpscQueue<T> {
    private final AtomicReferenceArray<@Nullable T> slots;
    private final AtomicLong refused = new AtomicLong();
    private final int mask;
    private long head;
    private long tail;

    /// An empty queue.
    ///
    /// @param capacity number of items, a power of two
    public SpscQueue(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("queue capacity %d is not a power of two".formatted(capacity));
        }
        this.slots = new AtomicReferenceArray<>(capacity);
        this.mask = capacity - 1;
    }

    /// Offers an item. Producer only.
    ///
    /// @param item the item
    /// @return false when the queue is full; the refusal is counted and the item stays the caller's
    public boolean offer(T item) {
        int slot = (int) (tail & mask);
        if (slots.getAcquire(slot) != null) {
            refused.incrementAndGet();
            return false;
        }
        slots.setRelease(slot, item);
        tail++;
        return true;
    }

    /// Takes the oldest item. Consumer only.
    ///
    /// @return the item, or null when the queue is empty
    public @Nullable T poll() {
        int slot = (int) (head & mask);
        T item = slots.getAcquire(slot);
        if (item != null) {
            slots.setRelease(slot, null);
            head++;
        }
        return item;
    }

    /// {@return how many items were refused because the queue was full; any thread}
    public long refused() {
        return refused.get();
    }
}
