package org.telescribe.policyruntime.inference.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.policyruntime.inference.TestBundles;
import org.telescribe.policyruntime.inference.bundle.PolicyManifest;
import org.telescribe.policyruntime.inference.check.CheckedBundle;

/// Policies made by others, through manifests of ours.
@Timeout(60)
class LocomotionTest {
    private static final Path MANIFESTS = Path.of("src/test/resources/locomotion");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"go1", "g1", "bh"})
    void aPolicyOfOthersIsCheckedAndRunsAndListensToItsCommand(String robot) throws Exception {
        Path graph = graphOf(robot);
        Files.copy(graph, folder.resolve(graph.getFileName().toString()));
        for (String name : new String[] {"policy.yaml", "golden-actions.f32"}) {
            Files.copy(MANIFESTS.resolve(robot).resolve(name), folder.resolve(name));
        }
        CheckedBundle bundle = TestBundles.passed(folder, TestBundles.stationOf(folder));
        PolicyManifest manifest = bundle.manifest();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        try (PolicySession session = PolicySession.open(bundle, new SystemSessionClock(), failures::add)) {
            double[] first = ask(session, 0);
            ByteBuffer golden = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("golden-actions.f32")))
                    .order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < first.length; i++) {
                assertEquals(golden.getFloat(i * Float.BYTES), first[i], 1e-4);
            }
            double[] again = ask(session, 0);
            double[] forwards = ask(session, 1);
            assertEquals(manifest.actions().size(), first.length);
            assertTrue(Arrays.equals(first, again), "the same observation gives the same actions");
            assertFalse(Arrays.equals(first, forwards), "another command gives other actions");
        }
        assertTrue(failures.isEmpty(), failures.toString());
    }

    private static double[] ask(PolicySession session, double moreForwards) {
        PolicyManifest manifest = session.bundle().manifest();
        double[] state = session.observation().state();
        for (int i = 0; i < state.length; i++) {
            state[i] = manifest.golden().state().get(i);
        }
        state[manifest.stateIndex("command_x")] += moreForwards;
        session.submit();
        @Nullable ActionChunk chunk = session.takeChunk();
        while (chunk == null) {
            LockSupport.parkNanos(100_000);
            chunk = session.takeChunk();
        }
        assertTrue(chunk.usable());
        return chunk.actions().clone();
    }

    private static Path graphOf(String robot) {
        @Nullable Path place = Path.of("").toAbsolutePath();
        String name = "shared/data/onnx-mujoco-playground/onnx/%s_policy.onnx".formatted(robot);
        while (place != null && !Files.isRegularFile(place.resolve(name))) {
            place = place.getParent();
        }
        assumeTrue(place != null, "skipped: %s is not there".formatted(name));
        return place.resolve(name);
    }
}
