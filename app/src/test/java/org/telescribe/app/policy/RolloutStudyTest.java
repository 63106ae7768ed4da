package org.telescribe.app.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.app.console.CommandFailed;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.session.PolicyInsight;
import org.telescribe.policyruntime.rollouts.study.SeenFile;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.policyruntime.rollouts.study.StudyFile;
import org.telescribe.policyruntime.rollouts.study.Trial;
import org.telescribe.teleop.episode.check.DatasetVerifier;

/// The shipped policy on the simulated bench. Its pictures are drawn plainly here, unlike those
/// that it was trained on: how well it does is not what is looked at.
class RolloutStudyTest {
    private static final long FIRST_SEED = 70;

    private final BenchArms arms = new BenchArms();
    private final RolloutStudy rollouts =
            new RolloutStudy(arms, BenchPictureMaker.software(), new SystemSessionClock());

    @TempDir
    private Path home = Path.of("");

    private CheckedBundle bundle;

    @BeforeEach
    void shipped() throws CommandFailed {
        AppFolders folders = AppFolders.ofEnvironment(Map.of("XDG_CACHE_HOME", home.toString()), home.toString());
        PolicyChoice choice = new PolicyChoice(folders, arms);
        bundle = choice.passed(choice.folder(null));
    }

    private RolloutStudy.Wanted wanted(int runs, boolean recorded) {
        return new RolloutStudy.Wanted(List.of(new RolloutStudy.Contestant(bundle, false)), FIRST_SEED, runs, recorded);
    }

    @Test
    void theSameSeedsEndInTheSameStates() throws Exception {
        Study once = rollouts.run(home.resolve("a"), wanted(2, false), (so, of) -> {}, () -> false);
        Study again = rollouts.run(home.resolve("b"), wanted(2, false), (so, of) -> {}, () -> false);
        List<Long> hashes = once.trials().stream().map(Trial::stateHash).toList();
        assertEquals(hashes, again.trials().stream().map(Trial::stateHash).toList());
        assertFalse(hashes.get(0).equals(hashes.get(1)));
    }

    @Test
    void eachRolloutIsAnEpisodeWithWhatThePolicySaw() throws Exception {
        Path folder = home.resolve("study");
        Study study = rollouts.run(folder, wanted(1, true), (so, of) -> {}, () -> false);
        Trial trial = study.trials().getFirst();
        assertEquals(0, trial.episode());
        assertEquals(new StudyFile(folder).read(), study);
        assertTrue(DatasetVerifier.verify(folder.resolve(RolloutStudy.DATASET), false)
                .sound());
        assertTrue(DatasetVerifier.verify(folder.resolve(RolloutStudy.DEMONSTRATIONS), false)
                .sound());
        List<PolicyInsight> seen = new SeenFile(folder, 0).read();
        assertEquals(trial.chunks().size(), seen.size());
        assertEquals(trial.instruction(), seen.getFirst().instruction());
        assertEquals(
                List.of("head", "left_wrist", "right_wrist"),
                seen.getFirst().pictures().stream()
                        .map(picture -> picture.role())
                        .toList());
        assertEquals(20, seen.getFirst().finalActions().size());
        assertEquals(14, seen.getFirst().state().size());
    }

    @Test
    void stoppingKeepsWhatHasEnded() throws Exception {
        AtomicInteger ended = new AtomicInteger();
        Study study = rollouts.run(
                home.resolve("stopped"), wanted(5, false), (so, of) -> ended.incrementAndGet(), () -> ended.get() == 2);
        assertEquals(2, study.trials().size());
        assertEquals(2, new StudyFile(home.resolve("stopped")).read().trials().size());
    }

    @Test
    void aStudyIsNotWrittenOver() throws Exception {
        Path folder = home.resolve("once");
        rollouts.run(folder, wanted(1, false), (so, of) -> {}, () -> false);
        CommandFailed refused = assertThrows(
                CommandFailed.class, () -> rollouts.run(folder, wanted(1, false), (so, of) -> {}, () -> false));
        assertTrue(String.valueOf(refused.getMessage()).contains("holds a study already"), refused.getMessage());
    }
}
