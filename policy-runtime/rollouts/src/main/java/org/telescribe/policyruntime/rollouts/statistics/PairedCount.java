package org.telescribe.policyruntime.rollouts.statistics;

/// Two policies on the same starts, counted start by start.
///
/// @param both starts on which both did it
/// @param firstOnly starts on which only the first did it
/// @param secondOnly starts on which only the second did it
/// @param neither starts on which none did it
public record PairedCount(int both, int firstOnly, int secondOnly, int neither) {
    /// Refuses negative counts.
    public PairedCount {
        if (both < 0 || firstOnly < 0 || secondOnly < 0 || neither < 0) {
            throw new IllegalArgumentException("counts %d, %d, %d, %d".formatted(both, firstOnly, secondOnly, neither));
        }
    }

    /// {@return number of starts}
    public int pairs() {
        return both + firstOnly + secondOnly + neither;
    }

    /// {@return how the first did}
    public SuccessCount first() {
        return new SuccessCount(both + firstOnly, pairs());
    }

    /// {@return how the second did}
    public SuccessCount second() {
        return new SuccessCount(both + secondOnly, pairs());
    }
}
