package org.telescribe.policyruntime.rollouts.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/// How small a difference a number of trials can show: the smallest one, around one half, that the test
/// finds in four of five studies.
public final class SmallestDifference {
    private static final double POWER = 0.8;
    private static final double LEVEL = 0.05;
    private static final int POINTS = 100;

    private SmallestDifference() {}

    /// {@return the smallest difference that two policies of so many trials each can show, in points of
    /// 0 to 100; 100 when they can show none}
    ///
    /// @param trials of each of both policies
    public static int unpairedPoints(int trials) {
        if (trials < 1) {
            return POINTS;
        }
        BarnardExact test = new BarnardExact(trials, trials);
        double critical = test.criticalScore(LEVEL);
        return smallest(points -> {
            double[] first = probabilities(trials, 0.5 + points / 200.0);
            double[] second = probabilities(trials, 0.5 - points / 200.0);
            double found = 0;
            for (int i = 0; i <= trials; i++) {
                for (int j = 0; j <= trials; j++) {
                    if (Math.abs(test.score(i, j)) >= critical) {
                        found += first[i] * second[j];
                    }
                }
            }
            return found;
        });
    }

    /// {@return the same for two policies on the same starts, when how one does says nothing about the
    /// other; they show less when it does}
    ///
    /// @param pairs starts
    public static int pairedPoints(int pairs) {
        return smallest(points -> {
            double better = 0.5 + points / 200.0;
            double firstOnly = better * better;
            double secondOnly = (1 - better) * (1 - better);
            double unlike = firstOnly + secondOnly;
            double[] unlikePairs = probabilities(pairs, unlike);
            double found = 0;
            for (int m = 0; m <= pairs; m++) {
                double[] firsts = probabilities(m, firstOnly / unlike);
                for (int i = 0; i <= m; i++) {
                    if (ShareDifference.mcNemar(i, m - i) <= LEVEL) {
                        found += unlikePairs[m] * firsts[i];
                    }
                }
            }
            return found;
        });
    }

    private static int smallest(Power power) {
        int low = 1;
        int high = POINTS;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (power.at(middle) >= POWER) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static double[] probabilities(int trials, double success) {
        double[] probabilities = new double[trials + 1];
        BinomialDistribution distribution = BinomialDistribution.of(trials, success);
        for (int i = 0; i <= trials; i++) {
            probabilities[i] = distribution.probability(i);
        }
        return probabilities;
    }

    private interface Power {
        double at(int points);
    }
}
