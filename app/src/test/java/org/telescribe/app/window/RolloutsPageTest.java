package org.telescribe.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
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
import org.telescribe.policyruntime.rollouts.study.StudyFile;
import org.telescribe.policyruntime.rollouts.study.Verdict;

/// Rollouts by keys, with a study of two contestants on one start.
class RolloutsPageTest {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    private Path home = Path.of("");

    private Path folder = Path.of("");
    private TelescribeWindow window;
    private KeyPoster keys;

    @BeforeEach
    void open() throws Exception {
        AppFolders folders = HomeFolders.below(home);
        SystemSessionClock clock = new SystemSessionClock();
        BenchArms arms = new BenchArms();
        PolicyChoice choice = new PolicyChoice(folders, arms);
        CheckedBundle bundle = choice.passed(choice.folder(null));
        folder = folders.data().resolve("rollouts").resolve("study-1");
        new RolloutStudy(arms, BenchPictureMaker.software(), clock)
                .run(
                        folder,
                        new RolloutStudy.Wanted(
                                List.of(
                                        new RolloutStudy.Contestant(bundle, false),
                                        new RolloutStudy.Contestant(bundle, true)),
                                70,
                                1,
                                true),
                        (so, of) -> {},
                        () -> false);
        window = FxThread.call(() -> {
            TelescribeWindow shown = new TelescribeWindow(new Stage(), clock, WindowParts.usual(clock, folders));
            shown.showAlone();
            return shown;
        });
        keys = new KeyPoster(window.scene());
        press(KeyCode.DIGIT6, true);
        await(() -> page().player() != null && !page().isBusy());
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
            return textOf(window.scene().getRoot());
        });
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

    private static void await(BooleanSupplier wanted) throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        AnimationTimer timer = FxThread.call(() -> {
            AnimationTimer looking = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (wanted.getAsBoolean()) {
                        seen.countDown();
                    }
                }
            };
            looking.start();
            return looking;
        });
        boolean came = seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        FxThread.call(() -> {
            timer.stop();
            return true;
        });
        assertTrue(came, "within %d s".formatted(PATIENCE_SECONDS));
    }

    @Test
    void namesStayHiddenUntilEverythingIsJudged() throws Exception {
        assertTrue(text().contains("policy hidden"));
        assertFalse(text().contains("bench-reach"));
        press(KeyCode.S, false);
        await(() -> page().study() != null && study().verdicts().size() == 1);
        assertFalse(text().contains("bench-reach"));
        press(KeyCode.PAGE_DOWN, false);
        await(() -> page().place() == 1);
        press(KeyCode.X, false);
        await(() -> study().verdicts().size() == 2);
        press(KeyCode.DIGIT3, false);
        await(() -> new Verdict(1, false, 3).equals(study().verdicts().get(1)));
        assertTrue(text().contains("bench-reach 1, blank"));
        assertTrue(text().contains("Failure: missed it"));
        assertEquals(
                new Verdict(1, false, 3),
                new StudyFile(folder).read().verdicts().get(1));
    }

    @Test
    void aVerdictIsTakenBackAndTheFileSaysSo() throws Exception {
        press(KeyCode.X, false);
        await(() -> study().verdicts().size() == 1);
        press(KeyCode.Z, true);
        await(() -> study().verdicts().isEmpty());
        assertTrue(new StudyFile(folder).read().verdicts().isEmpty());
    }

    @Test
    void namesAreShownWhenSomebodyLooksAndThatIsWrittenDown() throws Exception {
        press(KeyCode.U, false);
        await(() -> study().unblinded());
        assertTrue(text().contains("bench-reach 1"));
        assertTrue(new StudyFile(folder).read().unblinded());
        assertTrue(text().contains("No difference shown"), "one run each ranks nobody");
    }
}
