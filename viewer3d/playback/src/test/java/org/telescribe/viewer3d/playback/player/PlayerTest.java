package org.telescribe.viewer3d.playback.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.viewer3d.playback.clip.CameraClip;
import org.telescribe.viewer3d.playback.clip.CounterVideo;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;
import org.telescribe.viewer3d.playback.clip.NoScheduling;
import org.telescribe.viewer3d.playback.clip.RestampedVideo;
import org.telescribe.viewer3d.playback.clip.TestClips;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlayerTest {
    private static final int WIDTH = 512;
    private static final int HEIGHT = 64;
    private static final int PICTURES = 150;
    private static final long PICTURE_BYTES = WIDTH * HEIGHT * 3L / 2;
    private static final double RATE = CounterVideo.RATE;

    private Path directory = Path.of("");
    private Path head = Path.of("");
    private Path wrist = Path.of("");

    @BeforeAll
    void encode(@TempDir Path folder) {
        directory = folder;
        head = directory.resolve("head.mp4");
        wrist = directory.resolve("wrist.mp4");
        CounterVideo.write(head, VideoSettings.lowDelayAv1(), WIDTH, HEIGHT, PICTURES, 0);
        CounterVideo.write(wrist, VideoSettings.openH264(), WIDTH, HEIGHT, PICTURES, 1_000);
    }

    private static PlayerSettings picturesEach(int pictures, int cameras) {
        return PlayerSettings.usual().withBudgetBytes(pictures * PICTURE_BYTES * cameras);
    }

    private EpisodeClip two() {
        return TestClips.episode(
                PICTURES,
                List.of(
                        TestClips.camera("head", head, 0, PICTURES / RATE),
                        TestClips.camera("wrist", wrist, 0, PICTURES / RATE)));
    }

    private SteppedPlayer stepped(EpisodeClip clip, int picturesEach) {
        return new SteppedPlayer(clip, picturesEach(picturesEach, clip.cameras().size()), 0, 1_000, 0);
    }

    @Test
    void playingShowsEveryPictureOnceInOrderAndNoneLate() {
        try (SteppedPlayer stepped = stepped(two(), 14)) {
            stepped.settle();
            stepped.player.play();
            int last = -1;
            int distinct = 0;
            while (stepped.player.isPlaying()) {
                List<PaneState> states = stepped.pulse();
                for (PaneState state : states) {
                    assertInstanceOf(PaneBadge.Exact.class, state.badge());
                }
                int frame = states.getFirst().frame();
                assertTrue(frame == last || frame == last + 1, frame + " after " + last);
                distinct += frame == last ? 0 : 1;
                last = frame;
            }
            assertEquals(PICTURES, distinct + (last == PICTURES - 1 ? 0 : 1));
            PlayerCounters counters = stepped.player.counters();
            assertEquals(0, counters.lateFrames());
            assertEquals(0, counters.skippedFrames());
            assertEquals(0, counters.worstSkewFrames());
            assertEquals(0, counters.stallsSeen());
        }
    }

    @Test
    void randomSeeksAreNeverWrongWithASmallCache(TestReporter reporter) {
        long seed = 4711;
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        try (SteppedPlayer stepped = stepped(two(), 14)) {
            for (int i = 0; i < 200; i++) {
                int row = random.nextInt(PICTURES);
                stepped.player.seekRow(row);
                if (random.nextInt(4) == 0) {
                    stepped.pulse(); // given up in the middle
                    continue;
                }
                List<PaneState> states = stepped.settle();
                assertEquals(row, states.get(0).frame());
                assertEquals(row, states.get(1).frame());
            }
            assertTrue(stepped.player.memoryBytes() <= stepped.player.budgetBytes());
        }
    }

    @Test
    void momentsBetweenPicturesShowTheOneBefore(TestReporter reporter) {
        long seed = 99;
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        try (SteppedPlayer stepped = stepped(two(), 14)) {
            for (int i = 0; i < 60; i++) {
                stepped.player.seek(random.nextLong((long) (PICTURES / RATE * 1e9)));
                stepped.settle(); // compares with every presentation time
            }
        }
    }

    @Test
    void steppingGoesPictureByPictureBothWays() {
        try (SteppedPlayer stepped = stepped(two(), 30)) {
            stepped.player.seekRow(70);
            stepped.settle();
            stepped.pulses(10);
            for (int row = 69; row >= 20; row--) {
                stepped.player.stepFrames(-1);
                stepped.pulse(); // decoders hand over
                List<PaneState> states = stepped.pulse();
                assertEquals(row, states.get(0).frame(), "shown by the second pulse, so it was in the cache");
                assertInstanceOf(PaneBadge.Exact.class, states.get(1).badge());
            }
            for (int row = 21; row < 60; row++) {
                stepped.player.stepFrames(1);
                stepped.pulse();
                assertEquals(row, stepped.pulse().get(1).frame());
            }
            stepped.player.stepFrames(-1_000);
            assertEquals(0, stepped.settle().getFirst().frame());
        }
    }

    @Test
    void steppingOnInOneDirectionIsShownAtTheVeryNextPulse() {
        try (SteppedPlayer stepped = stepped(two(), 30)) {
            for (int direction : new int[] {-1, 1}) {
                stepped.player.seekRow(70);
                stepped.settle();
                stepped.pulses(10);
                stepped.player.stepFrames(direction);
                stepped.pulses(3);
                for (int step = 2; step < 25; step++) {
                    stepped.player.stepFrames(direction);
                    assertEquals(70 + direction * step, stepped.pulse().get(1).frame(), "it lay there already");
                }
            }
        }
    }

    @Test
    void playingBackwardsShowsEveryPicture() {
        try (SteppedPlayer stepped = stepped(two(), 40)) {
            stepped.player.seekRow(100);
            stepped.settle();
            stepped.pulses(10);
            stepped.player.shuttle(Shuttle.BACK);
            stepped.pulses(120);
            PlayerCounters counters = stepped.player.counters();
            assertEquals(0, counters.lateFrames());
            assertEquals(0, counters.skippedFrames());
            stepped.player.shuttle(Shuttle.BACK);
            assertEquals(-2, stepped.player.rate());
            stepped.player.shuttle(Shuttle.STOP);
            assertFalse(stepped.player.isPlaying());
            stepped.player.shuttle(Shuttle.FORWARD);
            stepped.player.shuttle(Shuttle.FORWARD);
            stepped.player.shuttle(Shuttle.FORWARD);
            stepped.player.shuttle(Shuttle.FORWARD);
            assertEquals(4, stepped.player.rate());
        }
    }

    @Test
    void aLoopComesRoundWithoutALatePicture() {
        try (SteppedPlayer stepped = stepped(two(), 40)) {
            EpisodeClip clip = stepped.player.clip();
            stepped.player.seekRow(50);
            stepped.player.loop(clip.tickNanosOfRow(47), clip.tickNanosOfRow(81));
            stepped.settle();
            stepped.pulses(10);
            stepped.player.play();
            int rounds = 0;
            int last = -1;
            for (int i = 0; i < 300; i++) {
                int frame = stepped.pulse().getFirst().frame();
                assertTrue(frame >= 47 && frame <= 80, "outside of the loop: " + frame);
                rounds += frame < last ? 1 : 0;
                last = frame;
            }
            assertTrue(rounds >= 3, "rounds " + rounds);
            assertEquals(0, stepped.player.counters().lateFrames());
            stepped.player.endLoop();
            stepped.pulses(100);
            assertTrue(stepped.player.row() > 81);
        }
    }

    @Test
    void aLoopLongerThanTheCacheComesRoundWithoutALatePicture() {
        try (SteppedPlayer stepped = stepped(two(), 20)) {
            EpisodeClip clip = stepped.player.clip();
            stepped.player.seekRow(30);
            stepped.player.loop(clip.tickNanosOfRow(25), clip.tickNanosOfRow(115));
            stepped.settle();
            stepped.player.play();
            stepped.pulses(500);
            assertEquals(0, stepped.player.counters().lateFrames());
            assertEquals(0, stepped.player.counters().skippedFrames());
        }
    }

    @Test
    void speedChangesTheTickAndNotTheTruth() {
        for (double speed : new double[] {0.25, 0.5, 2, 4}) {
            try (SteppedPlayer stepped = stepped(two(), 20)) {
                stepped.settle();
                stepped.player.speed(speed);
                stepped.player.play();
                stepped.pulses(31);
                assertEquals(Math.round(30 * SteppedPlayer.PULSE_NANOS * speed), stepped.player.askedTickNanos());
            }
        }
    }

    @Test
    void aPaneThatIsHeldUpSaysLateAndTheStallIsCounted() {
        try (SteppedPlayer stepped = stepped(two(), 20)) {
            stepped.settle();
            stepped.player.play();
            stepped.pulses(20);
            stepped.holdUp(1, true);
            List<PaneState> states = stepped.pulses(7); // 100 ms
            stepped.holdUp(1, false);
            PaneBadge.Late late =
                    assertInstanceOf(PaneBadge.Late.class, states.get(1).badge());
            assertTrue(late.lateNanos() > 50_000_000L, "late " + late.lateNanos());
            assertInstanceOf(PaneBadge.Exact.class, states.get(0).badge(), "the other camera goes on");
            stepped.pulses(3);
            PlayerCounters counters = stepped.player.counters();
            assertEquals(1, counters.stallsSeen());
            assertTrue(counters.lateFrames() >= 3);
            assertTrue(counters.worstSkewFrames() >= 2);
            assertInstanceOf(
                    PaneBadge.Exact.class, stepped.player.states().get(1).badge());
        }
    }

    @Test
    void twoPulsesAtOnceAreNoReasonToBeLate() {
        try (SteppedPlayer stepped = stepped(two(), 20)) {
            stepped.settle();
            stepped.player.play();
            for (int i = 0; i < 60; i++) {
                List<PaneState> states = stepped.pulse();
                stepped.clock.advance(SteppedPlayer.PULSE_NANOS); // the screen missed one
                assertEquals(stepped.pulse().size(), states.size());
                assertEquals(
                        stepped.player.states(),
                        stepped.player.pulse(stepped.clock.nanoTime() - SteppedPlayer.PULSE_NANOS + 50_000));
            }
            assertEquals(0, stepped.player.counters().lateFrames());
            assertEquals(0, stepped.player.counters().worstSkewFrames());
        }
    }

    @Test
    void theNextPictureIsConvertedBeforeItIsAskedFor() {
        try (SteppedPlayer stepped = stepped(two(), 30)) {
            stepped.settle();
            stepped.pulses(6);
            stepped.player.play();
            for (int i = 0; i < 200; i++) {
                boolean busy = i % 2 == 1; // every second time the decoders do not get round to it
                stepped.holdUp(0, busy);
                stepped.holdUp(1, busy);
                stepped.pulse();
            }
            assertEquals(0, stepped.player.counters().lateFrames());
            assertEquals(0, stepped.player.counters().worstSkewFrames());
        }
    }

    @Test
    void aPictureConvertedTooEarlyIsForgottenWhenThePlayheadGoesElsewhere() {
        try (SteppedPlayer stepped = stepped(two(), 30)) {
            stepped.settle();
            stepped.player.play();
            int frame = stepped.pulses(32).getFirst().frame();
            assertEquals(15, frame);
            stepped.player.stepFrames(-1); // 16 was converted already
            assertEquals(frame - 1, stepped.settle().getFirst().frame());
            assertTrue(stepped.sinks.getFirst().drops > 0);
            stepped.player.play();
            stepped.pulses(21);
            stepped.player.seekRow(120);
            stepped.pulses(2);
            stepped.player.pause();
            stepped.settle();
        }
    }

    @Test
    void aDecoderThatIsTooSlowShowsLatePicturesRatherThanNone() {
        try (SteppedPlayer stepped = stepped(two(), 20)) {
            stepped.settle();
            stepped.player.play();
            stepped.stepsPerPulse(1);
            stepped.player.speed(4);
            int changes = 0;
            int last = -1;
            for (int i = 0; i < 60; i++) {
                int frame = stepped.pulse().getFirst().frame();
                changes += frame != last ? 1 : 0;
                last = frame;
            }
            assertTrue(changes > 10, "changes " + changes);
        }
    }

    @Test
    void draggingShowsKeyframesAndRestingTheExactPicture() {
        try (SteppedPlayer stepped = stepped(two(), 14)) {
            stepped.settle();
            EpisodeClip clip = stepped.player.clip();
            stepped.player.dragTo(clip.tickNanosOfRow(77));
            stepped.pulse();
            PaneState state = stepped.pulse().getFirst();
            assertEquals(70, state.frame());
            assertInstanceOf(PaneBadge.Proxy.class, state.badge());
            state = stepped.pulses(12).getFirst();
            assertEquals(77, state.frame(), "exact after a rest");
            assertInstanceOf(PaneBadge.Exact.class, state.badge());
            stepped.player.dragTo(clip.tickNanosOfRow(123));
            stepped.pulse();
            stepped.player.dragEnd();
            assertEquals(123, stepped.settle().getFirst().frame());
        }
    }

    @Test
    void draggingWhilePlayingGoesOnPlayingAfterwards() {
        try (SteppedPlayer stepped = stepped(two(), 14)) {
            stepped.settle();
            stepped.player.play();
            stepped.pulses(5);
            stepped.player.dragTo(stepped.player.clip().tickNanosOfRow(40));
            stepped.pulses(3);
            assertFalse(stepped.player.isPlaying());
            stepped.player.dragEnd();
            assertTrue(stepped.player.isPlaying());
            stepped.pulses(30);
            assertTrue(stepped.player.row() > 45);
        }
    }

    @Test
    void aScreenThatTakesNothingGetsTheNewestLater() {
        try (SteppedPlayer stepped = stepped(two(), 14)) {
            stepped.settle();
            stepped.sinks.get(0).refuses = true;
            stepped.player.seekRow(33);
            PaneState state = stepped.pulses(6).getFirst();
            assertEquals(0, state.frame());
            assertInstanceOf(PaneBadge.Late.class, state.badge());
            stepped.player.seekRow(90);
            stepped.pulses(6);
            stepped.sinks.get(0).refuses = false;
            int before = stepped.sinks.get(0).accepts;
            assertEquals(90, stepped.settle().getFirst().frame());
            assertEquals(before + 1, stepped.sinks.get(0).accepts, "33 was never shown");
        }
    }

    @Test
    void anEpisodeInsideALargerFileNeverShowsItsNeighbours() {
        double from = 53 / RATE;
        EpisodeClip clip = TestClips.episode(
                40, List.of(TestClips.camera("head", head, (float) from, (float) (from + 40 / RATE))));
        try (SteppedPlayer stepped = new SteppedPlayer(clip, picturesEach(14, 1), 53)) {
            assertEquals(40, clip.cameras().getFirst().frames());
            assertEquals(0, stepped.settle().getFirst().frame());
            for (int row = 39; row >= 0; row -= 5) {
                stepped.player.seekRow(row);
                assertEquals(row, stepped.settle().getFirst().frame());
            }
            stepped.player.seek(Long.MAX_VALUE);
            assertEquals(39, stepped.settle().getFirst().frame());
            stepped.player.dragTo(clip.tickNanosOfRow(2)); // its keyframe belongs to the episode before
            stepped.pulses(30);
            assertEquals(2, stepped.player.states().getFirst().frame());
        }
    }

    @Test
    void beforeALateFirstPictureThePaneIsEmptyAndSaysWhenItComes() {
        EpisodeClip clip = TestClips.episode(PICTURES, List.of(TestClips.camera("head", head, -0.5, PICTURES / RATE)));
        try (SteppedPlayer stepped = new SteppedPlayer(clip, picturesEach(14, 1), 0)) {
            PaneState state = stepped.pulses(4).getFirst();
            assertEquals(-1, state.wantedFrame());
            PaneBadge.Empty empty = assertInstanceOf(PaneBadge.Empty.class, state.badge());
            assertTrue(empty.sentence().contains("0.500 s after"), empty.sentence());
            stepped.player.seek(510_000_000L);
            assertEquals(0, stepped.settle().getFirst().frame());
        }
    }

    @Test
    void aFileOfVaryingRateThatStartsLateIsExactBesideOneOfConstantRate(TestReporter reporter) {
        double[] seconds = new double[100];
        seconds[0] = 3.2;
        for (int k = 1; k < seconds.length; k++) {
            seconds[k] = seconds[k - 1] + (k % 9 == 0 ? 0.15 : 0.017 + k % 4 * 0.008);
        }
        Path varying = directory.resolve("varying.mkv");
        RestampedVideo.write(head, varying, seconds);
        EpisodeClip clip = TestClips.episode(
                100,
                List.of(
                        TestClips.camera("head", varying, 3.2, seconds[99] + 0.03),
                        TestClips.camera("wrist", wrist, 0, PICTURES / RATE)));
        long seed = 12;
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        try (SteppedPlayer stepped = stepped(clip, 20)) {
            assertEquals(100, clip.cameras().getFirst().frames());
            assertEquals(150e6, gap(clip.cameras().getFirst(), 9), 2e6);
            for (int i = 0; i < 60; i++) {
                stepped.player.seek(random.nextLong(clip.durationNanos()));
                stepped.settle(); // compares with every presentation time
            }
            stepped.player.seek(0);
            stepped.settle();
            stepped.player.play();
            stepped.pulses(200);
            assertEquals(0, stepped.player.counters().lateFrames());
            for (int frame = 40; frame < 60; frame++) {
                stepped.player.seek(clip.cameras().getFirst().tickNanosOf(frame));
                assertEquals(frame, stepped.settle().getFirst().frame());
                stepped.player.stepFrames(1);
                assertEquals(frame + 1, stepped.settle().getFirst().frame());
            }
        }
    }

    private static double gap(CameraClip camera, int frame) {
        return (double) camera.tickNanosOf(frame) - camera.tickNanosOf(frame - 1);
    }

    @Test
    void aLostCameraSaysWhyAndTheOthersPlay() {
        EpisodeClip clip = TestClips.episode(
                PICTURES,
                List.of(
                        TestClips.lost("left", "left.mp4 is missing. Other cameras still play."),
                        TestClips.camera("wrist", wrist, 0, PICTURES / RATE)));
        try (SteppedPlayer stepped = new SteppedPlayer(clip, picturesEach(14, 2), 0, 1_000)) {
            List<PaneState> states = stepped.settle();
            assertEquals(
                    new PaneBadge.Lost("left.mp4 is missing. Other cameras still play."),
                    states.get(0).badge());
            assertInstanceOf(PaneBadge.Exact.class, states.get(1).badge());
            stepped.player.play();
            stepped.pulses(30);
            assertEquals(0, stepped.player.counters().lateFrames());
        }
    }

    @Test
    void aDamagedStretchIsNamedAndTheRestOfTheFilePlays() throws IOException {
        Path file = directory.resolve("damaged.mp4");
        Files.copy(head, file);
        CameraClip camera = TestClips.camera("head", file, 0, PICTURES / RATE);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 60, (byte) 0xFF);
        Files.write(file, bytes);
        try (SteppedPlayer stepped =
                new SteppedPlayer(TestClips.episode(PICTURES, List.of(camera)), picturesEach(14, 1), 0)) {
            int lost = 0;
            int exact = 0;
            for (int row = 0; row < PICTURES; row += 3) {
                stepped.player.seekRow(row);
                PaneBadge badge = stepped.pulses(6).getFirst().badge();
                if (badge instanceof PaneBadge.Lost said) {
                    lost++;
                    assertTrue(said.sentence().contains("damaged.mp4"), said.sentence());
                    assertTrue(said.sentence().contains("av1"), said.sentence());
                } else if (badge instanceof PaneBadge.Exact) {
                    exact++;
                }
            }
            assertTrue(exact > 30, "exact " + exact + ", lost " + lost);
        }
    }

    @Test
    void repeatedRowsSayHowOften() {
        int[] repeats = new int[PICTURES];
        repeats[21] = 1;
        repeats[22] = 2;
        EpisodeClip clip = TestClips.episode(PICTURES, List.of(TestClips.camera(head, 0, PICTURES / RATE, repeats)));
        try (SteppedPlayer stepped = new SteppedPlayer(clip, picturesEach(14, 1), 0)) {
            stepped.player.seekRow(22);
            assertEquals(new PaneBadge.Repeated(2), stepped.settle().getFirst().badge());
            stepped.player.seekRow(23);
            assertEquals(new PaneBadge.Exact(), stepped.settle().getFirst().badge());
        }
    }

    @Test
    void aBudgetTooSmallForAllDropsTheLastCameraToKeyframesAndSaysSo() {
        EpisodeClip clip = two();
        try (SteppedPlayer stepped =
                new SteppedPlayer(clip, PlayerSettings.usual().withBudgetBytes(9 * PICTURE_BYTES), 0, 1_000)) {
            stepped.player.seekRow(25);
            List<PaneState> states = stepped.pulses(8);
            assertEquals(25, states.get(0).frame());
            assertInstanceOf(PaneBadge.Exact.class, states.get(0).badge());
            assertEquals(20, states.get(1).frame());
            assertEquals(new PaneBadge.OverBudget(false), states.get(1).badge());
            stepped.player.play();
            stepped.pulses(60);
            assertTrue(stepped.player.memoryBytes() <= 9 * PICTURE_BYTES, "" + stepped.player.memoryBytes());
            assertEquals(0, stepped.player.counters().lateFrames());
        }
    }

    @Test
    void theNextPlayerTakesTheBuffersOfTheLast() {
        PictureBuffers buffers = new PictureBuffers(20 * PICTURE_BYTES);
        for (int round = 0; round < 3; round++) {
            try (SteppedPlayer stepped = new SteppedPlayer(two(), picturesEach(14, 2), buffers, 0, 1_000)) {
                assertEquals(round == 0 ? 0 : 20 * PICTURE_BYTES, buffers.idleBytes());
                stepped.player.seekRow(60);
                stepped.settle();
                stepped.pulses(20);
                assertEquals(28 * PICTURE_BYTES, stepped.player.memoryBytes());
                assertEquals(0, buffers.idleBytes());
            }
        }
    }

    @Test
    void hiddenPanesCostNothingAndComeBackExact() {
        try (SteppedPlayer stepped = stepped(two(), 20)) {
            stepped.settle();
            stepped.player.setVisible(1, false);
            stepped.player.seekRow(80);
            int before = stepped.sinks.get(1).accepts;
            stepped.pulses(6);
            assertEquals(before, stepped.sinks.get(1).accepts);
            stepped.player.setVisible(1, true);
            assertEquals(80, stepped.settle().get(1).frame());
        }
    }

    @Test
    void theReferenceCameraSaysWhatAStepIs() {
        EpisodeClip clip = TestClips.episode(
                PICTURES,
                List.of(
                        TestClips.camera("head", head, 0, PICTURES / RATE),
                        TestClips.camera("wrist", wrist, -0.01, PICTURES / RATE)));
        try (SteppedPlayer stepped = stepped(clip, 20)) {
            stepped.pulses(8);
            stepped.player.setReferenceCamera(1);
            stepped.player.stepFrames(3);
            stepped.settle();
            assertEquals(10_000_000L + 100_000_000L - 33_333_333L, stepped.player.tickNanos());
        }
    }

    @Test
    void onThreadsOfTheirOwnTheDecodersHearEveryRequestAndEnd() {
        EpisodeClip clip = two();
        List<SteppedPlayer.CounterSink> sinks =
                List.of(new SteppedPlayer.CounterSink(WIDTH), new SteppedPlayer.CounterSink(WIDTH));
        SystemSessionClock clock = new SystemSessionClock();
        PictureBuffers buffers = new PictureBuffers(40 * PICTURE_BYTES);
        try (Player player =
                Player.open(clip, sinks, picturesEach(14, 2), buffers, clock, new NoScheduling(), DecodeHook.none())) {
            for (int row : new int[] {3, 140, 77, 76, 75, 12}) {
                player.seekRow(row);
                long giveUpNanos = clock.nanoTime() + 10_000_000_000L;
                while (!player.pulse(clock.nanoTime()).stream()
                        .allMatch(state -> state.badge() instanceof PaneBadge.Exact)) {
                    assertTrue(clock.nanoTime() < giveUpNanos, "never exact: " + player.states());
                    LockSupport.parkNanos(200_000);
                }
                assertEquals(row, sinks.get(0).shown);
                assertEquals(1_000 + row, sinks.get(1).shown);
            }
        }
        assertTrue(buffers.idleBytes() > 0, "the threads have ended and gave their buffers back");
    }

    @Test
    void anEpisodeWithoutCamerasStillHasAClock() {
        try (SteppedPlayer stepped = new SteppedPlayer(TestClips.episode(60, List.of()), PlayerSettings.usual())) {
            stepped.player.play();
            stepped.pulses(30);
            assertTrue(stepped.player.row() > 10);
            stepped.player.stepFrames(-1);
            stepped.pulses(2);
            assertFalse(stepped.player.isPlaying());
        }
    }
}
