package org.telescribe.policyruntime.rollouts.statistics;

import java.util.Locale;

/// Rates of success as people read them: never without their count and their interval, and with no
/// more digits than the interval is worth.
public final class RateText {
    private static final double PERCENT = 100;

    private RateText() {}

    /// {@return such as `40/50 · 80 % [66, 90]`, with the interval of Clopper and Pearson at 95 %}
    ///
    /// @param count what was counted
    public static String of(SuccessCount count) {
        if (count.trials() == 0) {
            return "0/0 · no trials";
        }
        Interval interval = BinomialInterval.clopperPearson(count, BinomialInterval.USUAL_CONFIDENCE);
        int decimals = decimals(interval);
        return "%d/%d · %s %% [%s, %s]"
                .formatted(
                        count.successes(),
                        count.trials(),
                        percent(count.share(), decimals),
                        percent(interval.low(), decimals),
                        percent(interval.high(), decimals));
    }

    /// {@return such as `+36 [+17, +52]` points, or `–` where nothing is known}
    ///
    /// @param difference the difference
    public static String of(ShareDifference difference) {
        if (Double.isNaN(difference.difference())) {
            return "–";
        }
        int decimals = decimals(difference.interval());
        return "%s [%s, %s]"
                .formatted(
                        signed(difference.difference(), decimals),
                        signed(difference.interval().low(), decimals),
                        signed(difference.interval().high(), decimals));
    }

    /// {@return what a reader may conclude, in a sentence}
    ///
    /// @param difference the difference
    /// @param firstName name of the first policy
    /// @param secondName name of the second
    public static String sentence(ShareDifference difference, String firstName, String secondName) {
        int trials = Math.min(difference.first().trials(), difference.second().trials());
        if (trials == 0) {
            return "No difference shown: one of them has no trials.";
        }
        if (difference.isShown()) {
            boolean first = difference.difference() > 0;
            return "%s does better than %s: %s points, %s."
                    .formatted(
                            first ? firstName : secondName,
                            first ? secondName : firstName,
                            first ? of(difference) : of(difference.turned()),
                            probability(difference.probability()));
        }
        int points = difference.paired()
                ? SmallestDifference.pairedPoints(trials)
                : SmallestDifference.unpairedPoints(trials);
        return "No difference shown: %d/%d and %d/%d. %s"
                .formatted(
                        difference.first().successes(),
                        difference.first().trials(),
                        difference.second().successes(),
                        difference.second().trials(),
                        canShow(trials, points));
    }

    /// {@return what so many trials can show, in a sentence}
    ///
    /// @param trials of each policy
    /// @param points smallest difference, points
    public static String canShow(int trials, int points) {
        return points >= PERCENT
                ? "With %d run%s each, no difference can be seen.".formatted(trials, trials == 1 ? "" : "s")
                : "With %d runs each, only differences above about %d points can be seen.".formatted(trials, points);
    }

    /// {@return such as `p = 0.031` or `p < 0.001`}
    ///
    /// @param probability two-sided
    public static String probability(double probability) {
        return probability < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", probability);
    }

    /// A digit is written when the interval is narrower than ten of its steps would be.
    private static int decimals(Interval interval) {
        return interval.width() * PERCENT < 1 ? 1 : 0;
    }

    private static String percent(double share, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", share * PERCENT);
    }

    private static String signed(double share, int decimals) {
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(share) * PERCENT);
        boolean zero = digits.chars().allMatch(digit -> digit == '0' || digit == '.');
        return zero ? digits : (share < 0 ? "−" : "+") + digits;
    }
}
