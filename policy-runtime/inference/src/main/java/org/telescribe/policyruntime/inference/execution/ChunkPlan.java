package org.telescribe.policyruntime.inference.execution;

/// Says at each tick which action is due and when the next chunk must be asked for.
///
/// A chunk's first action belongs to the moment of its observation. What was carried out since then is
/// left out of it: actions counted, not time measured, so a chunk that was waited for while the arm
/// stood begins with its first action.
public final class ChunkPlan {
    private final ChunkTiming timing;
    private final int channels;
    private double[] current;
    private double[] next;
    private final double[] last;
    private boolean hasCurrent;
    private boolean hasNext;
    private boolean asked;
    private boolean held;
    private int index;
    private int doneOfCurrent;
    private long consumed;
    private long consumedWhenAsked;
    private long askedTick;
    private int standing;
    private long chunks;

    /// A plan with no chunk yet.
    ///
    /// @param timing when chunks are asked for
    /// @param channels numbers in an action
    public ChunkPlan(ChunkTiming timing, int channels) {
        this.timing = timing;
        this.channels = channels;
        this.current = new double[timing.size() * channels];
        this.next = new double[timing.size() * channels];
        this.last = new double[channels];
    }

    /// {@return whether an observation of this moment must be sent now}
    public boolean wantsObservation() {
        if (asked || hasNext || held) {
            return false;
        }
        return !hasCurrent || doneOfCurrent >= timing.executed() - timing.leadTicks();
    }

    /// Notes that an observation was sent. Call it at the observation's tick, before [#due].
    ///
    /// @param tick tick of the observation
    public void asked(long tick) {
        asked = true;
        askedTick = tick;
        consumedWhenAsked = consumed;
    }

    /// Takes the chunk that was asked for; any other one is dropped.
    ///
    /// @param observationTick tick of the observation that it was made from
    /// @param actions the actions, one after the other; copied
    /// @return whether it was taken
    public boolean arrived(long observationTick, double[] actions) {
        if (!asked || held || observationTick != askedTick) {
            return false;
        }
        System.arraycopy(actions, 0, next, 0, next.length);
        asked = false;
        hasNext = true;
        chunks++;
        return true;
    }

    /// Says what is due at this tick. Called once for each tick.
    ///
    /// @param action where the action goes, also when the last one stands; untouched while there was none
    /// @return what to do
    public ChunkStep due(double[] action) {
        if (held) {
            return ChunkStep.HOLD;
        }
        if (hasNext && (!hasCurrent || doneOfCurrent >= timing.executed())) {
            takeOver();
        }
        if (hasCurrent && doneOfCurrent < timing.executed() && index < timing.size()) {
            System.arraycopy(current, index * channels, last, 0, channels);
            System.arraycopy(last, 0, action, 0, channels);
            index++;
            doneOfCurrent++;
            consumed++;
            standing = 0;
            return ChunkStep.ACT;
        }
        return late(action);
    }

    /// {@return index of the action that the last [#due] gave, within its chunk; -1 when there was none}
    public int lastIndex() {
        return index - 1;
    }

    /// {@return chunks taken since the beginning}
    public long chunks() {
        return chunks;
    }

    /// {@return how many ticks the last action has been standing}
    public int standingTicks() {
        return standing;
    }

    /// Forgets everything, for a new run.
    public void reset() {
        hasCurrent = false;
        hasNext = false;
        asked = false;
        held = false;
        index = 0;
        doneOfCurrent = 0;
        consumed = 0;
        standing = 0;
        chunks = 0;
    }

    private void takeOver() {
        double[] old = current;
        current = next;
        next = old;
        hasNext = false;
        index = (int) Math.min(timing.size(), consumed - consumedWhenAsked);
        doneOfCurrent = 0;
        hasCurrent = true;
    }

    private ChunkStep late(double[] action) {
        standing++;
        if (standing > timing.graceTicks()) {
            held = true;
            return ChunkStep.HOLD;
        }
        if (!hasCurrent) {
            return ChunkStep.WAIT;
        }
        System.arraycopy(last, 0, action, 0, channels);
        return ChunkStep.STAND;
    }
}
