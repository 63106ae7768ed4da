package org.telescribe.app.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.telescribe.app.gallery.StillStation.Arms;
import org.telescribe.app.gallery.StillStation.Recording;
import org.telescribe.app.window.FxThread;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.control.collect.CollectPlan;
import org.telescribe.teleop.control.collect.CollectSession;
import org.telescribe.teleop.control.message.ControlState;
import org.telescribe.teleop.control.message.HoldCause;
import org.telescribe.teleop.control.recorder.RecorderState;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.ui.collect.CameraTile;
import org.telescribe.teleop.ui.collect.CollectPane;
import org.telescribe.viewer3d.fx.image.ScreenImage;
import org.telescribe.viewer3d.fx.image.ScreenReels;

/// What the Collect screen says in given states.
class CollectScreenTest {
    private static final CollectPlan PLAN = new CollectPlan("push the block", "Mara", 5, 60_000_000_000L);

    private final SystemSessionClock clock = new SystemSessionClock();

    private static ScreenReels noReels() {
        return new ScreenReels(
                List.of(new ScreenReels.Size(64, 48), new ScreenReels.Size(64, 48), new ScreenReels.Size(64, 48)));
    }

    private CollectPane pane(Arms arms, Recording recording, ScreenReels reels) {
        StillStation station = StillStation.of(arms, recording, clock.nanoTime());
        CollectSession session = new CollectSession(station, station.asRecorder(), PLAN, clock);
        session.advance();
        List<ScreenImage> images = List.of(new ScreenImage(64, 48), new ScreenImage(64, 48), new ScreenImage(64, 48));
        CollectPane pane =
                new CollectPane(session, new CollectPane.Means(StillStation.CAMERAS, images, reels, sentence -> {}));
        pane.show(session.view(), session.view().control().deadlineNanos(), true);
        return pane;
    }

    private static List<String> words(Node node) {
        List<String> words = new ArrayList<>();
        if (node.isVisible()) {
            if (node instanceof Label label) {
                words.add(label.getText());
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> words.addAll(words(child)));
            }
        }
        return words;
    }

    private List<String> shown(Arms arms, Recording recording) throws Exception {
        return FxThread.call(() -> words(pane(arms, recording, noReels())));
    }

    private static Recording verdict(long skipped, EpisodeOutcome said) {
        return new Recording(RecorderState.VERDICT, StillStation.report(0, skipped), "", -1, said);
    }

    @Test
    void theVerdictCardSaysResultAndMarks() throws Exception {
        List<String> words = shown(Arms.of(ControlState.FOLLOWING), verdict(0, EpisodeOutcome.SUCCESS));
        assertTrue(words.contains("success"), words.toString());
        assertTrue(words.contains("2 step marks, 1 look here"), words.toString());
        assertFalse(words.contains("late"), words.toString());
        assertTrue(shown(Arms.of(ControlState.FOLLOWING), verdict(0, EpisodeOutcome.FAILURE))
                .contains("failure"));
    }

    @Test
    void aLateEpisodeIsCalledLateOnItsCard() throws Exception {
        assertTrue(shown(Arms.of(ControlState.FOLLOWING), verdict(5, EpisodeOutcome.UNRATED))
                .contains("late"));
    }

    @Test
    void aLateRunIsCalledLateInTheGateLine() throws Exception {
        Arms late = new Arms(ControlState.FOLLOWING, HoldCause.NONE, "", 0, false, 13);
        assertTrue(shown(late, Recording.of(RecorderState.RECORDING)).contains("late"));
        Arms onTime = new Arms(ControlState.FOLLOWING, HoldCause.NONE, "", 0, false, 12);
        assertFalse(shown(onTime, Recording.of(RecorderState.RECORDING)).contains("late"));
    }

    @Test
    void theStripNamesWhatBecameOfEachEpisodeNewestFirst() throws Exception {
        List<String> words = shown(Arms.of(ControlState.IDLE), Recording.of(RecorderState.READY));
        int newest = words.indexOf("10 keep");
        assertTrue(newest >= 0, words.toString());
        assertEquals(List.of("10 keep", "9 flag", "discard"), words.subList(newest, newest + 3));
        assertTrue(words.contains("Ctrl+Z takes back the last"), words.toString());
    }

    @Test
    void thePanesPlayTheEpisodeWhileItsVerdictIsThoughtAbout() throws Exception {
        List<String> words = FxThread.call(() -> {
            ScreenReels reels = BenchPictures.filmed(clock);
            assertEquals(new ScreenReels.Playing(2, 12_400_000_000L), reels.playing());
            return words(pane(Arms.of(ControlState.FOLLOWING), verdict(0, EpisodeOutcome.UNRATED), reels));
        });
        assertEquals(3, words.stream().filter("LOOP 2×"::equals).count(), words.toString());
        assertTrue(words.contains("00:12.400"), words.toString());
        assertFalse(words.contains("LIVE"), words.toString());
    }

    @Test
    void inHoldThePanesShowTheArmsAsTheyAreNow() throws Exception {
        List<String> words = FxThread.call(() -> words(pane(
                new Arms(ControlState.HOLD, HoldCause.OPERATOR, "", 0, false, 0),
                verdict(0, EpisodeOutcome.UNRATED),
                BenchPictures.filmed(clock))));
        assertEquals(3, words.stream().filter("LIVE"::equals).count(), words.toString());
    }

    private Region ghost(Arms arms, Recording recording) throws Exception {
        return FxThread.call(() -> {
            CollectPane pane = pane(arms, recording, noReels());
            Region ghost = new Region();
            pane.ghost(ghost);
            StillStation station = StillStation.of(arms, recording, clock.nanoTime());
            CollectSession session = new CollectSession(station, station.asRecorder(), PLAN, clock);
            pane.show(session.advance(), clock.nanoTime(), true);
            new Scene(pane, 1224, 732);
            pane.applyCss();
            pane.layout();
            return ghost;
        });
    }

    @Test
    void theGhostGrowsToTheHeadCamerasPaneWhileTheArmsAreToBeAligned() throws Exception {
        Region large = ghost(
                new Arms(ControlState.ARMED, HoldCause.NONE, "", 0.62, false, 0), Recording.of(RecorderState.READY));
        assertTrue(large.isVisible());
        CameraTile head = (CameraTile) Objects.requireNonNull(large.getParent()).lookup(".camera-tile");
        assertEquals(head.getBoundsInParent(), large.getBoundsInParent());
        Region small = ghost(Arms.of(ControlState.ARMED), Recording.of(RecorderState.READY));
        assertTrue(small.isVisible());
        assertEquals(200, small.getWidth());
        assertEquals(150, small.getHeight());
    }

    @Test
    void nothingLiesOverThePictureThatIsRecorded() throws Exception {
        assertFalse(ghost(Arms.of(ControlState.FOLLOWING), Recording.of(RecorderState.RECORDING))
                .isVisible());
    }
}
