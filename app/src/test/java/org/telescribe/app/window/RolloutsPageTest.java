package org.telescribe.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.app.policy.PolicyChoice;
import org.telescribe.app.policy.RolloutStudy;
import org.telescribe.app.rollouts.RolloutsPage;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.policyruntime.rollouts.study.StudyEvent;
import org.telescribe.policyruntime.rollouts.study.StudyFile;
import org.telescribe.policyruntime.rollouts.study.StudyUnreadable;
import org.telescribe.policyruntime.rollouts.study.Verdict;

/// Rollouts by keys, with a study of two contestants on one start.
class RolloutsPageTest {
    @TempDir
    private Path home = Path.of("");

    private AppFolders folders;
    private Path folder = Path.of("");
    private TelescribeWindow window;
    private KeyPoster keys;

    @BeforeEach
    void open() throws Exception {
        folders = HomeFolders.below(home);
        folder = folders.data().resolve("rollouts").resolve("study-2");
        run(folder, true);
        SystemSessionClock clock = new SystemSessionClock();
        window = FxThread.call(() -> {
            TelescribeWindow shown = new TelescribeWindow(new Stage(), clock, WindowParts.usual(clock, folders));
            shown.showAlone();
            return shown;
        });
        keys = new KeyPoster(window.scene());
        press(KeyCode.DIGIT6, true);
        FxThread.await(() -> page().player() != null && !page().isBusy());
    }

    /// The shipped policy with and without its instruction, on one start.
    private void run(Path study, boolean recorded) throws Exception {
        BenchArms arms = new BenchArms();
        PolicyChoice choice = new PolicyChoice(folders, arms);
        CheckedBundle bundle = choice.passed(choice.folder(null));
        List<RolloutStudy.Contestant> contestants =
                List.of(new RolloutStudy.Contestant(bundle, false), new RolloutStudy.Contestant(bundle, true));
        new RolloutStudy(arms, BenchPictureMaker.software(), new SystemSessionClock())
                .run(study, new RolloutStudy.Wanted(contestants, 70, 1, recorded), (so, of) -> {}, () -> false);
    }

    @AfterEach
    void close() throws Exception {
        FxThread.call(() -> {
            window.close();
            return true;
        });
        window.awaitClosed();
    }

    private RolloutsPage page() {
        return window.rollouts();
    }

    private Study study() {
        Study study = page().study();
        assertNotNull(study);
        return study;
    }

    private void press(KeyCode code, boolean control) throws Exception {
        FxThread.call(() -> {
            keys.press(code, control);
            return true;
        });
    }

    private String text() throws Exception {
        return FxThread.call(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return textNow();
        });
    }

    private String textNow() {
        return textOf(window.scene().getRoot());
    }

    private static String textOf(Node node) {
        StringBuilder text = new StringBuilder();
        if (node instanceof Label label && label.isVisible()) {
            text.append(label.getText()).append('\n');
        }
        if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> text.append(textOf(child)));
        }
        return text.toString();
    }

    @Test
    void namesStayHiddenUntilEverythingIsJudged() throws Exception {
        FxThread.await(() -> page().player() != null && page().player().isSettled());
        String hidden = text();
        assertTrue(hidden.contains("policy hidden"), hidden);
        assertFalse(hidden.contains("bench-reach"), hidden);
        assertTrue(hidden.contains("prompt hidden"), hidden);
        assertFalse(hidden.contains("(blank)"), "an empty prompt tells whose rollout it is");
        assertFalse(hidden.contains("tokens ["), "so do its tokens");
        assertTrue(hidden.contains("0/0 · no trials"), "nothing is counted that nobody judged");
        press(KeyCode.S, false);
        FxThread.await(() -> page().study() != null && study().verdicts().size() == 1);
        assertFalse(text().contains("bench-reach"));
        press(KeyCode.PAGE_DOWN, false);
        FxThread.await(() -> page().place() == 1);
        press(KeyCode.X, false);
        press(KeyCode.DIGIT3, false); // at once, before X is on the disk
        FxThread.await(() -> new Verdict(1, false, 3).equals(study().verdicts().get(1)));
        FxThread.await(() -> saved(new Verdict(1, false, 3)));
        assertTrue(text().contains("bench-reach 1, blank"));
        assertTrue(text().contains("Failure: missed it"));
        assertEquals(
                new Verdict(1, false, 3),
                new StudyFile(folder).read().verdicts().get(1));
    }

    private boolean saved(Verdict verdict) {
        try {
            return verdict.equals(new StudyFile(folder).read().verdicts().get(verdict.trial()));
        } catch (StudyUnreadable unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void undoGoesBackStepByStepToWhatStoodBefore() throws Exception {
        press(KeyCode.S, false);
        press(KeyCode.X, false);
        press(KeyCode.DIGIT2, false);
        FxThread.await(() -> saved(new Verdict(0, false, 2)));
        press(KeyCode.Z, true);
        FxThread.await(() -> saved(new Verdict(0, false, 0)));
        press(KeyCode.Z, true);
        FxThread.await(() -> saved(new Verdict(0, true, 0)));
        press(KeyCode.Z, true);
        FxThread.await(() -> study().verdicts().isEmpty());
    }

    @Test
    void undoDoesNotReachIntoAnotherStudy() throws Exception {
        Path other = folder.resolveSibling("study-1");
        run(other, true);
        new StudyFile(other).append(new StudyEvent.Judged(new Verdict(0, true, 0)));
        press(KeyCode.X, false);
        FxThread.await(() -> saved(new Verdict(0, false, 0)));
        open(other);
        assertEquals(1, study().verdicts().size());
        press(KeyCode.Z, true);
        assertTrue(text().contains("There is no verdict to take back."));
        assertEquals(1, new StudyFile(other).read().verdicts().size());
    }

    private void open(Path study) throws Exception {
        FxThread.call(() -> {
            page().open(study);
            return true;
        });
        FxThread.await(() -> page().study() != null && !page().isBusy());
    }

    @Test
    void aStudyWithoutVideoOpensWithItsTable() throws Exception {
        Path plain = folder.resolveSibling("study-0");
        run(plain, false);
        open(plain);
        assertEquals("", page().failure());
        assertTrue(text().contains("Not recorded"), text());
        press(KeyCode.PAGE_DOWN, false);
        FxThread.await(() -> page().place() == 1 && !page().isBusy());
        press(KeyCode.S, false);
        assertTrue(text().contains("there is nothing to judge"), text());
        press(KeyCode.U, false);
        assertTrue(text().contains("BY THE RULE OF THE TASK"), text());
    }

    @Test
    void aFolderThatIsNoStudySaysSoAndThePageGoesOn() throws Exception {
        FxThread.call(() -> {
            page().open(home.resolve("nowhere"));
            return true;
        });
        FxThread.await(() -> !page().failure().isEmpty());
        assertTrue(page().failure().contains("Choose the folder of a study"), page().failure());
        open(folder);
        assertEquals("", page().failure());
    }

    @Test
    void aVerdictIsTakenBackAndTheFileSaysSo() throws Exception {
        press(KeyCode.X, false);
        FxThread.await(() -> saved(new Verdict(0, false, 0)));
        press(KeyCode.Z, true);
        FxThread.await(() -> textNow().contains("The last verdict was taken back."));
        assertTrue(new StudyFile(folder).read().verdicts().isEmpty());
    }

    @Test
    void namesAreShownWhenSomebodyLooksAndThatIsWrittenDown() throws Exception {
        press(KeyCode.U, false);
        FxThread.await(() -> textNow().contains("The names are shown from now on"));
        assertTrue(text().contains("bench-reach 1"));
        assertTrue(new StudyFile(folder).read().unblinded());
        assertTrue(text().contains("No difference shown"), "one run each ranks nobody");
    }
}
