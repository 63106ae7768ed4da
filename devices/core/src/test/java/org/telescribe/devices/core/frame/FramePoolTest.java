package org.telescribe.devices.core.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FramePoolTest {
    private final FramePool pool = new FramePool(2, 4, 4, true);

    private PooledFrame take() {
        return Objects.requireNonNull(pool.take());
    }

    @Test
    void bufferComesBackAfterTheLastReleaseOnly() {
        PooledFrame frame = take();
        frame.retain();
        frame.release();
        assertEquals(1, pool.available());
        frame.release();
        assertEquals(2, pool.available());
    }

    @Test
    void emptyPoolHandsOutNothing() {
        assertNotNull(pool.take());
        assertNotNull(pool.take());
        assertNull(pool.take());
    }

    @Test
    void freedBufferIsPoisonedSoThatLateReadersShow() {
        PooledFrame frame = take();
        ByteBuffer kept = frame.pixels();
        kept.put(0, (byte) 1);
        frame.release();
        assertEquals((byte) 0xA5, kept.get(0));
        assertThrows(IllegalStateException.class, frame::pixels);
    }

    @Test
    void secondReleaseIsRefused() {
        PooledFrame frame = take();
        frame.release();
        assertThrows(IllegalStateException.class, frame::release);
        assertThrows(IllegalStateException.class, frame::retain);
    }

    @Test
    void screenSlotKeepsOnlyTheNewestFrame() {
        try (LatestFrame slot = new LatestFrame()) {
            PooledFrame first = take();
            slot.publish(first);
            first.release();
            assertEquals(1, pool.available());
            PooledFrame second = take();
            slot.publish(second);
            second.release();
            assertEquals(1, pool.available());
            PooledFrame shown = Objects.requireNonNull(slot.take());
            assertEquals(second, shown);
            shown.release();
        }
        assertEquals(2, pool.available());
    }
}
