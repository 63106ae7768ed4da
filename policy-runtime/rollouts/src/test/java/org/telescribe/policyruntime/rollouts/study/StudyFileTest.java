package org.telescribe.policyruntime.rollouts.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.policyruntime.rollouts.statistics.RateText;
import org.telescribe.policyruntime.rollouts.statistics.SuccessCount;

class StudyFileTest {
    @TempDir
    private Path folder = Path.of("");

    private static PolicyKey key(String id, String setUp) {
        return new PolicyKey(id, "1", id.repeat(64), "instruction", setUp, "The processor, 1 thread.");
    }

    private static Trial trial(int policy, long seed, boolean success, String colour) {
        return new Trial(
                policy,
                seed,
                "Reach the block",
                Map.of("arm", seed % 2 == 0 ? "left" : "right", "colour", colour),
                success,
                success ? "over the block" : "30 mm beside it",
                120,
                2,
                -77L,
                (int) seed,
                List.of(new ChunkFacts(0, 1_200_000, 0.1), new ChunkFacts(10, 1_100_000, 0.02)));
    }

    private StudyFile planned(PolicyKey... policies) throws StudyUnreadable {
        StudyFile file = new StudyFile(folder);
        file.append(new StudyEvent.Planned(new StudyPlan(List.of(policies), 1, 4, 1_795_000_000_000L)));
        return file;
    }

    @Test
    void whatWasWrittenIsRead() throws Exception {
        StudyFile file = planned(key("a", "50 Hz"), key("b", "50 Hz"));
        file.append(new StudyEvent.Ran(trial(0, 1, true, "red")));
        file.append(new StudyEvent.Ran(trial(1, 1, false, "red")));
        file.append(new StudyEvent.Judged(new Verdict(1, true, 0)));
        Study study = file.read();
        assertEquals(List.of(trial(0, 1, true, "red"), trial(1, 1, false, "red")), study.trials());
        assertEquals(new Verdict(1, true, 0), study.verdicts().get(1));
        assertEquals(
                List.of(new SuccessCount(0, 0), new SuccessCount(1, 1)),
                study.lines(Study.Judge.PERSON).getFirst().counts(),
                "only what somebody judged");
        assertEquals(
                List.of(new SuccessCount(1, 1), new SuccessCount(0, 1)),
                study.lines(Study.Judge.RULE).getFirst().counts());
        assertFalse(study.namesShown());
        file.append(new StudyEvent.TakenBack(1));
        file.append(new StudyEvent.Unblinded());
        study = file.read();
        assertTrue(study.verdicts().isEmpty());
        assertTrue(study.namesShown());
    }

    @Test
    void tablesCountPolicyByPolicyAndFactorByFactor() throws Exception {
        StudyFile file = planned(key("a", "50 Hz"), key("b", "50 Hz"));
        file.append(new StudyEvent.Ran(trial(0, 1, true, "red")));
        file.append(new StudyEvent.Ran(trial(1, 1, false, "red")));
        file.append(new StudyEvent.Ran(trial(0, 2, true, "blue")));
        file.append(new StudyEvent.Ran(trial(1, 2, true, "blue")));
        Study study = file.read();
        List<Study.Line> lines = study.lines(Study.Judge.RULE);
        assertEquals(
                new Study.Line("", "all", List.of(new SuccessCount(2, 2), new SuccessCount(1, 2))), lines.getFirst());
        assertTrue(lines.contains(
                new Study.Line("colour", "red", List.of(new SuccessCount(1, 1), new SuccessCount(0, 1)))));
        assertTrue(
                lines.contains(new Study.Line("arm", "left", List.of(new SuccessCount(1, 1), new SuccessCount(1, 1)))));
        assertTrue(RateText.sentence(study.difference(0, 1), "a", "b").startsWith("No difference shown"));
    }

    @Test
    void unlikeSetUpsAreNotRanked() throws Exception {
        Study study = planned(key("a", "50 Hz"), key("b", "30 Hz")).read();
        assertEquals(
                "Not comparable: 50 Hz against 30 Hz.",
                study.notComparable(0, 1).orElseThrow());
    }

    @Test
    void aLastLineThatACrashToreOffIsLeftOutAndWrittenOver() throws Exception {
        StudyFile file = planned(key("a", "50 Hz"));
        Files.writeString(folder.resolve(StudyFile.NAME), "{\"event\":\"trial\",\"tri", StandardOpenOption.APPEND);
        assertTrue(file.isTorn());
        assertEquals(0, file.read().trials().size());
        file.append(new StudyEvent.Ran(trial(0, 3, true, "red")));
        assertEquals(1, file.read().trials().size());
        assertFalse(file.isTorn());
    }

    @Test
    void aBadLineIsSaidWithItsNumber() throws Exception {
        StudyFile file = planned(key("a", "50 Hz"));
        Files.writeString(folder.resolve(StudyFile.NAME), "{\"event\":\"dance\"}\n", StandardOpenOption.APPEND);
        StudyUnreadable refused = assertThrows(StudyUnreadable.class, file::read);
        assertTrue(
                String.valueOf(refused.getMessage()).contains("line 2: an event \"dance\" that is not known"),
                refused.getMessage());
    }

    @Test
    void aVerdictOnNothingIsAContradiction() throws Exception {
        StudyFile file = planned(key("a", "50 Hz"));
        file.append(new StudyEvent.Judged(new Verdict(4, true, 0)));
        StudyUnreadable refused = assertThrows(StudyUnreadable.class, file::read);
        assertTrue(
                String.valueOf(refused.getMessage()).contains("line 2: a verdict on rollout 4, there are 0"),
                refused.getMessage());
    }

    @Test
    void aFolderWithoutAStudySaysSo() {
        StudyUnreadable refused = assertThrows(StudyUnreadable.class, () -> new StudyFile(folder).read());
        assertTrue(String.valueOf(refused.getMessage()).contains("Choose the folder of a study"), refused.getMessage());
    }

    private String refusedAfter(StudyEvent... events) throws Exception {
        StudyFile file = planned(key("a", "50 Hz"));
        for (StudyEvent event : events) {
            file.append(event);
        }
        return String.valueOf(assertThrows(StudyUnreadable.class, file::read).getMessage());
    }

    @Test
    void aStartThatRanTwiceIsRefused() throws Exception {
        StudyEvent ran = new StudyEvent.Ran(trial(0, 2, true, "red"));
        String sentence = refusedAfter(ran, ran);
        assertTrue(sentence.contains("line 3: a second rollout of policy 0 from seed 2"), sentence);
    }

    @Test
    void aStartOutsideThePlanIsRefused() throws Exception {
        String sentence = refusedAfter(new StudyEvent.Ran(trial(0, 5, true, "red")));
        assertTrue(sentence.contains("line 2: a rollout of seed 5, the plan has 1 to 4"), sentence);
    }

    @Test
    void aSecondPlanIsRefused() throws Exception {
        String sentence = refusedAfter(
                new StudyEvent.Planned(new StudyPlan(List.of(key("b", "50 Hz")), 1, 4, 1_795_000_000_000L)));
        assertTrue(sentence.contains("line 2: a second plan"), sentence);
    }

    @Test
    void whatALineLacksIsNotGuessed() throws Exception {
        StudyFile file = planned(key("a", "50 Hz"));
        Files.writeString(folder.resolve(StudyFile.NAME), "{\"event\":\"taken_back\"}\n", StandardOpenOption.APPEND);
        String sentence =
                String.valueOf(assertThrows(StudyUnreadable.class, file::read).getMessage());
        assertTrue(sentence.contains("line 2: trial is missing"), sentence);
    }

    @Test
    void namesStayHiddenWhileAStudyIsNotComplete() throws Exception {
        StudyFile file = planned(key("a", "50 Hz"));
        for (long seed = 1; seed <= 3; seed++) {
            file.append(new StudyEvent.Ran(trial(0, seed, true, "red")));
            file.append(new StudyEvent.Judged(new Verdict((int) seed - 1, true, 0)));
        }
        assertFalse(file.read().namesShown(), "three of four have run");
        file.append(new StudyEvent.Ran(trial(0, 4, true, "red")));
        file.append(new StudyEvent.Judged(new Verdict(3, false, 2)));
        assertTrue(file.read().namesShown());
        assertEquals(Study.Judge.PERSON, file.read().deciding());
    }

    @Test
    void bundlesOfOneNameAreToldApartByTheirHashes() {
        PolicyKey one = new PolicyKey("a", "1", "1".repeat(64), "instruction", "50 Hz", "here");
        PolicyKey other = new PolicyKey("a", "1", "2".repeat(64), "instruction", "50 Hz", "here");
        StudyPlan both = new StudyPlan(List.of(one, other), 1, 1, 0);
        assertEquals("a 1 (1111111)", both.name(0));
        assertEquals("a 1 (2222222)", both.name(1));
        assertEquals("a 1", new StudyPlan(List.of(one), 1, 1, 0).name(0));
    }
}
