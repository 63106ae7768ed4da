package org.telescribe.devices.core.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.core.time.SteppedClock;
import org.telescribe.devices.core.time.SystemSessionClock;

class LatestValueTest {
    private static final int LANES = 64;

    @Test
    void readersNeverSeeAMixtureOfTwoValues() throws Exception {
        LatestValue latest = new LatestValue(LANES);
        int values = 1_000_000;
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            Lanes value = new Lanes(LANES);
            for (long i = 1; i <= values; i++) {
                for (int lane = 0; lane < LANES; lane++) {
                    value.setLong(lane, i + lane);
                }
                latest.publish(value);
            }
        });
        Lanes seen = new Lanes(LANES);
        long last = 0;
        long distinct = 0;
        while (last < values) {
            if (latest.read(seen) == 0) {
                continue;
            }
            long first = seen.getLong(0);
            for (int lane = 1; lane < LANES; lane++) {
                assertEquals(first + lane, seen.getLong(lane), "lane " + lane);
            }
            assertTrue(first >= last, "went back from %d to %d".formatted(last, first));
            distinct += first > last ? 1 : 0;
            last = first;
        }
        assertTrue(distinct > 1, "reader saw only one value, nothing was tested");
        writer.get(10, TimeUnit.SECONDS);
    }

    @Test
    void waitingReaderIsWokenByANewValue() throws Exception {
        SessionClock clock = new SystemSessionClock();
        LatestValue latest = new LatestValue(1);
        int rounds = 2000;
        LatestValue answers = new LatestValue(1);
        CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> {
            Lanes value = new Lanes(1);
            long seen = 0;
            for (int i = 0; i < rounds; i++) {
                seen = latest.awaitNewer(seen, clock.nanoTime() + 5_000_000_000L, clock, value);
                answers.publish(value);
            }
        });
        Lanes value = new Lanes(1);
        long seen = 0;
        for (int i = 1; i <= rounds; i++) {
            value.setLong(0, i);
            latest.publish(value);
            long before = seen;
            seen = answers.awaitNewer(seen, clock.nanoTime() + 5_000_000_000L, clock, value);
            assertTrue(seen > before, "no answer in round " + i);
            assertEquals(i, value.getLong(0));
        }
        echo.get(10, TimeUnit.SECONDS);
    }

    @Test
    void waitingEndsAtTheDeadlineWhenNothingComes() {
        SteppedClock clock = new SteppedClock(1_000);
        LatestValue latest = new LatestValue(1);
        assertEquals(0, latest.awaitNewer(0, 1_000, clock, new Lanes(1)));
    }

    @Test
    void nothingPublishedIsVersionZero() {
        assertEquals(0, new LatestValue(2).read(new Lanes(2)));
    }
}
