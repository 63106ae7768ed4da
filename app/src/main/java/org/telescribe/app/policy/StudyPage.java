package org.telescribe.app.policy;

import java.util.Locale;
import org.telescribe.policyruntime.rollouts.statistics.BinomialInterval;
import org.telescribe.policyruntime.rollouts.statistics.Interval;
import org.telescribe.policyruntime.rollouts.statistics.RateText;
import org.telescribe.policyruntime.rollouts.statistics.SuccessCount;
import org.telescribe.policyruntime.rollouts.study.Study;

/// A study as a page that needs nothing else.
public final class StudyPage {
    private static final String STYLE = """
            body{font:15px/1.5 Inter,system-ui,sans-serif;background:#0E1116;color:#E9EEF3;margin:32px}
            h2{font-size:15px}table{border-collapse:collapse;margin:16px 0}
            td,th{padding:6px 16px 6px 0;text-align:left;border-bottom:1px solid #36414D}
            td{font-family:'JetBrains Mono',monospace}svg{vertical-align:middle}p{color:#AEBAC6}
            """;

    private final Study study;
    private final StudyReport report;
    private final StringBuilder page = new StringBuilder();

    /// A page that is not written yet.
    ///
    /// @param study what it is about
    public StudyPage(Study study) {
        this.study = study;
        this.report = new StudyReport(study);
    }

    /// {@return the page}
    public String html() {
        page.setLength(0);
        page.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Rollouts</title><style>")
                .append(STYLE)
                .append("</style><h1>Rollouts</h1>");
        int policies = study.plan().policies().size();
        sentence("%d starts from seed %d, each run by %d %s. %s"
                .formatted(
                        study.plan().runs(),
                        study.plan().firstSeed(),
                        policies,
                        policies == 1 ? "policy" : "policies",
                        StudyReport.canShow(study.plan().runs())));
        report.endedEarly().ifPresent(this::sentence);
        report.judges().forEach(this::table);
        report.comparisons().forEach(this::sentence);
        return page.append("</html>\n").toString();
    }

    private void sentence(String text) {
        page.append("<p>").append(escaped(text)).append("</p>");
    }

    private void table(Study.Judge judge) {
        page.append("<h2>").append(escaped(report.title(judge))).append("</h2><table><tr><th>factor<th>");
        for (int policy = 0; policy < study.plan().policies().size(); policy++) {
            page.append("<th>").append(escaped(study.plan().name(policy)));
        }
        for (Study.Line line : study.lines(judge)) {
            page.append("<tr><td>").append(escaped(line.factor()));
            page.append("<td>").append(escaped(line.value()));
            for (SuccessCount count : line.counts()) {
                page.append("<td>").append(escaped(RateText.of(count))).append(' ');
                page.append(whisker(count));
            }
        }
        page.append("</table>");
    }

    private static String whisker(SuccessCount count) {
        if (count.trials() == 0) {
            return "";
        }
        Interval interval = BinomialInterval.clopperPearson(count, BinomialInterval.USUAL_CONFIDENCE);
        return String.format(
                Locale.ROOT,
                "<svg width=\"120\" height=\"12\"><path d=\"M%.1f 6H%.1f\" stroke=\"#E9EEF3\"/>"
                        + "<circle cx=\"%.1f\" cy=\"6\" r=\"3\" fill=\"#E9EEF3\"/></svg>",
                10 + 100 * interval.low(),
                10 + 100 * interval.high(),
                10 + 100 * count.share());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
