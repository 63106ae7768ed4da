package org.telescribe.policyruntime.rollouts.statistics;

/// How often something went well.
///
/// @param successes how often
/// @param trials of how many; 0 is allowed and says nothing
public record SuccessCount(int successes, int trials) {
    /// Refuses what cannot be counted.
    public SuccessCount {
        if (trials < 0 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("%d successes of %d trials".formatted(successes, trials));
        }
    }

    /// {@return the share of successes; NaN without trials}
    public double share() {
        return trials == 0 ? Double.NaN : (double) successes / trials;
    }
}
