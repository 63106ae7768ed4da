package org.telescribe.app.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.telescribe.policyruntime.rollouts.statistics.BinomialInterval;
import org.telescribe.policyruntime.rollouts.statistics.Interval;
import org.telescribe.policyruntime.rollouts.statistics.RateText;
import org.telescribe.policyruntime.rollouts.statistics.SmallestDifference;
import org.telescribe.policyruntime.rollouts.statistics.SuccessCount;
import org.telescribe.policyruntime.rollouts.study.PolicyKey;
import org.telescribe.policyruntime.rollouts.study.Study;

/// A study in words and numbers: rates with their intervals, differences, what cannot be compared.
///
/// @param study the study
public record StudyReport(Study study) {
    /// {@return lines for people}
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<PolicyKey> policies = study.plan().policies();
        for (int policy = 0; policy < policies.size(); policy++) {
            lines.add("%s: %s".formatted(policies.get(policy).name(), RateText.of(count(policy))));
        }
        for (Study.Line line : study.byPeople()) {
            if (!line.factor().isEmpty()) {
                List<String> rates = line.counts().stream().map(RateText::of).toList();
                lines.add("  %-8s %-8s %s".formatted(line.factor(), line.value(), String.join("   ", rates)));
            }
        }
        lines.addAll(comparisons());
        return lines;
    }

    /// {@return a sentence for each pair of policies}
    public List<String> comparisons() {
        List<String> sentences = new ArrayList<>();
        List<PolicyKey> policies = study.plan().policies();
        for (int first = 0; first < policies.size(); first++) {
            for (int second = first + 1; second < policies.size(); second++) {
                int one = first;
                int two = second;
                sentences.add(study.notComparable(first, second)
                        .orElseGet(() -> RateText.sentence(
                                study.difference(one, two),
                                policies.get(one).name(),
                                policies.get(two).name())));
            }
        }
        return sentences;
    }

    private SuccessCount count(int policy) {
        return study.byPeople().getFirst().counts().get(policy);
    }

    /// {@return what so many starts can show, a sentence}
    ///
    /// @param runs starts
    public static String canShow(int runs) {
        return RateText.canShow(runs, SmallestDifference.pairedPoints(runs));
    }

    /// {@return the JSON line's values}
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ok", true);
        values.put("rollouts", study.trials().size());
        List<Map<String, Object>> policies = new ArrayList<>();
        for (int policy = 0; policy < study.plan().policies().size(); policy++) {
            SuccessCount count = count(policy);
            Interval interval = BinomialInterval.clopperPearson(count, BinomialInterval.USUAL_CONFIDENCE);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("policy", study.plan().policies().get(policy).name());
            one.put("successes", count.successes());
            one.put("rollouts", count.trials());
            one.put("rate", RateText.of(count));
            one.put("low", rounded(interval.low()));
            one.put("high", rounded(interval.high()));
            policies.add(one);
        }
        values.put("policies", policies);
        values.put("comparisons", comparisons());
        return values;
    }

    private static double rounded(double share) {
        return Math.round(share * 1e4) / 1e4;
    }

    /// {@return a page that needs nothing else}
    public String html() {
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Rollouts</title><style>")
                .append("body{font:15px/1.5 Inter,system-ui,sans-serif;background:#0E1116;color:#E9EEF3;margin:32px}")
                .append("table{border-collapse:collapse;margin:16px 0}td,th{padding:6px 16px 6px 0;text-align:left;")
                .append("border-bottom:1px solid #36414D}td{font-family:'JetBrains Mono',monospace}")
                .append("svg{vertical-align:middle}p{color:#AEBAC6}</style><h1>Rollouts</h1>");
        page.append("<p>%d starts from seed %d, each run by %d %s. %s</p>"
                .formatted(
                        study.plan().runs(),
                        study.plan().firstSeed(),
                        study.plan().policies().size(),
                        study.plan().policies().size() == 1 ? "policy" : "policies",
                        canShow(study.plan().runs())));
        page.append("<table><tr><th>factor<th>");
        study.plan().policies().forEach(policy -> page.append("<th>").append(escaped(policy.name())));
        for (Study.Line line : study.byPeople()) {
            page.append("<tr><td>")
                    .append(escaped(line.factor()))
                    .append("<td>")
                    .append(escaped(line.value()));
            for (SuccessCount count : line.counts()) {
                page.append("<td>")
                        .append(escaped(RateText.of(count)))
                        .append(' ')
                        .append(whisker(count));
            }
        }
        page.append("</table>");
        comparisons()
                .forEach(
                        sentence -> page.append("<p>").append(escaped(sentence)).append("</p>"));
        return page.append("</html>\n").toString();
    }

    private static String whisker(SuccessCount count) {
        if (count.trials() == 0) {
            return "";
        }
        Interval interval = BinomialInterval.clopperPearson(count, BinomialInterval.USUAL_CONFIDENCE);
        return ("<svg width=\"120\" height=\"12\"><path d=\"M%.1f 6H%.1f\" stroke=\"#E9EEF3\"/>"
                        + "<circle cx=\"%.1f\" cy=\"6\" r=\"3\" fill=\"#E9EEF3\"/></svg>")
                .formatted(10 + 100 * interval.low(), 10 + 100 * interval.high(), 10 + 100 * count.share());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
