package org.telescribe.devices.emulator.servo;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What goes wrong on an emulated bus, settable while it runs. Any thread.
public final class FaultSwitch {
    private static final int HIGHEST_ID = 63;

    private final AtomicInteger toLose = new AtomicInteger();
    private final AtomicInteger toCorrupt = new AtomicInteger();
    private final AtomicInteger toShorten = new AtomicInteger();
    private final AtomicInteger toMisname = new AtomicInteger();
    private final AtomicInteger toDelay = new AtomicInteger();
    private final AtomicLong silent = new AtomicLong();
    private final AtomicLong alarmed = new AtomicLong();
    private volatile long delayNanos;
    private volatile boolean unplugged;

    /// Nothing goes wrong.
    public FaultSwitch() {}

    /// Loses answers on the wire.
    ///
    /// @param answers how many of the next answers the client never sees
    public void lose(int answers) {
        toLose.set(answers);
    }

    /// Damages answers on the wire.
    ///
    /// @param answers how many of the next answers arrive with a flipped bit
    public void corrupt(int answers) {
        toCorrupt.set(answers);
    }

    /// Cuts data off answers; what is left is a right packet.
    ///
    /// @param answers how many of the next answers are too short
    public void shorten(int answers) {
        toShorten.set(answers);
    }

    /// Answers in the name of a servo that was not asked.
    ///
    /// @param answers how many of the next answers carry a wrong identifier
    public void misname(int answers) {
        toMisname.set(answers);
    }

    /// Holds answers back.
    ///
    /// @param answers how many of the next answers are late
    /// @param extraNanos by how much, nanoseconds
    public void delay(int answers, long extraNanos) {
        delayNanos = extraNanos;
        toDelay.set(answers);
    }

    /// Makes a servo deaf and dumb, or ends that. In a sync read the servos behind it wait for it in
    /// vain.
    ///
    /// @param servoId identifier, at most 63
    /// @param on whether it is silent
    public void silence(int servoId, boolean on) {
        set(silent, servoId, on);
    }

    /// Raises a servo's hardware alert, as an overload does. It lasts until the servo is rebooted.
    ///
    /// @param servoId identifier, at most 63
    public void overload(int servoId) {
        set(alarmed, servoId, true);
    }

    /// Pulls the adapter: the client finds its port gone. It cannot be undone; a new chain has a new
    /// port.
    public void unplug() {
        unplugged = true;
    }

    private static void set(AtomicLong bits, int servoId, boolean on) {
        if (servoId < 0 || servoId > HIGHEST_ID) {
            throw new IllegalArgumentException("servo id %d is not between 0 and %d".formatted(servoId, HIGHEST_ID));
        }
        long bit = 1L << servoId;
        bits.getAndUpdate(before -> on ? before | bit : before & ~bit);
    }

    private static boolean take(AtomicInteger left) {
        int before = left.get();
        while (before > 0) {
            if (left.compareAndSet(before, before - 1)) {
                return true;
            }
            before = left.get();
        }
        return false;
    }

    boolean takeLost() {
        return take(toLose);
    }

    boolean takeCorrupt() {
        return take(toCorrupt);
    }

    boolean takeShort() {
        return take(toShorten);
    }

    boolean takeMisnamed() {
        return take(toMisname);
    }

    long takeDelayNanos() {
        return take(toDelay) ? delayNanos : 0;
    }

    boolean isSilent(int servoId) {
        return servoId <= HIGHEST_ID && (silent.get() >> servoId & 1) != 0;
    }

    /// Whether an overload is to be raised; it is reported once.
    boolean takeOverload(int servoId) {
        long bit = servoId <= HIGHEST_ID ? 1L << servoId : 0;
        if ((alarmed.get() & bit) == 0) {
            return false;
        }
        long before = alarmed.get();
        while (!alarmed.compareAndSet(before, before & ~bit)) {
            before = alarmed.get();
        }
        return true;
    }

    boolean isUnplugged() {
        return unplugged;
    }
}
