package org.telescribe.devices.core.handover;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Hand-over where every item matters: one producer, one consumer, a fixed number of slots of primitive
/// lanes. A full ring refuses the item and counts it; nobody waits for anybody. Nothing is allocated
/// after construction.
public final class SpscRing {
    private static final VarHandle HEAD;
    private static final VarHandle TAIL;
    private static final VarHandle REFUSED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            HEAD = lookup.findVarHandle(SpscRing.class, "head", long.class);
            TAIL = lookup.findVarHandle(SpscRing.class, "tail", long.class);
            REFUSED = lookup.findVarHandle(SpscRing.class, "refused", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final long[] slots;
    private final int lanesPerItem;
    private final int mask;

    @SuppressWarnings("unused") // by VarHandle
    private long head;

    @SuppressWarnings("unused") // by VarHandle
    private long tail;

    @SuppressWarnings("unused") // by VarHandle
    private long refused;

    private long headSeenByProducer;
    private long tailSeenByConsumer;

    /// An empty ring.
    ///
    /// @param capacity number of items, a power of two
    /// @param lanesPerItem number of lanes of each item
    public SpscRing(int capacity, int lanesPerItem) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("ring capacity %d is not a power of two".formatted(capacity));
        }
        this.slots = new long[Math.multiplyExact(capacity, lanesPerItem)];
        this.lanesPerItem = lanesPerItem;
        this.mask = capacity - 1;
    }

    /// Offers an item. Producer only.
    ///
    /// @param item lanes to copy in
    /// @return false when the ring is full; the refusal is counted
    public boolean offer(Lanes item) {
        long position = (long) TAIL.getOpaque(this);
        if (position - headSeenByProducer > mask) {
            headSeenByProducer = (long) HEAD.getAcquire(this);
            if (position - headSeenByProducer > mask) {
                REFUSED.setOpaque(this, (long) REFUSED.getOpaque(this) + 1);
                return false;
            }
        }
        System.arraycopy(item.raw(), 0, slots, (int) (position & mask) * lanesPerItem, lanesPerItem);
        TAIL.setRelease(this, position + 1);
        return true;
    }

    /// Takes the oldest item. Consumer only.
    ///
    /// @param into where to copy it
    /// @return false when the ring is empty
    public boolean poll(Lanes into) {
        long position = (long) HEAD.getOpaque(this);
        if (position >= tailSeenByConsumer) {
            tailSeenByConsumer = (long) TAIL.getAcquire(this);
            if (position >= tailSeenByConsumer) {
                return false;
            }
        }
        System.arraycopy(slots, (int) (position & mask) * lanesPerItem, into.raw(), 0, lanesPerItem);
        HEAD.setRelease(this, position + 1);
        return true;
    }

    /// {@return how many items were refused because the ring was full; any thread}
    public long refused() {
        return (long) REFUSED.getOpaque(this);
    }

    /// {@return how many items are in the ring, at most a moment ago; any thread}
    public int size() {
        long newest = (long) TAIL.getAcquire(this);
        return (int) Math.max(0, newest - (long) HEAD.getAcquire(this));
    }
}
