package org.telescribe.policyruntime.inference.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.policyruntime.inference.TestBundles;

class ChunkMeasurementTest {
    @Test
    void theWholeChunkContainsTheBareRun() throws Exception {
        ChunkMeasurement.Figures figures = ChunkMeasurement.measure(
                TestBundles.passed(TestBundles.FOLDER.resolve("tiny"), TestBundles.tinyStation()),
                new SystemSessionClock(),
                2_000);

        assertTrue(figures.bareNanosP50() > 0, figures.toString());
        assertTrue(figures.chunkNanosP50() >= figures.bareNanosP50(), figures.toString());
        assertTrue(figures.chunkNanosP95() >= figures.chunkNanosP50(), figures.toString());
        assertTrue(figures.garbageBytes() >= 0 && figures.garbageBytes() < 100_000, figures.toString());
    }
}
