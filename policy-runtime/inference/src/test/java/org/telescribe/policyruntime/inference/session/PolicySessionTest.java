package org.telescribe.policyruntime.inference.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.policyruntime.inference.TestBundles;
import org.telescribe.policyruntime.inference.bundle.ManifestRefusedException;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.graph.GraphFailedException;
import org.telescribe.policyruntime.inference.graph.LoadedGraph;
import org.telescribe.policyruntime.inference.observation.Observation;

@Timeout(60)
class PolicySessionTest {
    private static final Path TINY = TestBundles.FOLDER.resolve("tiny");
    private static final Path SLOW = TestBundles.FOLDER.resolve("slow");

    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @AfterEach
    void noThreadDied() {
        assertEquals(List.of(), List.copyOf(failures));
    }

    @Test
    void anObservationComesBackAsTheMakersActions() throws Exception {
        try (PolicySession session = golden()) {
            ActionChunk chunk = next(session);
            byte[] expected = Files.readAllBytes(TINY.resolve("golden-actions.f32"));
            var wanted = java.nio.ByteBuffer.wrap(expected).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < chunk.actions().length; i++) {
                assertEquals(wanted.getFloat(4 * i), chunk.actions()[i], 1e-5);
            }
            assertTrue(chunk.usable());
            assertEquals(17, chunk.observationTick());
            assertEquals(1234, chunk.observationNanos());
            assertTrue(chunk.readyNanos() >= chunk.startedNanos());
            assertNull(session.takeChunk(), "a chunk is given once");
        }
    }

    @Test
    void whatThePolicySawIsKeptWhole() throws Exception {
        try (PolicySession session = golden()) {
            ActionChunk chunk = next(session);
            PolicyInsight insight = session.insight().get(30, TimeUnit.SECONDS).orElseThrow();
            assertEquals("Reach left block", insight.instruction());
            assertEquals(List.of(1L, 2L, 4L, 0L), insight.tokens());
            SeenPicture seen = insight.pictures().getFirst();
            assertEquals("head", seen.role());
            assertEquals(99, seen.captureNanos());
            assertArrayEquals(Files.readAllBytes(TINY.resolve("golden-head.rgb")), seen.rgb());
            assertEquals(0.8, insight.state().get(0).normalised(), 1e-4);
            assertEquals(0.5, insight.state().get(0).value());
            assertEquals(5, insight.finalActions().size());
            assertEquals(chunk.actions()[3], insight.finalActions().get(1).get(1));
            assertEquals(chunk.raw()[9], insight.rawActions().get(4).get(1));
            assertEquals(
                    List.of(false, false, false),
                    insight.state().stream().map(SeenState::outOfRange).toList());
        }
    }

    @Test
    void channelsOutOfRangeAreMarked() throws Exception {
        try (PolicySession session = golden()) {
            next(session);
            fill(session);
            session.observation().state()[0] = 2.9; // within the limits, unlike the training
            session.observation().state()[1] = -1.01; // beyond the limit
            session.submit();
            next(session);
            PolicyInsight insight = session.insight().get(30, TimeUnit.SECONDS).orElseThrow();
            assertEquals(
                    List.of(true, true, false),
                    insight.state().stream().map(SeenState::outOfRange).toList());
        }
    }

    @Test
    void aStateThatIsNoNumberMakesAnUnusableChunk() throws Exception {
        try (PolicySession session = golden()) {
            next(session);
            fill(session);
            session.observation().state()[1] = Double.NaN;
            session.submit();
            assertFalse(next(session).usable());
        }
    }

    @Test
    void aChunkFromBeforeAResetIsDropped() throws Exception {
        try (PolicySession session = golden()) {
            assertTrue(session.insight().get(30, TimeUnit.SECONDS).isPresent(), "the chunk is ready");
            session.reset();
            assertNull(session.takeChunk());
            assertEquals(1, session.dropped());
            fill(session);
            session.submit();
            assertEquals(1, next(session).epoch());
        }
    }

    @Test
    void aLateInferenceIsCancelledAndTheNextOneRuns() throws Exception {
        CheckedBundle bundle = slow();
        try (PolicySession session = PolicySession.open(bundle, new SystemSessionClock(), failures::add)) {
            session.observation().state()[0] = 60; // minutes
            session.submit();
            LockSupport.parkNanos(20_000_000); // so that most often it has begun; both orders must end well
            session.reset();
            session.observation().state()[0] = 0.5;
            session.observation().stamp(3, 0);
            session.submit();
            ActionChunk chunk = next(session);
            assertEquals(3, chunk.observationTick());
            assertEquals(Math.tanh(0.5), chunk.actions()[0], 1e-6);
            assertEquals(0, session.failed());
        }
    }

    @Test
    void closingDuringAnInferenceEndsItAndClosingTwiceIsHarmless() throws Exception {
        PolicySession session = PolicySession.open(slow(), new SystemSessionClock(), failures::add);
        session.observation().state()[0] = 60;
        session.submit();
        LockSupport.parkNanos(20_000_000);
        session.close();
        session.close();
        session.reset();
        assertEquals(Optional.empty(), session.insight().get(30, TimeUnit.SECONDS));
    }

    @Test
    void aClosedGraphRefusesToRun() throws GraphFailedException, IOException, ManifestRefusedException {
        LoadedGraph graph = slow().openGraph();
        graph.close();
        graph.close();
        graph.cancel();
        assertThrows(IllegalStateException.class, graph::run);
        assertThrows(IllegalStateException.class, graph::prepare);
    }

    private CheckedBundle slow() throws IOException, ManifestRefusedException {
        return TestBundles.passed(SLOW, TestBundles.stationOf(SLOW));
    }

    private PolicySession golden() throws IOException, ManifestRefusedException, GraphFailedException {
        CheckedBundle bundle = TestBundles.passed(TINY, TestBundles.stationOf(TINY));
        PolicySession session = PolicySession.open(bundle, new SystemSessionClock(), failures::add);
        fill(session);
        session.submit();
        return session;
    }

    private static void fill(PolicySession session) throws IOException {
        Observation observation = session.observation();
        byte[] rgb = Files.readAllBytes(TINY.resolve("golden-head.rgb"));
        System.arraycopy(rgb, 0, observation.picture(0), 0, rgb.length);
        observation.pictureTaken(0, 99);
        observation.state()[0] = 0.5;
        observation.state()[1] = -0.25;
        observation.state()[2] = 0.75;
        observation.stamp(17, 1234);
        String text = "Reach left block";
        observation.instruct(text, session.bundle().vocabulary().orElseThrow().tokens(text));
    }

    private static ActionChunk next(PolicySession session) {
        @Nullable ActionChunk chunk = session.takeChunk();
        while (chunk == null) {
            LockSupport.parkNanos(100_000);
            chunk = session.takeChunk();
        }
        assertNotNull(chunk);
        return chunk;
    }
}
