package org.telescribe.policyruntime.rollouts.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/// The difference between two success rates, first minus second.
///
/// The interval is Newcombe's, made of the two Wilson intervals. The test is exact: McNemar's where the
/// starts were the same, Barnard's where they were not. A difference is shown when the test says so and
/// the interval leaves zero out.
///
/// @param first how the first did
/// @param second how the second did
/// @param difference share of the first minus share of the second; NaN without trials
/// @param interval where the true difference lies
/// @param probability of a difference at least as great if there were none: the two-sided p
/// @param paired whether both had the same starts
/// @param confidence of the interval, such as 0.95
public record ShareDifference(
        SuccessCount first,
        SuccessCount second,
        double difference,
        Interval interval,
        double probability,
        boolean paired,
        double confidence) {
    private static final Interval NOTHING_KNOWN = new Interval(-1, 1);

    /// {@return the difference of two counts on different starts}
    ///
    /// @param first how the first did
    /// @param second how the second did
    /// @param confidence such as 0.95
    public static ShareDifference unpaired(SuccessCount first, SuccessCount second, double confidence) {
        if (first.trials() == 0 || second.trials() == 0) {
            return new ShareDifference(first, second, Double.NaN, NOTHING_KNOWN, 1, false, confidence);
        }
        BarnardExact test = new BarnardExact(first.trials(), second.trials());
        return new ShareDifference(
                first,
                second,
                first.share() - second.share(),
                newcombe(first, second, 0, confidence),
                test.twoSided(first.successes(), second.successes()),
                false,
                confidence);
    }

    /// {@return the difference of two policies on the same starts}
    ///
    /// @param count what was counted
    /// @param confidence such as 0.95
    public static ShareDifference paired(PairedCount count, double confidence) {
        SuccessCount first = count.first();
        SuccessCount second = count.second();
        if (count.pairs() == 0) {
            return new ShareDifference(first, second, Double.NaN, NOTHING_KNOWN, 1, true, confidence);
        }
        return new ShareDifference(
                first,
                second,
                (double) (count.firstOnly() - count.secondOnly()) / count.pairs(),
                newcombe(first, second, correlation(count), confidence),
                mcNemar(count.firstOnly(), count.secondOnly()),
                true,
                confidence);
    }

    /// {@return the same seen from the other side}
    public ShareDifference turned() {
        return new ShareDifference(
                /* first= */ second,
                /* second= */ first,
                -difference,
                new Interval(-interval.high(), -interval.low()),
                probability,
                paired,
                confidence);
    }

    /// {@return whether there is a difference, as far as these trials can tell}
    public boolean isShown() {
        return probability <= 1 - confidence && !interval.contains(0);
    }

    /// {@return the exact two-sided probability that so few of the unlike pairs favour one side}
    ///
    /// @param firstOnly pairs that favour the first
    /// @param secondOnly pairs that favour the second
    static double mcNemar(int firstOnly, int secondOnly) {
        int unlike = firstOnly + secondOnly;
        if (unlike == 0) {
            return 1;
        }
        double tail = BinomialDistribution.of(unlike, 0.5).cumulativeProbability(Math.min(firstOnly, secondOnly));
        return Math.min(1, 2 * tail);
    }

    /// Newcombe (1998), method 10, for independent counts and, with the correlation, for pairs.
    private static Interval newcombe(SuccessCount first, SuccessCount second, double correlation, double confidence) {
        Interval one = BinomialInterval.wilson(first, confidence);
        Interval two = BinomialInterval.wilson(second, confidence);
        double difference = first.share() - second.share();
        double oneDown = first.share() - one.low();
        double oneUp = one.high() - first.share();
        double twoDown = second.share() - two.low();
        double twoUp = two.high() - second.share();
        double below = oneDown * oneDown - 2 * correlation * oneDown * twoUp + twoUp * twoUp;
        double above = oneUp * oneUp - 2 * correlation * oneUp * twoDown + twoDown * twoDown;
        return new Interval(
                Math.max(-1, difference - Math.sqrt(Math.max(0, below))),
                Math.min(1, difference + Math.sqrt(Math.max(0, above))));
    }

    /// The phi coefficient, corrected for continuity as Newcombe does when it is positive.
    private static double correlation(PairedCount count) {
        double product = (double) count.first().successes()
                * (count.pairs() - count.first().successes())
                * count.second().successes()
                * (count.pairs() - count.second().successes());
        if (product <= 0) {
            return 0;
        }
        double unlike = (double) count.both() * count.neither() - (double) count.firstOnly() * count.secondOnly();
        double corrected = unlike > 0 ? Math.max(0, unlike - count.pairs() / 2.0) : unlike;
        return corrected / Math.sqrt(product);
    }
}
