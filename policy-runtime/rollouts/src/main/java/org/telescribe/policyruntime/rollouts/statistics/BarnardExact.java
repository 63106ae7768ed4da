package org.telescribe.policyruntime.rollouts.statistics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// Barnard's exact test on two counts of different trials, with the pooled score as its statistic: how
/// probable a difference at least as great would be if both had the same probability, for the
/// probability that makes it most probable.
final class BarnardExact {
    private static final double SAME_SCORE = 1e-9;
    private static final int GRID = 256;
    private static final int NARROWINGS = 60;

    private final int firstTrials;
    private final int secondTrials;

    BarnardExact(int firstTrials, int secondTrials) {
        this.firstTrials = firstTrials;
        this.secondTrials = secondTrials;
    }

    /// {@return the probability of a difference at least as great in either direction}
    double twoSided(int firstSuccesses, int secondSuccesses) {
        return mostProbable(Math.abs(score(firstSuccesses, secondSuccesses)), true);
    }

    /// {@return the probability of a difference at least as great in the direction that was seen}
    double oneSided(int firstSuccesses, int secondSuccesses) {
        return mostProbable(Math.abs(score(firstSuccesses, secondSuccesses)), false);
    }

    /// {@return the smallest score that is significant at the level; infinite when none is}
    double criticalScore(double level) {
        double[] scores = new double[(firstTrials + 1) * (secondTrials + 1)];
        int next = 0;
        for (int first = 0; first <= firstTrials; first++) {
            for (int second = 0; second <= secondTrials; second++) {
                scores[next++] = Math.abs(score(first, second));
            }
        }
        Arrays.sort(scores);
        int low = 0;
        int high = scores.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mostProbable(scores[middle], true) <= level) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == scores.length ? Double.POSITIVE_INFINITY : scores[low] - SAME_SCORE;
    }

    /// {@return difference of the shares over its standard deviation, if both were one}
    double score(int firstSuccesses, int secondSuccesses) {
        double pooled = (double) (firstSuccesses + secondSuccesses) / (firstTrials + secondTrials);
        double variance = pooled * (1 - pooled) * (1.0 / firstTrials + 1.0 / secondTrials);
        double difference = (double) firstSuccesses / firstTrials - (double) secondSuccesses / secondTrials;
        return variance <= 0 ? 0 : difference / Math.sqrt(variance);
    }

    private double mostProbable(double seen, boolean bothDirections) {
        double threshold = seen - SAME_SCORE;
        int[] above = new int[firstTrials + 1]; // a second count above this is far enough
        int[] below = new int[firstTrials + 1]; // one below this too
        for (int first = 0; first <= firstTrials; first++) {
            int upper = secondTrials + 1;
            while (upper > 0 && -score(first, upper - 1) >= threshold) {
                upper--;
            }
            int lower = -1;
            while (lower < secondTrials && score(first, lower + 1) >= threshold) {
                lower++;
            }
            above[first] = upper;
            below[first] = lower;
        }
        return highest(common -> probability(common, above, below, bothDirections));
    }

    private double probability(double common, int[] above, int[] below, boolean bothDirections) {
        BinomialDistribution firsts = BinomialDistribution.of(firstTrials, common);
        double[] upTo = new double[secondTrials + 1];
        BinomialDistribution seconds = BinomialDistribution.of(secondTrials, common);
        double sum = 0;
        for (int second = 0; second <= secondTrials; second++) {
            sum += seconds.probability(second);
            upTo[second] = sum;
        }
        double total = 0;
        for (int first = 0; first <= firstTrials; first++) {
            double far;
            if (below[first] >= above[first]) {
                far = 1;
            } else {
                far = below[first] < 0 ? 0 : upTo[below[first]];
                if (bothDirections && above[first] <= secondTrials) {
                    far += above[first] == 0 ? 1 : sum - upTo[above[first] - 1];
                }
            }
            total += firsts.probability(first) * far;
        }
        return Math.min(1, total);
    }

    /// Greatest value on (0, 1): the best of a grid, then narrowed by the golden section around it.
    private static double highest(DoubleUnaryOperator function) {
        int best = 1;
        double bestValue = 0;
        for (int i = 1; i < GRID; i++) {
            double value = function.applyAsDouble((double) i / GRID);
            if (value > bestValue) {
                bestValue = value;
                best = i;
            }
        }
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = (best - 1.0) / GRID;
        double high = (best + 1.0) / GRID;
        for (int i = 0; i < NARROWINGS; i++) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            double atLeft = function.applyAsDouble(left);
            double atRight = function.applyAsDouble(right);
            bestValue = Math.max(bestValue, Math.max(atLeft, atRight));
            if (atLeft >= atRight) {
                high = right;
            } else {
                low = left;
            }
        }
        return bestValue;
    }
}
