package org.telescribe.viewer3d.playback.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.teleop.episode.lerobot.PythonJson;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.read.EpisodeReader;
import org.telescribe.teleop.episode.read.RecordedFacts;

class EpisodeClipTest {
    @TempDir
    Path directory = Path.of("");

    /// Data made by others lies beside the repository; without it these tests are skipped.
    private static Path shared(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        Path found =
                folder == null ? Path.of(name) : folder.resolve("shared/data").resolve(name);
        assumeTrue(Files.isDirectory(found), "skipped: shared/data/%s is not there".formatted(name));
        return found;
    }

    private EpisodeClip load(int episode) {
        try (EpisodeReader reader = EpisodeReader.open(directory)) {
            return EpisodeClip.load(reader, episode);
        }
    }

    private Path only(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void assertNear(long expectedNanos, long actualNanos, long mostNanos) {
        assertTrue(Math.abs(expectedNanos - actualNanos) <= mostNanos, expectedNanos + " or near, was " + actualNanos);
    }

    @Test
    void whatTheRecorderWroteIsThere() {
        RecordedSet.record(directory, 2);
        EpisodeClip clip = load(1);
        assertEquals(RecordedSet.ROWS, clip.rows());
        assertEquals(30, clip.framesPerSecond());
        assertEquals("put the red block in the bowl", clip.task());
        assertEquals("", clip.dataTrouble());
        RecordedFacts facts = clip.facts();
        assertNotNull(facts);
        assertEquals("Zoë", facts.operator());
        assertEquals("emulated", facts.armSource());
        assertEquals(EpisodeOutcome.FAILURE, facts.outcome());
        assertTrue(facts.flagged());
        assertEquals(
                List.of("action", "observation.state", "observation.current"),
                clip.tracks().stream().map(ChannelTrack::feature).toList());
        ChannelTrack state = clip.track("observation.state").orElseThrow();
        assertEquals("rad", state.unit());
        assertEquals("A", clip.track("observation.current").orElseThrow().unit());
        assertEquals("left_elbow.pos", state.channelNames().getFirst());
        assertEquals(0.07f, state.at(7, 0));
        assertEquals(0.07f, state.channel(0)[7]);
    }

    @Test
    void episodesSideBySideShareAClockAndTheShorterOneStands() throws IOException {
        RecordedSet.record(directory, 1);
        EpisodeClip one = load(0);
        SequencedMap<String, Path> videos = new LinkedHashMap<>();
        videos.put("front", only(".mp4"));
        EpisodeClip other = EpisodeClip.ofVideos("other", "", videos);
        EpisodeClip both = SideBySide.of(
                "pair",
                "Reach the block",
                List.of(new SideBySide.Side("Clip 1", one, "head"), new SideBySide.Side("Clip 2", other, "head")));
        assertEquals(
                List.of("Clip 1", "Clip 2"),
                both.cameras().stream().map(CameraClip::name).toList());
        assertEquals(RecordedSet.ROWS, both.rows());
        CameraClip last = both.cameras().getLast();
        assertEquals(last.frames() - 1, last.frameAt(both.durationNanos() + 1_000_000_000L));
        assertEquals(9, both.cameras().getFirst().frameAt(both.tickNanosOfRow(9)));
    }

    @Test
    void videosAloneAreAnEpisodeWhoseGridIsThePictures() throws IOException {
        RecordedSet.record(directory, 1);
        SequencedMap<String, Path> videos = new LinkedHashMap<>();
        videos.put("front", only(".mp4"));
        videos.put("lost", directory.resolve("nowhere.mp4"));
        EpisodeClip clip = EpisodeClip.ofVideos("clip-7", "Place the plate.", videos);
        assertEquals(RecordedSet.ROWS, clip.rows());
        assertEquals(30, clip.framesPerSecond(), 0.01);
        assertEquals("Place the plate.", clip.task());
        assertEquals("clip-7", clip.dataset());
        CameraClip front = clip.cameras().getFirst();
        assertTrue(front.isPlayable());
        assertEquals(RecordedSet.ROWS, front.frames());
        assertEquals(7, front.frameAt(clip.tickNanosOfRow(7)));
        CameraClip lost = clip.cameras().getLast();
        assertFalse(lost.isPlayable());
        assertTrue(lost.trouble().contains("nowhere.mp4"), lost.trouble());
        assertTrue(clip.tracks().isEmpty());
    }

    @Test
    void repeatedPicturesAndMissingRepliesAreGaps() {
        RecordedSet.record(directory, 1);
        EpisodeClip clip = load(0);
        long row = RecordedSet.ROW_NANOS;
        List<StreamGap> gaps = clip.gaps();
        assertEquals(2, gaps.size(), gaps.toString());
        StreamGap bus = gaps.get(0);
        assertEquals("left_leader", bus.stream());
        assertEquals(StreamGap.Kind.REPLY_MISSING, bus.kind());
        assertEquals(4, bus.rows());
        assertNear(20 * row, bus.fromNanos(), 30);
        assertNear(24 * row, bus.toNanos(), 30);
        StreamGap camera = gaps.get(1);
        assertEquals("head", camera.stream());
        assertEquals(StreamGap.Kind.PICTURE_REPEATED, camera.kind());
        assertEquals(3, camera.rows());
        assertNear(10 * row, camera.fromNanos(), 30);
        CameraTimes times = clip.cameras().getFirst().times();
        assertEquals(0, times.repeats(9));
        assertEquals(1, times.repeats(10));
        assertEquals(3, times.repeats(12));
        assertEquals(0, times.repeats(13));
        assertNear(9 * row - RecordedSet.CAPTURE_AGE_NANOS, times.captureNanos(11), 30);
    }

    @Test
    void grippersAreFoundByNameAndOpenWithinTheirOwnWay() {
        RecordedSet.record(directory, 1);
        List<GripperTrack> grippers = load(0).grippers();
        assertEquals(2, grippers.size());
        assertEquals(ArmSide.LEFT, grippers.get(0).side());
        assertEquals(ArmSide.RIGHT, grippers.get(1).side());
        assertEquals(1, grippers.get(0).openShare(0));
        assertTrue(grippers.get(0).isClosed(40, 0.35f));
        assertFalse(grippers.get(1).isClosed(40, 0.35f));
    }

    @Test
    void ticksAndRowsMeanEachOther() {
        EpisodeClip clip = TestClips.episode(1_000, List.of());
        for (int row = 0; row < 1_000; row++) {
            assertEquals(row, clip.rowAt(clip.tickNanosOfRow(row)));
            assertEquals(row, clip.rowAt(clip.tickNanosOfRow(row + 1) - 100_000), "shortly before the next");
        }
        assertEquals(0, clip.rowAt(-5));
        assertEquals(999, clip.rowAt(Long.MAX_VALUE / 2));
        assertNear(1_000_000_000L * 1_000 / 30, clip.durationNanos(), 1);
    }

    @Test
    void aMissingVideoLeavesTheRest() throws IOException {
        RecordedSet.record(directory, 1);
        Files.delete(only(".mp4"));
        EpisodeClip clip = load(0);
        CameraClip camera = clip.cameras().getFirst();
        assertFalse(camera.isPlayable());
        assertTrue(camera.trouble().contains("lacks the file videos/observation.images.head"), camera.trouble());
        assertEquals(3, clip.tracks().size());
        assertEquals("", clip.dataTrouble());
    }

    @Test
    void aVideoOfAnUnknownKindIsNamedWithItsCodec() throws IOException {
        RecordedSet.record(directory, 1);
        Path video = only(".mp4");
        byte[] bytes = Files.readAllBytes(video);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("av01", text.indexOf("stsd"));
        System.arraycopy("evrc".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at, 4);
        Files.write(video, bytes);
        CameraClip camera = load(0).cameras().getFirst();
        assertFalse(camera.isPlayable());
        assertTrue(camera.trouble().contains("Other cameras still play"), camera.trouble());
        assertTrue(camera.trouble().contains(".mp4"), camera.trouble());
    }

    @Test
    void missingRowsLeaveThePictures() throws IOException {
        RecordedSet.record(directory, 1);
        try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
            Files.delete(files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
        EpisodeClip clip = load(0);
        assertTrue(clip.dataTrouble().contains("lacks the file data/"), clip.dataTrouble());
        assertEquals(List.of(), clip.tracks());
        assertEquals(RecordedSet.ROWS, clip.cameras().getFirst().frames());
    }

    @Test
    void anEpisodeThatIsNotThereIsRefusedInASentence() {
        RecordedSet.record(directory, 1);
        DatasetException refused = assertThrows(DatasetException.class, () -> load(7));
        assertTrue(String.valueOf(refused.getMessage()).contains("has no episode 7"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {29, 30})
    void realEpisodesOfAHumanoidLoadWithTheirTwentySixNamedChannels(int episode) {
        try (EpisodeReader reader = EpisodeReader.open(shared("lerobot-v21-unitree-g1"))) {
            EpisodeClip clip = EpisodeClip.load(reader, episode);
            assertEquals("Unitree_G1_Inspire", clip.robotType());
            assertNull(clip.facts());
            for (String feature : List.of("observation.state", "action")) {
                ChannelTrack track = clip.track(feature).orElseThrow();
                assertEquals(26, track.channels());
                assertEquals(clip.rows(), track.rows());
                assertEquals("kRightHandThumbRotation", track.channelNames().get(25));
            }
            CameraClip camera = clip.cameras().getFirst();
            assertEquals("cam_high", camera.name());
            assertEquals("av1", camera.codecName());
            assertEquals(clip.rows(), camera.frames());
            assertEquals(640, camera.width());
        }
    }

    @ParameterizedTest
    @CsvSource({"lerobotv2", "lerobotv3"})
    void smallSetsMadeByOthersAgreeWithTheirMakersSummaries(String name) throws IOException {
        Path fixtures = shared("lerobot-studio-fixtures");
        var expected = PythonJson.parse(Files.readAllBytes(fixtures.resolve("expected/" + name + ".expected.json")));
        try (EpisodeReader reader = EpisodeReader.open(fixtures.resolve("datasets/" + name))) {
            for (String which : List.of("firstEpisode", "lastEpisode")) {
                var summary = expected.path(which);
                EpisodeClip clip =
                        EpisodeClip.load(reader, summary.path("episode_index").asInt());
                assertEquals(summary.path("length").asInt(), clip.rows());
                assertEquals(summary.path("tasks").path(0).asText(), clip.task());
                assertEquals(expected.path("version").asText(), clip.version());
                assertEquals(clip.rows(), clip.track("action").orElseThrow().rows());
                assertEquals(1, clip.cameras().size());
            }
        }
    }
}
