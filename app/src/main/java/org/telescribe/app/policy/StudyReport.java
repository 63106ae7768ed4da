package org.telescribe.app.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.telescribe.policyruntime.rollouts.statistics.BinomialInterval;
import org.telescribe.policyruntime.rollouts.statistics.Interval;
import org.telescribe.policyruntime.rollouts.statistics.RateText;
import org.telescribe.policyruntime.rollouts.statistics.SmallestDifference;
import org.telescribe.policyruntime.rollouts.statistics.SuccessCount;
import org.telescribe.policyruntime.rollouts.study.Study;

/// A study in words and numbers: rates with their intervals, differences, what cannot be compared.
///
/// @param study the study
public record StudyReport(Study study) {
    /// {@return lines for people}
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        endedEarly().ifPresent(lines::add);
        for (Study.Judge judge : judges()) {
            lines.add(title(judge));
            for (int policy = 0; policy < policies(); policy++) {
                lines.add("%s: %s".formatted(study.plan().name(policy), RateText.of(count(policy, judge))));
            }
            for (Study.Line line : study.lines(judge)) {
                if (!line.factor().isEmpty()) {
                    List<String> rates =
                            line.counts().stream().map(RateText::of).toList();
                    lines.add("  %-8s %-8s %s".formatted(line.factor(), line.value(), String.join("   ", rates)));
                }
            }
        }
        lines.addAll(comparisons());
        return lines;
    }

    private int policies() {
        return study.plan().policies().size();
    }

    /// {@return how much of the plan was run, a sentence; empty when all of it was}
    Optional<String> endedEarly() {
        return study.isComplete()
                ? Optional.empty()
                : Optional.of("%d of %d rollouts were run; the study was ended early."
                        .formatted(study.trials().size(), study.plan().rollouts()));
    }

    /// {@return whose word is reported: always the rule's, and people's where there is any}
    List<Study.Judge> judges() {
        return study.verdicts().isEmpty() ? List.of(Study.Judge.RULE) : List.of(Study.Judge.RULE, Study.Judge.PERSON);
    }

    /// {@return whose word the numbers below it are}
    ///
    /// @param judge who
    String title(Study.Judge judge) {
        return switch (judge) {
            case RULE -> "By the rule of the task:";
            case PERSON ->
                "As people judged %d of %d rollouts:"
                        .formatted(study.verdicts().size(), study.trials().size());
        };
    }

    /// {@return a sentence for each pair of policies, after one that says whose word they are made of; empty
    /// where there is nothing to compare}
    List<String> comparisons() {
        List<String> sentences = comparisonSentences();
        if (sentences.isEmpty()) {
            return sentences;
        }
        List<String> said = new ArrayList<>();
        said.add(
                switch (study.deciding()) {
                    case RULE -> "Compared by the rule of the task:";
                    case PERSON -> "Compared as people judged:";
                });
        said.addAll(sentences);
        return said;
    }

    private List<String> comparisonSentences() {
        return study.comparisons().stream().map(Study.Comparison::sentence).toList();
    }

    private SuccessCount count(int policy, Study.Judge judge) {
        return study.lines(judge).getFirst().counts().get(policy);
    }

    /// {@return what so many starts can show, a sentence}
    ///
    /// @param runs starts
    public static String canShow(int runs) {
        return RateText.canShow(runs, SmallestDifference.pairedPoints(runs));
    }

    /// {@return the JSON line's values; rates are by the rule}
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ok", true);
        values.put("rollouts", study.trials().size());
        values.put("planned", study.plan().rollouts());
        values.put("judged", study.verdicts().size());
        List<Map<String, Object>> all = new ArrayList<>();
        for (int policy = 0; policy < policies(); policy++) {
            SuccessCount count = count(policy, Study.Judge.RULE);
            Interval interval = BinomialInterval.clopperPearson(count, BinomialInterval.USUAL_CONFIDENCE);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("policy", study.plan().name(policy));
            one.put("successes", count.successes());
            one.put("rollouts", count.trials());
            one.put("rate", RateText.of(count));
            one.put("low", rounded(interval.low()));
            one.put("high", rounded(interval.high()));
            all.add(one);
        }
        values.put("policies", all);
        values.put("compared_by", study.deciding() == Study.Judge.PERSON ? "people" : "rule");
        values.put("comparisons", comparisonSentences());
        return values;
    }

    private static double rounded(double share) {
        return Math.round(share * 1e4) / 1e4;
    }
}
