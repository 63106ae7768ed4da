package org.telescribe.policyruntime.inference.session;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.graph.GraphFailedException;
import org.telescribe.policyruntime.inference.graph.LoadedGraph;

/// What a chunk costs beyond the computation of its graph: pictures and state into tensors, hand-overs,
/// actions out of the output. Chunks and bare runs of the same graph on the same tensors take turns, so
/// that a busy moment of the machine meets both.
public final class ChunkMeasurement {
    private static final long SEED = 7;

    private ChunkMeasurement() {}

    /// What was measured.
    ///
    /// @param chunkNanosP50 median time of a whole chunk, nanoseconds
    /// @param chunkNanosP95 its 95th percentile
    /// @param bareNanosP50 median time of the runtime's own call alone, nanoseconds
    /// @param overheadNanosP50 median of each chunk's time less that of the bare run after it
    /// @param garbageBytes bytes allocated for each chunk by the thread that computes it
    public record Figures(
            long chunkNanosP50, long chunkNanosP95, long bareNanosP50, long overheadNanosP50, long garbageBytes) {}

    /// Measures on the calling thread.
    ///
    /// @param bundle the policy
    /// @param clock the session clock
    /// @param chunks how many chunks are measured, after as many that warm up
    /// @return the figures
    /// @throws GraphFailedException when the graph cannot be computed
    public static Figures measure(CheckedBundle bundle, SessionClock clock, int chunks) throws GraphFailedException {
        try (LoadedGraph graph = bundle.openGraph()) {
            InferenceAgent agent = new InferenceAgent(bundle, graph, clock);
            Random random = new Random(SEED);
            for (int i = 0; i < 3; i++) { // each of the three slots is filled once
                for (int camera = 0; camera < bundle.pictureSizes().size(); camera++) {
                    random.nextBytes(agent.observations.filling().picture(camera));
                }
                chunk(agent, clock);
            }
            long[] whole = new long[chunks];
            long[] bare = new long[chunks];
            run(agent, graph, clock, whole, bare);
            run(agent, graph, clock, whole, bare);
            long[] overhead = new long[chunks];
            Arrays.setAll(overhead, i -> whole[i] - bare[i]);
            return new Figures(
                    at(whole, 0.5), at(whole, 0.95), at(bare, 0.5), at(overhead, 0.5), garbage(agent, clock, chunks));
        }
    }

    private static void run(InferenceAgent agent, LoadedGraph graph, SessionClock clock, long[] whole, long[] bare)
            throws GraphFailedException {
        for (int i = 0; i < whole.length; i++) {
            whole[i] = chunk(agent, clock);
            long begin = clock.nanoTime();
            graph.runBare();
            bare[i] = clock.nanoTime() - begin;
        }
    }

    private static long chunk(InferenceAgent agent, SessionClock clock) {
        agent.observations.filling().belongsTo(agent.epoch.get());
        long begin = clock.nanoTime();
        agent.observations.publish();
        agent.doWork(begin);
        long nanos = clock.nanoTime() - begin;
        if (!agent.chunks.take()) {
            throw new IllegalStateException("a chunk did not come: %s".formatted(agent.lastFailure()));
        }
        return nanos;
    }

    private static long garbage(InferenceAgent agent, SessionClock clock, int chunks) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < chunks; i++) {
            chunk(agent, clock);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / chunks;
    }

    private static long at(long[] values, double share) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }
}
