package org.telescribe.devices.core.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SpscRingTest {
    private static final int ITEMS = 10_000_000;

    @Test
    void tenMillionItemsArriveWholeAndInOrderAcrossTwoThreads() throws Exception {
        SpscRing ring = new SpscRing(1024, 3);
        CompletableFuture<Void> producer = CompletableFuture.runAsync(() -> {
            Lanes item = new Lanes(3);
            for (long i = 0; i < ITEMS; i++) {
                item.setLong(0, i);
                item.setLong(1, i * 31);
                item.setDouble(2, i * 0.5);
                while (!ring.offer(item)) {
                    Thread.onSpinWait();
                }
            }
        });
        Lanes item = new Lanes(3);
        for (long expected = 0; expected < ITEMS; expected++) {
            while (!ring.poll(item)) {
                Thread.onSpinWait();
            }
            if (item.getLong(0) != expected || item.getLong(1) != expected * 31) {
                assertEquals(expected, item.getLong(0));
                assertEquals(expected * 31, item.getLong(1));
            }
        }
        assertFalse(ring.poll(item));
        producer.get(10, TimeUnit.SECONDS);
    }

    @Test
    void fullRingRefusesAndCountsAndKeepsWhatItHas() {
        SpscRing ring = new SpscRing(4, 1);
        Lanes item = new Lanes(1);
        for (int i = 0; i < 4; i++) {
            item.setLong(0, i);
            assertTrue(ring.offer(item));
        }
        item.setLong(0, 99);
        assertFalse(ring.offer(item));
        assertEquals(1, ring.refused());
        assertEquals(4, ring.size());
        for (int i = 0; i < 4; i++) {
            assertTrue(ring.poll(item));
            assertEquals(i, item.getLong(0));
        }
    }

    @Test
    void capacityMustBeAPowerOfTwo() {
        assertThrows(IllegalArgumentException.class, () -> new SpscRing(100, 1));
    }
}
