package org.telescribe.policyruntime.inference.session;

/// A chunk of actions, in arrays that are made once. Readable until the next one is taken.
public final class ActionChunk {
    private final double[] actions;
    private final float[] raw;
    private long epoch;
    private long observationTick;
    private long observationNanos;
    private long startedNanos;
    private long readyNanos;
    private boolean usable;

    ActionChunk(int numbers) {
        this.actions = new double[numbers];
        this.raw = new float[numbers];
    }

    void stamp(long newEpoch, long newTick, long newObservationNanos, long newStartedNanos) {
        this.epoch = newEpoch;
        this.observationTick = newTick;
        this.observationNanos = newObservationNanos;
        this.startedNanos = newStartedNanos;
    }

    void ready(long newReadyNanos, boolean newUsable) {
        this.readyNanos = newReadyNanos;
        this.usable = newUsable;
    }

    /// {@return actions in the channels' units, measured from the channels' own zeros, one after the
    /// other; the same array each time}
    public double[] actions() {
        return actions;
    }

    /// {@return the graph's numbers, one action after the other; the same array each time}
    public float[] raw() {
        return raw;
    }

    /// {@return whether all numbers are finite; otherwise HOLD}
    public boolean usable() {
        return usable;
    }

    /// {@return number of the run that it belongs to}
    public long epoch() {
        return epoch;
    }

    /// {@return tick of the observation}
    public long observationTick() {
        return observationTick;
    }

    /// {@return when the state of the observation was read, session clock, nanoseconds}
    public long observationNanos() {
        return observationNanos;
    }

    /// {@return when the computation began, session clock, nanoseconds}
    public long startedNanos() {
        return startedNanos;
    }

    /// {@return when the actions were there, session clock, nanoseconds}
    public long readyNanos() {
        return readyNanos;
    }
}
