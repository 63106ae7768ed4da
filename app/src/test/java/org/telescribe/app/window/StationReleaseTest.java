package org.telescribe.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StationReleaseTest {
    private final StationRelease release = new StationRelease();

    @Test
    void whoeverAsksSecondChangesNothing() {
        AtomicInteger closed = new AtomicInteger();
        assertFalse(release.isDone());
        release.release(closed::incrementAndGet);
        release.release(closed::incrementAndGet);
        release.await();
        assertEquals(1, closed.get());
        assertTrue(release.isDone());
    }

    @Test
    void aStationThatCannotBeClosedDoesNotKeepTheProcess() {
        assertThrows(
                IllegalStateException.class,
                () -> release.release(() -> {
                    throw new IllegalStateException("the port is gone");
                }));
        release.await();
        assertTrue(release.isDone());
    }
}
