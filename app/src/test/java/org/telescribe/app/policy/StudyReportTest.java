package org.telescribe.app.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.telescribe.policyruntime.rollouts.study.PolicyKey;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.policyruntime.rollouts.study.StudyPlan;
import org.telescribe.policyruntime.rollouts.study.Trial;
import org.telescribe.policyruntime.rollouts.study.Verdict;

class StudyReportTest {
    private static final PolicyKey SEES = new PolicyKey("reach", "1", "aa".repeat(32), "instruction", "50 Hz", "CPU");
    private static final PolicyKey BLIND = new PolicyKey("reach", "1", "aa".repeat(32), "blank", "50 Hz", "CPU");

    private static Trial trial(int policy, long seed, boolean success) {
        return new Trial(policy, seed, "Reach.", Map.of("arm", "left"), success, "", 100, 0, seed, -1, List.of());
    }

    /// On every start the first policy does it, the second does not.
    private static Study study(int planned, int run, Map<Integer, Verdict> verdicts) {
        List<Trial> trials = new ArrayList<>();
        for (long seed = 0; seed < run; seed++) {
            trials.add(trial(0, seed, true));
            trials.add(trial(1, seed, false));
        }
        return new Study(new StudyPlan(List.of(SEES, BLIND), 0, planned, 0), trials, verdicts, true);
    }

    @Test
    void whatTheNumbersCarryIsSaid() {
        StudyReport report = new StudyReport(study(12, 12, Map.of()));
        assertEquals(
                List.of(
                        "By the rule of the task:",
                        "reach 1: 12/12 · 100 % [74, 100]",
                        "reach 1, blank: 0/12 · 0 % [0, 26]",
                        "  arm      left     12/12 · 100 % [74, 100]   0/12 · 0 % [0, 26]"),
                report.lines().subList(0, 4));
        assertTrue(report.comparisons().get(1).startsWith("reach 1 does better than reach 1, blank: +100 ["));
    }

    @Test
    void twoStartsCarryNoRanking() {
        StudyReport report = new StudyReport(study(2, 2, Map.of()));
        assertEquals(
                List.of(
                        "Compared by the rule of the task:",
                        "No difference shown: 2/2 and 0/2. With 2 runs each, no difference can be seen."),
                report.comparisons());
    }

    @Test
    void aStudyThatEndedEarlySaysSo() {
        Study early = study(12, 3, Map.of());
        String sentence = "6 of 24 rollouts were run; the study was ended early.";
        assertEquals(sentence, new StudyReport(early).lines().getFirst());
        assertTrue(new StudyPage(early).html().contains("<p>" + sentence + "</p>"));
        assertEquals(24, new StudyReport(early).values().get("planned"));
        assertFalse(new StudyPage(study(12, 12, Map.of())).html().contains("ended early"));
    }

    @Test
    void whatPeopleSayStandsBesideTheRule() {
        Study judged = study(2, 2, Map.of(1, new Verdict(1, true, 0)));
        List<String> lines = new StudyReport(judged).lines();
        assertTrue(lines.contains("By the rule of the task:"), lines.toString());
        assertTrue(lines.contains("As people judged 1 of 4 rollouts:"), lines.toString());
        assertTrue(lines.contains("reach 1: 0/0 · no trials"), lines.toString());
        assertEquals(1, new StudyReport(judged).values().get("judged"));
    }

    @Test
    void aComparisonSaysWhoseWordItIsMadeOf() {
        Map<Integer, Verdict> all = Map.of(
                0, new Verdict(0, true, 0),
                1, new Verdict(1, true, 0),
                2, new Verdict(2, true, 0),
                3, new Verdict(3, true, 0));
        StudyReport report = new StudyReport(study(2, 2, all));
        assertEquals("Compared as people judged:", report.comparisons().getFirst());
        assertEquals("people", report.values().get("compared_by"));
        assertTrue(report.comparisons().get(1).startsWith("No difference shown: 2/2 and 2/2."));
        assertEquals(
                List.of(),
                new StudyReport(new Study(new StudyPlan(List.of(SEES), 0, 2, 0), List.of(), Map.of(), true))
                        .comparisons());
    }

    @Test
    void thePageIsTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            String page = new StudyPage(study(12, 12, Map.of())).html();
            Locale.setDefault(Locale.GERMANY);
            assertEquals(page, new StudyPage(study(12, 12, Map.of())).html());
        } finally {
            Locale.setDefault(before);
        }
    }
}
