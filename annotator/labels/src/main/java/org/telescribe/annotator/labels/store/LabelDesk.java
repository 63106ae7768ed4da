package org.telescribe.annotator.labels.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.agent.AgentRunner;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;

/// Works with a store on a thread of its own, `labels`, in the order of asking, so that a screen never
/// waits. Any thread may ask. Keeps the leases of open sessions.
public final class LabelDesk implements AutoCloseable {
    private static final long RETRY_NANOS = 1_000_000_000L;
    private static final int CHECKPOINT_ORDERS = 40;
    private static final long LOOK_NANOS = 500_000_000L;
    private static final long RENEW_NANOS = LabelStore.LEASE_NANOS / 4;

    private final LabelStore store;
    private final ThreadScheduling scheduling;
    private final DeskListener listener;
    private final LinkedBlockingQueue<Order<?>> orders = new LinkedBlockingQueue<>();
    private final AgentRunner runner;
    private final DeskAgent agent;

    /// Takes a store over and starts the thread.
    ///
    /// @param store an open store; the desk closes it
    /// @param clock the session clock
    /// @param scheduling asked that the thread does not wait for others
    /// @param listener what hears of trouble and of changes
    /// @param onFailure told when the thread ends by a fault of the program
    public LabelDesk(
            LabelStore store,
            SessionClock clock,
            ThreadScheduling scheduling,
            DeskListener listener,
            Consumer<Throwable> onFailure) {
        this.store = store;
        this.scheduling = scheduling;
        this.listener = listener;
        this.agent = new DeskAgent(clock.nanoTime());
        this.runner = new AgentRunner(agent, clock, new ParkingWait(clock), onFailure).start();
    }

    /// Asks for something that may fail.
    ///
    /// @param <T> what it gives
    /// @param work what to do
    /// @return completed on the desk's thread; fails with [LabelsException] when the store refuses
    public <T> CompletableFuture<T> ask(StoreWork<T> work) {
        return order(work, false);
    }

    /// Asks for an answer to be saved. While the disk refuses, it is kept and tried again every second,
    /// and everything that was asked after it waits.
    ///
    /// @param <T> what it gives
    /// @param work what to do, such as `store -> session.judge(...)`
    /// @return completed on the desk's thread when the answer is on the disk
    public <T> CompletableFuture<T> save(StoreWork<T> work) {
        return order(work, true);
    }

    private <T> CompletableFuture<T> order(StoreWork<T> work, boolean stubborn) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Order<T> order = new Order<>(work, answer, stubborn);
        orders.add(order);
        if (agent.closed && orders.remove(order)) {
            answer.completeExceptionally(new LabelsException(
                    "Not saved: the labels are closed already. What was saved before is safe. Open them again."));
        }
        return answer;
    }

    /// Does what was asked so far, gives the leases back, closes the store and ends the thread.
    @Override
    public void close() {
        runner.close();
    }

    private record Order<T>(StoreWork<T> work, CompletableFuture<T> answer, boolean stubborn) {
        /// {@return why it has to be tried again; null when it is done}
        @Nullable
        LabelsException run(LabelStore store, boolean last) {
            try {
                answer.complete(work.run(store));
                return null;
            } catch (LabelsException refused) {
                if (stubborn && !last && refused.getCause() != null) {
                    return refused;
                }
                answer.completeExceptionally(refused);
                return null;
            } catch (IllegalArgumentException | IllegalStateException fault) {
                answer.completeExceptionally(fault);
                return null;
            }
        }
    }

    /// The loop of the thread.
    private final class DeskAgent implements Agent {
        private volatile boolean closed;
        private @Nullable Order<?> refused;
        private long renewNanos;
        private long seenChanges = -1;
        private int sinceCheckpoint;

        DeskAgent(long nowNanos) {
            this.renewNanos = nowNanos + RENEW_NANOS;
        }

        @Override
        public String roleName() {
            return "labels";
        }

        @Override
        public void onStart() {
            scheduling.prompt();
        }

        @Override
        public long doWork(long nowNanos) {
            if (nowNanos - renewNanos >= 0) {
                renewNanos = nowNanos + RENEW_NANOS;
                quietly(LabelStore::renewLeases);
            }
            if (refused != null) {
                return retry(refused, nowNanos);
            }
            try {
                Order<?> order = orders.poll(LOOK_NANOS, TimeUnit.NANOSECONDS);
                if (order == null) {
                    look();
                    return nowNanos;
                }
                return first(order, nowNanos);
            } catch (InterruptedException closing) {
                return nowNanos;
            }
        }

        private long first(Order<?> order, long nowNanos) {
            LabelsException trouble = order.run(store, false);
            sinceCheckpoint++;
            if (trouble == null) {
                return nowNanos;
            }
            refused = order;
            listener.notSaved(trouble.sentence());
            return nowNanos + RETRY_NANOS;
        }

        private long retry(Order<?> order, long nowNanos) {
            LabelsException trouble = order.run(store, false);
            if (trouble != null) {
                listener.notSaved(trouble.sentence());
                return nowNanos + RETRY_NANOS;
            }
            refused = null;
            listener.savedAgain();
            return nowNanos;
        }

        private void look() {
            if (sinceCheckpoint >= CHECKPOINT_ORDERS) {
                sinceCheckpoint = 0;
                quietly(LabelStore::checkpoint);
            }
            quietly(looked -> {
                long changes = looked.changeCounter();
                if (changes != seenChanges) {
                    seenChanges = changes;
                    listener.changed(changes);
                }
            });
        }

        /// What is only housekeeping: the next answer meets the same trouble and says it.
        private void quietly(Consumer<LabelStore> chore) {
            try {
                chore.accept(store);
            } catch (LabelsException trouble) {
                return;
            }
        }

        @Override
        public void onClose() {
            closed = true;
            if (refused != null) {
                refused.run(store, true);
            }
            Order<?> order = orders.poll();
            while (order != null) {
                order.run(store, true);
                order = orders.poll();
            }
            store.close();
        }
    }
}
