package org.telescribe.policyruntime.inference.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.policyruntime.inference.TestBundles;
import org.telescribe.policyruntime.inference.bundle.GraphInput;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.graph.LoadedGraph;

/// What a chunk costs beside the graph: garbage is held here, times stand in target/overhead.txt.
@Timeout(120)
class OverheadTest {
    private static final int CHUNKS = 4_000;
    private static final int RUNS_TO_COMPILE = 4_000;
    private static final long MOST_BYTES = 1_024;
    private static final Path TINY = TestBundles.FOLDER.resolve("tiny");

    private final SystemSessionClock clock = new SystemSessionClock();

    @Test
    void aChunkLeavesHardlyAnyGarbage() throws Exception {
        CheckedBundle bundle = TestBundles.passed(TINY, TestBundles.tinyStation());
        try (LoadedGraph graph = bundle.openGraph()) {
            InferenceAgent agent = new InferenceAgent(bundle, graph, clock);
            agent.warmUp(20);
            long[] nanos = new long[CHUNKS];
            chunks(agent, new long[RUNS_TO_COMPILE]);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            chunks(agent, nanos);
            long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / CHUNKS;
            long chunkNanos = median(nanos);
            long bareNanos = bare(bundle);
            Files.writeString(
                    Path.of("target/overhead.txt"),
                    "chunk_ms_p50 %.4f overhead_ms_p50 %.4f garbage_bytes_per_chunk %d\n"
                            .formatted(chunkNanos / 1e6, (chunkNanos - bareNanos) / 1e6, bytes));

            assertTrue(bytes <= MOST_BYTES, "%d bytes a chunk".formatted(bytes));
        }
    }

    private void chunks(InferenceAgent agent, long[] nanos) {
        for (int i = 0; i < nanos.length; i++) {
            agent.observations.filling().belongsTo(0);
            agent.observations.publish();
            long begin = clock.nanoTime();
            agent.doWork(begin);
            nanos[i] = clock.nanoTime() - begin;
            assertTrue(agent.chunks.take());
        }
    }

    /// {@return the median of the same graph run with nothing around it}
    private long bare(CheckedBundle bundle) throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        byte[] onnx = Files.readAllBytes(TINY.resolve("graph.onnx"));
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            for (GraphInput input : bundle.manifest().graph().inputs()) {
                inputs.put(input.shape().tensor(), tensor(environment, input));
            }
            ByteBuffer output = ByteBuffer.allocateDirect(40).order(ByteOrder.nativeOrder());
            try (OrtSession session = environment.createSession(onnx, options);
                    OnnxTensor pinned =
                            OnnxTensor.createTensor(environment, output, new long[] {1, 5, 2}, OnnxJavaType.FLOAT)) {
                Map<String, OnnxTensor> outputs = Map.of("actions", pinned);
                run(session, inputs, outputs, new long[RUNS_TO_COMPILE]);
                long[] nanos = new long[CHUNKS];
                run(session, inputs, outputs, nanos);
                return median(nanos);
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private void run(OrtSession session, Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs, long[] nanos)
            throws OrtException {
        for (int i = 0; i < nanos.length; i++) {
            long begin = clock.nanoTime();
            try (OrtSession.Result _ = session.run(inputs, Set.of(), outputs)) {
                nanos[i] = clock.nanoTime() - begin;
            }
        }
    }

    private static OnnxTensor tensor(OrtEnvironment environment, GraphInput input) throws OrtException {
        int bytes = (int) input.shape().elements() * input.shape().type().bytes();
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        OnnxJavaType type = switch (input.shape().type()) {
            case FLOAT32 -> OnnxJavaType.FLOAT;
            case UINT8 -> OnnxJavaType.UINT8;
            case INT64 -> OnnxJavaType.INT64;
        };
        return OnnxTensor.createTensor(environment, buffer, input.shape().array(), type);
    }

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
