package org.telescribe.devices.core.agent;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.telescribe.devices.core.time.DeadlineWait;
import org.telescribe.devices.core.time.SessionClock;

/// Owns the thread of one agent: starts it, calls `doWork` at the times that it asks for, ends it. The
/// only place that makes threads for loops.
public final class AgentRunner implements AutoCloseable {
    private static final long CLOSE_TIMEOUT_SECONDS = 10;

    private final Agent agent;
    private final SessionClock clock;
    private final DeadlineWait idle;
    private final Consumer<Throwable> onFailure;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running = true;

    /// A runner whose thread does not run yet.
    ///
    /// @param agent the loop
    /// @param clock the session clock
    /// @param idle how the thread waits between two calls
    /// @param onFailure told once, on the agent's thread, when the agent throws; the thread then ends
    public AgentRunner(Agent agent, SessionClock clock, DeadlineWait idle, Consumer<Throwable> onFailure) {
        this.agent = agent;
        this.clock = clock;
        this.idle = idle;
        this.onFailure = onFailure;
        this.thread = new Thread(this::run, agent.roleName());
        this.thread.setDaemon(true);
    }

    /// Starts the thread.
    ///
    /// @return this runner
    public AgentRunner start() {
        thread.start();
        return this;
    }

    /// {@return the thread's identifier, for the allocation counter}
    public long threadId() {
        return thread.threadId();
    }

    /// {@return whether the thread still runs}
    public boolean isAlive() {
        return thread.isAlive();
    }

    @SuppressWarnings("IllegalCatch")
    private void run() {
        try {
            agent.onStart();
            long nowNanos = clock.nanoTime();
            while (running) {
                long nextNanos = agent.doWork(nowNanos);
                nowNanos = clock.nanoTime();
                if (nextNanos > nowNanos && running) {
                    idle.waitUntil(nextNanos);
                    nowNanos = clock.nanoTime();
                }
            }
        } catch (Throwable failure) { // the runner is the one place that may: the loop's owner must hear of it
            onFailure.accept(failure);
        } finally {
            agent.onClose();
            ended.countDown();
        }
    }

    /// Asks the loop to end and waits for it, at most ten seconds.
    @Override
    public void close() {
        running = false;
        if (!thread.isAlive() || Thread.currentThread() == thread) {
            return;
        }
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            if (!ended.await(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                onFailure.accept(new LoopDidNotEnd(agent.roleName(), CLOSE_TIMEOUT_SECONDS));
            }
        } catch (InterruptedException stop) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
