package org.telescribe.policyruntime.rollouts.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialIntervalTest {
    private static final double FOUR_DECIMALS = 0.5e-4;

    @ParameterizedTest
    @CsvSource({
        "8, 10, 0.4439, 0.9748",
        "10, 10, 0.6915, 1",
        "17, 20, 0.6211, 0.9679",
        "25, 50, 0.3553, 0.6447",
        "29, 50, 0.4321, 0.7181"
    })
    void clopperAndPearsonAreThePublishedOnes(int successes, int trials, double low, double high) {
        Interval interval = BinomialInterval.clopperPearson(new SuccessCount(successes, trials), 0.95);
        assertEquals(low, interval.low(), FOUR_DECIMALS);
        assertEquals(high, interval.high(), FOUR_DECIMALS);
    }

    @ParameterizedTest
    @CsvSource({"8, 10, 0.4902, 0.9433", "25, 50, 0.3664, 0.6336"})
    void wilsonIsThePublishedOne(int successes, int trials, double low, double high) {
        Interval interval = BinomialInterval.wilson(new SuccessCount(successes, trials), 0.95);
        assertEquals(low, interval.low(), FOUR_DECIMALS);
        assertEquals(high, interval.high(), FOUR_DECIMALS);
    }

    @Test
    void aThousandRandomCountsAgreeWithBruteForce() {
        long seed = 20_261_125;
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            int trials = 1 + random.nextInt(60);
            int successes = random.nextInt(trials + 1);
            double confidence = 0.5 + 0.499 * random.nextDouble();
            double tail = (1 - confidence) / 2;
            Interval interval = BinomialInterval.clopperPearson(new SuccessCount(successes, trials), confidence);
            // lower end: so many or more are just as improbable as the tail; upper end: so many or fewer
            double low = successes == 0 ? 0 : bisected(p -> atMost(successes - 1, trials, p) > 1 - tail);
            double high = successes == trials ? 1 : bisected(p -> atMost(successes, trials, p) > tail);
            String what = "seed %d, %d/%d at %s".formatted(seed, successes, trials, confidence);
            assertEquals(low, interval.low(), 1e-8, what);
            assertEquals(high, interval.high(), 1e-8, what);
            assertTrue(interval.contains((double) successes / trials), what);
            Interval wilson = BinomialInterval.wilson(new SuccessCount(successes, trials), confidence);
            double share = (double) successes / trials;
            double z = bisected(p -> normalBetween(8 * p) < confidence) * 8;
            // the ends are where the share is exactly z standard deviations away
            double below = share * bisected(p -> distance(share, p * share, trials) > z);
            double above = share + (1 - share) * bisected(p -> distance(share, share + p * (1 - share), trials) < z);
            assertEquals(below, wilson.low(), 1e-6, what);
            assertEquals(above, wilson.high(), 1e-6, what);
        }
    }

    /// How many standard deviations a share is away from a probability.
    private static double distance(double share, double p, int trials) {
        double deviation = Math.sqrt(p * (1 - p) / trials);
        return deviation == 0 ? (share == p ? 0 : Double.POSITIVE_INFINITY) : Math.abs(share - p) / deviation;
    }

    /// The normal probability between -z and z, by Simpson's rule.
    private static double normalBetween(double z) {
        int steps = 400;
        double width = z / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-i * width * (i * width) / 2);
        }
        return 2 * sum * width / 3 / Math.sqrt(2 * Math.PI);
    }

    /// The probability up to which something holds.
    private static double bisected(DoublePredicate holds) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (holds.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Term by term, without any library.
    private static double atMost(int successes, int trials, double p) {
        double sum = 0;
        for (int k = 0; k <= successes; k++) {
            double term = 1;
            for (int i = 1; i <= k; i++) {
                term *= (trials - k + i) / (double) i * p;
            }
            sum += term * Math.pow(1 - p, trials - k);
        }
        return sum;
    }

    @Test
    void withoutTrialsNothingIsKnown() {
        assertEquals(new Interval(0, 1), BinomialInterval.clopperPearson(new SuccessCount(0, 0), 0.95));
        assertEquals(new Interval(0, 1), BinomialInterval.wilson(new SuccessCount(0, 0), 0.95));
        assertEquals("0/0 · no trials", RateText.of(new SuccessCount(0, 0)));
    }

    @Test
    void aRateIsNeverABarePercentage() {
        assertEquals("40/50 · 80 % [66, 90]", RateText.of(new SuccessCount(40, 50)));
        assertEquals("0/10 · 0 % [0, 31]", RateText.of(new SuccessCount(0, 10)));
        assertEquals("10/10 · 100 % [69, 100]", RateText.of(new SuccessCount(10, 10)));
    }

    @Test
    void whatCannotBeCountedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SuccessCount(11, 10));
        assertThrows(IllegalArgumentException.class, () -> new SuccessCount(-1, 10));
        assertThrows(IllegalArgumentException.class, () -> BinomialInterval.clopperPearson(new SuccessCount(1, 2), 1));
    }
}
