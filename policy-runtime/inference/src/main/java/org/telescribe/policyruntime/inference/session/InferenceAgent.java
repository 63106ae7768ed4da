package org.telescribe.policyruntime.inference.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.policyruntime.inference.bundle.PolicyManifest;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.graph.GraphFailedException;
import org.telescribe.policyruntime.inference.graph.LoadedGraph;
import org.telescribe.policyruntime.inference.observation.Observation;
import org.telescribe.policyruntime.inference.observation.PolicyCodec;

/// The loop of the thread `policy`: newest observation in, chunk out.
final class InferenceAgent implements Agent {
    private static final long IDLE_NANOS = 50_000_000;

    private final PolicyManifest manifest;
    private final SessionClock clock;
    private final LoadedGraph graph;
    private final PolicyCodec codec;
    private final InsightCopy.Kept kept;
    private final ConcurrentLinkedQueue<CompletableFuture<Optional<PolicyInsight>>> asked =
            new ConcurrentLinkedQueue<>();
    /// Newest observation: the acting thread writes, this one reads.
    final TripleSlot<Observation> observations;
    /// Newest chunk: this thread writes, the acting one reads.
    final TripleSlot<ActionChunk> chunks;

    final AtomicLong epoch = new AtomicLong();
    final AtomicLong dropped = new AtomicLong();
    final AtomicLong failed = new AtomicLong();
    private volatile @Nullable Thread thread;
    private volatile String lastFailure = "";
    private boolean hasChunk;

    InferenceAgent(CheckedBundle bundle, LoadedGraph graph, SessionClock clock) {
        this.manifest = bundle.manifest();
        this.clock = clock;
        this.graph = graph;
        this.codec = new PolicyCodec(manifest, bundle.pictureSizes());
        int numbers = manifest.chunk().size() * manifest.actions().size();
        this.kept = new InsightCopy.Kept(numbers);
        this.observations = new TripleSlot<>(() -> new Observation(manifest, bundle.pictureSizes()));
        this.chunks = new TripleSlot<>(() -> new ActionChunk(numbers));
    }

    @Override
    public String roleName() {
        return "policy";
    }

    @Override
    public void onStart() {
        thread = Thread.currentThread();
    }

    @Override
    public long doWork(long nowNanos) {
        boolean worked = false;
        if (observations.take()) {
            compute(observations.reading());
            worked = true;
        }
        worked |= answer();
        if (!worked) {
            LockSupport.parkNanos(this, IDLE_NANOS);
        }
        return nowNanos;
    }

    @Override
    public void onClose() {
        thread = null;
        answer();
    }

    /// Computes as often as asked on what is in the buffers, so that the first chunk is as fast as all others.
    void warmUp(int runs) throws GraphFailedException {
        codec.encode(observations.reading(), graph);
        graph.prepare();
        for (int i = 0; i < runs; i++) {
            graph.run();
        }
    }

    /// Wakes the thread up. Any thread.
    void wake() {
        Thread parked = thread;
        if (parked != null) {
            LockSupport.unpark(parked);
        }
    }

    CompletableFuture<Optional<PolicyInsight>> ask() {
        CompletableFuture<Optional<PolicyInsight>> answer = new CompletableFuture<>();
        asked.add(answer);
        wake();
        return answer;
    }

    String lastFailure() {
        return lastFailure;
    }

    private void compute(Observation observation) {
        hasChunk = false;
        long startedNanos = clock.nanoTime();
        try {
            graph.prepare();
            if (observation.epoch() != epoch.get()) {
                dropped.incrementAndGet();
                return;
            }
            codec.encode(observation, graph);
            graph.run();
        } catch (GraphFailedException failure) {
            if (observation.epoch() == epoch.get()) {
                lastFailure = String.valueOf(failure.getMessage());
                failed.incrementAndGet();
            } else {
                dropped.incrementAndGet(); // cancelled
            }
            return;
        }
        ActionChunk chunk = chunks.filling();
        chunk.stamp(observation.epoch(), observation.tick(), observation.stateNanos(), startedNanos);
        boolean finite = codec.decode(graph.actions(), observation.state(), chunk.actions());
        graph.actions().get(0, chunk.raw());
        System.arraycopy(chunk.raw(), 0, kept.raw, 0, kept.raw.length);
        System.arraycopy(chunk.actions(), 0, kept.actions, 0, kept.actions.length);
        long readyNanos = clock.nanoTime();
        kept.computeNanos = readyNanos - startedNanos;
        chunk.ready(readyNanos, finite);
        hasChunk = true;
        chunks.publish();
    }

    private boolean answer() {
        if (asked.isEmpty()) {
            return false;
        }
        Optional<PolicyInsight> insight = hasChunk
                ? Optional.of(InsightCopy.of(manifest, observations.reading(), codec, kept))
                : Optional.empty();
        CompletableFuture<Optional<PolicyInsight>> one = asked.poll();
        while (one != null) {
            one.complete(insight);
            one = asked.poll();
        }
        return true;
    }
}
