package org.telescribe.devices.emulator.servo;

import java.util.concurrent.atomic.AtomicLong;

/// What an emulated bus has done so far. Any thread may read.
public final class BusCounters {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong damaged = new AtomicLong();
    private volatile boolean realTime;

    BusCounters() {}

    /// {@return instruction packets received}
    public long requests() {
        return requests.get();
    }

    /// {@return status packets sent}
    public long answers() {
        return answers.get();
    }

    /// {@return status packets that the client never saw}
    public long lost() {
        return lost.get();
    }

    /// {@return instruction packets that arrived with a wrong checksum}
    public long damaged() {
        return damaged.get();
    }

    /// {@return whether the chain's thread was granted real-time scheduling}
    public boolean isRealTime() {
        return realTime;
    }

    void addRequest() {
        requests.getAndIncrement();
    }

    void addAnswer() {
        answers.getAndIncrement();
    }

    void addLost() {
        lost.getAndIncrement();
    }

    void addDamaged() {
        damaged.getAndIncrement();
    }

    void realTime(boolean granted) {
        realTime = granted;
    }
}
