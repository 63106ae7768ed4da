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
        return new PolicyKey(id, "1", "instruction", setUp, "The processor, 1 thread.");
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
        assertTrue(study.isDone(1), "what a person says goes before the rule");
        assertFalse(study.namesShown());
        file.append(new StudyEvent.TakenBack(1));
        file.append(new StudyEvent.Unblinded());
        study = file.read();
        assertFalse(study.isDone(1));
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
        List<Study.Line> lines = study.byRule();
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
        assertEquals(0, file.read().trials().size());
        file.append(new StudyEvent.Ran(trial(0, 3, true, "red")));
        assertEquals(1, file.read().trials().size());
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
                String.valueOf(refused.getMessage()).contains("a verdict on rollout 4, there are 0"),
                refused.getMessage());
    }

    @Test
    void aFolderWithoutAStudySaysSo() {
        StudyUnreadable refused = assertThrows(StudyUnreadable.class, () -> new StudyFile(folder).read());
        assertTrue(String.valueOf(refused.getMessage()).contains("Choose the folder of a study"), refused.getMessage());
    }
}
