package org.telescribe.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.posix.PosixThreadScheduling;

/// Wakes up on one processor every few milliseconds, before everything else that is first in, first out.
/// When it is late and did not wait for another thread meanwhile (the second figure of
/// `/proc/thread-self/schedstat`), the processor itself stood still.
final class ProcessorWatch implements Agent {
    private static final int PRIORITY = 99;
    private static final long PERIOD_NANOS = 4_000_000L;
    private static final long STOP_NANOS = 4_000_000L;
    private static final long LOOKS_PER_READING = 250;
    private static final Path STATISTICS = Path.of("/proc/thread-self/schedstat");

    private final PosixThreadScheduling scheduling = new PosixThreadScheduling();
    private final int processor;
    private final Consumer<MachineStop> onStop;
    private boolean able;
    private long dueNanos;
    private long looks;
    private long waitedNanos;

    ProcessorWatch(int processor, Consumer<MachineStop> onStop) {
        this.processor = processor;
        this.onStop = onStop;
    }

    @Override
    public String roleName() {
        return "witness " + processor;
    }

    @Override
    public void onStart() {
        able = scheduling.stayOn(processor) && scheduling.realTime(PRIORITY);
        waitedNanos = waited();
    }

    @Override
    public long doWork(long nowNanos) {
        long lateNanos = dueNanos == 0 ? 0 : nowNanos - dueNanos;
        boolean isLate = able && lateNanos > STOP_NANOS;
        if (isLate || looks++ % LOOKS_PER_READING == 0) {
            long newWaitedNanos = waited();
            long stoodNanos = lateNanos - (newWaitedNanos - waitedNanos);
            waitedNanos = newWaitedNanos;
            if (isLate && stoodNanos > STOP_NANOS) {
                onStop.accept(new MachineStop(processor, dueNanos, nowNanos));
            }
        }
        dueNanos = nowNanos + PERIOD_NANOS;
        return dueNanos;
    }

    private static long waited() {
        try {
            return Long.parseLong(Files.readString(STATISTICS).split(" ", -1)[1]);
        } catch (IOException notKnown) {
            return 0;
        }
    }
}
