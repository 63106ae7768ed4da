package org.telescribe.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineStopTest {
    private final MachineStop stop = new MachineStop(1, 100_000_000, 150_000_000);

    @Test
    void isReadBackFromItsLine() {
        assertEquals(stop, MachineStop.of(stop.line()));
    }

    @Test
    void stretchesThatOnlyTouchDoNotOverlap() {
        assertTrue(stop.overlaps(149_000_000, 160_000_000));
        assertFalse(stop.overlaps(150_000_000, 160_000_000));
        assertFalse(stop.overlaps(90_000_000, 100_000_000));
    }

    @Test
    void onlyStopsWithinTheMeasurementAreCounted() {
        BenchResult result = new BenchResult("any");
        MachineStop.put(List.of(stop, new MachineStop(0, 0, 90_000_000)), 95_000_000, 200_000_000, result);
        assertEquals(1L, result.metrics().get("machine_stops"));
        assertEquals(50.0, result.metrics().get("machine_stop_ms_max"));
    }
}
