package org.telescribe.policyruntime.inference.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.graph.GraphFailedException;
import org.telescribe.policyruntime.inference.graph.LoadedGraph;
import org.telescribe.policyruntime.inference.observation.Observation;

/// A policy that is ready to act: warmed up, on a thread of its own. One other thread, which acts, calls
/// [#observation], [#submit] and [#takeChunk]; the rest may be called by any.
public final class PolicySession implements AutoCloseable {
    private static final int WARM_UP_RUNS = 20;

    private final CheckedBundle bundle;
    private final LoadedGraph graph;
    private final InferenceAgent agent;
    private final AgentRunner runner;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PolicySession(CheckedBundle bundle, LoadedGraph graph, InferenceAgent agent, AgentRunner runner) {
        this.bundle = bundle;
        this.graph = graph;
        this.agent = agent;
        this.runner = runner;
    }

    /// Loads the policy, computes it twenty times and starts its thread. Takes from tens of milliseconds
    /// to minutes: not for a thread that acts or draws.
    ///
    /// @param bundle what passed its check
    /// @param clock the session clock
    /// @param onFailure told when the thread dies; then HOLD
    /// @return the session; closed by the caller
    /// @throws GraphFailedException when the runtime refuses
    public static PolicySession open(CheckedBundle bundle, SessionClock clock, Consumer<Throwable> onFailure)
            throws GraphFailedException {
        LoadedGraph graph = bundle.openGraph();
        boolean ready = false;
        try {
            InferenceAgent agent = new InferenceAgent(bundle, graph, clock);
            agent.warmUp(WARM_UP_RUNS);
            AgentRunner runner = new AgentRunner(agent, clock, new ParkingWait(clock), onFailure);
            PolicySession session = new PolicySession(bundle, graph, agent, runner);
            runner.start();
            ready = true;
            return session;
        } finally {
            if (!ready) {
                graph.close();
            }
        }
    }

    /// {@return the bundle}
    public CheckedBundle bundle() {
        return bundle;
    }

    /// {@return a sentence that says what it is computed on}
    public String runsOn() {
        return graph.providerSentence();
    }

    /// {@return the observation to fill, a different one after each [#submit]; acting thread only}
    public Observation observation() {
        return agent.observations.filling();
    }

    /// Hands over the observation. One that was not looked at yet is replaced. Acting thread only.
    public void submit() {
        agent.observations.filling().belongsTo(agent.epoch.get());
        agent.observations.publish();
        agent.wake();
    }

    /// Takes the newest chunk of this run. Acting thread only.
    ///
    /// @return the chunk, readable until the next call; null when there is no new one
    public @Nullable ActionChunk takeChunk() {
        if (!agent.chunks.take()) {
            return null;
        }
        ActionChunk chunk = agent.chunks.reading();
        if (chunk.epoch() != agent.epoch.get()) {
            agent.dropped.incrementAndGet();
            return null;
        }
        return chunk;
    }

    /// Begins a new run: what is being computed is cancelled, and no chunk of an observation from before
    /// is ever given out. Also the way to be rid of a chunk that is too late.
    public void reset() {
        agent.epoch.incrementAndGet();
        graph.cancel();
    }

    /// {@return everything about the newest chunk; empty when there is none. Answered by the policy's
    /// thread after what it is computing}
    public CompletableFuture<Optional<PolicyInsight>> insight() {
        if (closed.get()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletableFuture<Optional<PolicyInsight>> answer = agent.ask();
        if (closed.get()) {
            answer.complete(Optional.empty()); // the thread may have gone in the meantime
        }
        return answer;
    }

    /// {@return observations and chunks that were dropped because of [#reset]}
    public long dropped() {
        return agent.dropped.get();
    }

    /// {@return chunks that could not be computed}
    public long failed() {
        return agent.failed.get();
    }

    /// {@return why the last chunk that failed did so; empty when none has}
    public String lastFailure() {
        return agent.lastFailure();
    }

    /// {@return the thread's identifier, for the allocation counter}
    public long threadId() {
        return runner.threadId();
    }

    /// Ends the thread and frees the graph, once; what is being computed is cancelled.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        agent.epoch.incrementAndGet();
        graph.cancel();
        runner.close();
        graph.close();
    }
}
