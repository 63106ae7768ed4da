package org.telescribe.policyruntime.rollouts.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Intervals for the probability behind a count of successes. Without trials both are [0, 1]: nothing
/// is known.
public final class BinomialInterval {
    /// The usual confidence.
    public static final double USUAL_CONFIDENCE = 0.95;

    private static final Interval NOTHING_KNOWN = new Interval(0, 1);

    private BinomialInterval() {}

    /// {@return the exact interval of Clopper and Pearson: it covers the probability at least as often
    /// as its confidence says}
    ///
    /// @param count what was counted
    /// @param confidence such as 0.95
    public static Interval clopperPearson(SuccessCount count, double confidence) {
        double tail = tail(confidence);
        int successes = count.successes();
        int failures = count.trials() - successes;
        if (count.trials() == 0) {
            return NOTHING_KNOWN;
        }
        double low = successes == 0
                ? 0
                : BetaDistribution.of(successes, failures + 1.0).inverseCumulativeProbability(tail);
        double high = failures == 0
                ? 1
                : BetaDistribution.of(successes + 1.0, failures).inverseSurvivalProbability(tail);
        return new Interval(low, high);
    }

    /// {@return the score interval of Wilson: narrower, right on average}
    ///
    /// @param count what was counted
    /// @param confidence such as 0.95
    public static Interval wilson(SuccessCount count, double confidence) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail(confidence));
        if (count.trials() == 0) {
            return NOTHING_KNOWN;
        }
        double trials = count.trials();
        double share = count.share();
        double shrink = 1 + z * z / trials;
        double middle = (share + z * z / (2 * trials)) / shrink;
        double half = z / shrink * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
        double low = count.successes() == 0 ? 0 : Math.max(0, middle - half);
        double high = count.successes() == count.trials() ? 1 : Math.min(1, middle + half);
        return new Interval(low, high);
    }

    private static double tail(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence of %s".formatted(confidence));
        }
        return (1 - confidence) / 2;
    }
}
