package org.telescribe.viewer3d.fx.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;

class ReelTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int SMALL_WIDTH = 212;
    private static final int SMALL_HEIGHT = 160;
    private static final long SMALL_BYTES = SMALL_WIDTH * SMALL_HEIGHT * 3L / 2;
    private static final long FRAME_NANOS = 33_333_333L;

    private final FramePool pool = new FramePool(1, WIDTH, HEIGHT, true);

    private void film(Reel reel, int frame) {
        PooledFrame taken = Objects.requireNonNull(pool.take());
        ByteBuffer pixels = taken.pixels();
        for (int i = 0; i < pixels.capacity(); i++) {
            pixels.put(i, (byte) frame);
        }
        taken.stamp(frame, frame * FRAME_NANOS + 1, StampSource.ARRIVAL);
        reel.add(taken);
        taken.release();
    }

    @Test
    void picturesAreSmallAndEven() {
        Reel reel = new Reel(WIDTH, HEIGHT, 10 * SMALL_BYTES);
        assertEquals(SMALL_WIDTH, reel.width());
        assertEquals(SMALL_HEIGHT, reel.height());
        assertEquals(10, reel.capacity());
        assertNull(reel.at(0));
    }

    @Test
    void aMinuteFitsIntoItsMemoryAndIsSpreadEvenly() {
        Reel reel = new Reel(WIDTH, HEIGHT, 40 * SMALL_BYTES);
        int frames = 1800;
        for (int frame = 0; frame < frames; frame++) {
            film(reel, frame);
            assertTrue(reel.size() <= 40, "%d pictures at frame %d".formatted(reel.size(), frame));
        }
        assertTrue(reel.size() >= 20, "only %d pictures are left".formatted(reel.size()));
        assertEquals(1, reel.firstNanos());
        long widestNanos = 0;
        long before = reel.firstNanos();
        for (long nanos = 0; nanos < frames * FRAME_NANOS; nanos += FRAME_NANOS) {
            long stamp = Objects.requireNonNull(reel.at(nanos + 1)).captureNanos();
            widestNanos = Math.max(widestNanos, stamp - before);
            before = stamp;
        }
        long averageNanos = (reel.lastNanos() - reel.firstNanos()) / (reel.size() - 1);
        assertTrue(widestNanos <= 2 * averageNanos, "a hole of %d ns".formatted(widestNanos));
        assertEquals(pool.available(), 1);
    }

    @Test
    void thePictureAtAMomentIsTheNewestNotAfterIt() {
        Reel reel = new Reel(WIDTH, HEIGHT, 40 * SMALL_BYTES);
        for (int frame = 0; frame < 9; frame += 2) {
            film(reel, frame);
        }
        Reel.Still still = Objects.requireNonNull(reel.at(5 * FRAME_NANOS));
        assertEquals(4 * FRAME_NANOS + 1, still.captureNanos());
        assertEquals(4, still.i420().get(0));
        assertEquals(4, still.i420().get((int) SMALL_BYTES - 1));
    }

    @Test
    void aNewEpisodeUsesTheSameMemory() {
        Reel reel = new Reel(WIDTH, HEIGHT, 4 * SMALL_BYTES);
        for (int frame = 0; frame < 200; frame++) {
            film(reel, frame);
        }
        reel.clear();
        assertEquals(0, reel.size());
        film(reel, 300);
        film(reel, 302);
        assertEquals(2, reel.size()); // at full rate again
    }
}
