package org.telescribe.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.app.settings.AppFolders;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.app.station.BuiltInStation;
import org.telescribe.app.station.StationStart;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.control.collect.CollectPhase;
import org.telescribe.teleop.control.collect.CollectPlan;
import org.telescribe.teleop.control.collect.CollectView;
import org.telescribe.teleop.episode.check.DatasetVerifier;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.MarkKind;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.read.RecordedFacts;

/// The window with the built-in station, in real time, by keys alone.
class CollectFlowTest {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long STEP_NANOS = 30_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final SystemSessionClock clock = new SystemSessionClock();
    private final ParkingWait wait = new ParkingWait(clock);

    @TempDir
    private Path home = Path.of("");

    private TelescribeWindow window;
    private KeyPoster keys;
    private volatile @Nullable CollectView newest;

    private Path dataset() {
        return home.resolve("set");
    }

    @BeforeEach
    void open() throws Exception {
        AppFolders folders = HomeFolders.below(home);
        window = FxThread.call(() -> {
            TelescribeWindow shown = new TelescribeWindow(new Stage(), clock, WindowParts.usual(clock, folders));
            shown.onPulse((seen, desk) -> newest = seen);
            shown.showAlone();
            shown.open(
                    () -> StationStart.start(
                            BuiltInStation.open(
                                            new BuiltInStation.Setup(1, null, -1, true),
                                            clock,
                                            BenchPictureMaker.software())
                                    .station(),
                            dataset(),
                            clock),
                    () -> new CollectPlan("Push the block", "tester", 3, 60 * SECOND_NANOS));
            return shown;
        });
        keys = new KeyPoster(window.scene());
    }

    @AfterEach
    void close() throws Exception {
        FxThread.call(() -> {
            window.close();
            return true;
        });
        window.awaitClosed();
    }

    private void press(KeyCode code, boolean ctrl) throws Exception {
        pause(SECOND_NANOS * 7 / 10); // a second Enter within 0.6 s would be a bounce
        FxThread.call(() -> {
            keys.press(code, ctrl);
            return true;
        });
    }

    private void press(KeyCode code) throws Exception {
        press(code, false);
    }

    private void pause(long nanos) {
        wait.waitUntil(clock.nanoTime() + nanos);
    }

    private CollectView until(String what, Predicate<CollectView> reached) throws Exception {
        long giveUpNanos = clock.nanoTime() + PATIENCE_NANOS;
        CollectView seen = newest;
        while (seen == null || !reached.test(seen)) {
            assertTrue(clock.nanoTime() < giveUpNanos, "waited in vain until %s: %s".formatted(what, seen));
            pause(STEP_NANOS);
            seen = newest;
        }
        return seen;
    }

    private CollectView view() {
        return Objects.requireNonNull(newest);
    }

    private CollectView until(CollectPhase phase) throws Exception {
        return until(phase.word(), seen -> seen.phase() == phase);
    }

    private void untilShown(String words) throws Exception {
        long giveUpNanos = clock.nanoTime() + PATIENCE_NANOS;
        String shown = "";
        while (!shown.contains(words)) {
            assertTrue(clock.nanoTime() < giveUpNanos, "\"%s\" is not among: %s".formatted(words, shown));
            pause(STEP_NANOS);
            shown = FxThread.call(() -> textOf(window.scene().getRoot()));
        }
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

    private void record() throws Exception {
        until("the arms are read", seen -> seen.control().tick() > 20);
        if (view().phase() == CollectPhase.NOT_READY) {
            press(KeyCode.ENTER);
        }
        until(CollectPhase.READY);
        press(KeyCode.ENTER);
        until(CollectPhase.RECORDING);
    }

    @Test
    void anEpisodeIsMarkedJudgedTakenBackAndJudgedAgain() throws Exception {
        record();
        press(KeyCode.M);
        untilShown("Step 1 marked at 0:0");
        press(KeyCode.L);
        untilShown("Look here at 0:0");
        press(KeyCode.S);
        untilShown("Result: success");
        press(KeyCode.ENTER);
        until(CollectPhase.VERDICT);
        untilShown("LOOP");
        untilShown("1 step mark, 1 look here");
        press(KeyCode.K);
        until("the episode is saved", seen -> seen.recorder().datasetEpisodes() == 1);
        press(KeyCode.Z, true);
        until(CollectPhase.VERDICT);
        assertEquals(0, view().recorder().datasetEpisodes());
        assertEquals(EpisodeOutcome.SUCCESS, view().recorder().outcome());
        untilShown("LOOP");
        press(KeyCode.D);
        until("the episode is discarded", seen -> seen.recorder().run().size() == 1);
        assertNull(view().recorder().run().getFirst().saved());
        press(KeyCode.Z, true);
        until(CollectPhase.VERDICT);
        press(KeyCode.X);
        press(KeyCode.F);
        until("the episode is saved again", seen -> seen.recorder().datasetEpisodes() == 1);
        assertTrue(DatasetVerifier.verify(dataset(), true).sound());
        try (EpisodeReader reader = EpisodeReader.open(dataset())) {
            RecordedFacts facts = Objects.requireNonNull(reader.recordedFacts().get(0));
            assertEquals(EpisodeOutcome.FAILURE, facts.outcome());
            assertTrue(facts.flagged());
            assertEquals(
                    List.of(MarkKind.STEP, MarkKind.LOOK),
                    facts.marks().stream().map(mark -> mark.kind()).toList());
            assertTrue(
                    facts.marks().getFirst().sinceStartNanos() > SECOND_NANOS / 2,
                    facts.marks().toString());
        }
    }
}
