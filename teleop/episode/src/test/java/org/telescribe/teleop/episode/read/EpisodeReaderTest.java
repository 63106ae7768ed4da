package org.telescribe.teleop.episode.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.episode.check.DatasetVerifier;
import org.telescribe.teleop.episode.check.Finding;
import org.telescribe.teleop.episode.check.VerificationReport;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.dataset.SampleRecordings;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.lerobot.PythonJson;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.VideoSettings;

class EpisodeReaderTest {
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

    @Test
    void whatWasRecordedIsReadBackByName() {
        SampleRecordings sample = new SampleRecordings(VideoSettings.motionJpeg(), 30, 11);
        try (RecordingDataset dataset =
                RecordingDataset.open(directory, sample.schema(), new NioDurableFiles(), new SystemSessionClock())) {
            sample.recordOpen(dataset, 12, "put it away").commit(sample.end(12), EpisodeVerdict.unrated());
            sample.recordOpen(dataset, 30, "open it").commit(sample.end(30), EpisodeVerdict.unrated());
            try (EpisodeReader reader = EpisodeReader.open(directory)) { // while it is being recorded into
                assertEquals(2, reader.info().episodes());
                assertEquals(42, reader.info().rows());
                assertEquals(
                        List.of("observation.images.head", "observation.images.left_wrist"),
                        reader.info().cameras());
                assertEquals(List.of(), reader.info().missingFiles());
                FeatureValues state = reader.values(1, "observation.state");
                assertEquals(30, state.rows());
                assertEquals(6, state.size());
                assertEquals(Math.sin(29 * 0.05 + 4), state.at(29, 4), 0.0101);
                assertEquals(
                        100 + 7, reader.values(1, "observation.sequence.head").integerAt(7, 0));
                assertEquals(
                        7 * 33_333_333L - 7_000_000L,
                        reader.values(1, "observation.timestamps.head").integerAt(7, 0));
                assertEquals(12, reader.values(1, "index").integerAt(0, 0));
                assertEquals(List.of("open it"), reader.episodes().get(1).tasks());
            }
        }
    }

    @Test
    void aFolderWithoutADatasetIsRefusedInASentence() {
        DatasetException refused = assertThrows(DatasetException.class, () -> EpisodeReader.open(directory));
        assertTrue(String.valueOf(refused.getMessage()).contains("holds no LeRobot dataset"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"lerobotv2", "lerobotv3"})
    void smallSetsMadeByOthersSumUpAsTheirMakersSay(String name) throws IOException {
        Path fixtures = shared("lerobot-studio-fixtures");
        JsonNode expected =
                PythonJson.parse(Files.readAllBytes(fixtures.resolve("expected/" + name + ".expected.json")));
        try (EpisodeReader reader = EpisodeReader.open(fixtures.resolve("datasets/" + name))) {
            assertEquals(expected.path("version").asText(), reader.info().version());
            assertEquals(
                    expected.path("infoTotals").path("totalEpisodes").asInt(),
                    reader.info().episodes());
            assertEquals(
                    expected.path("infoTotals").path("totalFrames").asLong(),
                    reader.info().rows());
            assertEquals(
                    expected.path("taskValues").path(0).asText(),
                    reader.info().tasks().getFirst());
            assertEquals(
                    expected.path("episodeCount").asInt(), reader.episodes().size());
            assertEquals(
                    expected.path("lastDataPath").asText(),
                    reader.episodes().getLast().dataFile());
            assertEquals(
                    List.of(expected.path("lastVideoPath").asText()),
                    reader.episodes().getLast().videos().values().stream()
                            .map(EpisodeEntry.VideoSpan::file)
                            .toList());
            assertEquals(3, reader.values(1, "action").rows());
        }
    }

    @Test
    void aRealSetOfWhichMostIsMissingCanBeSummedUpAndRead() {
        Path set = shared("lerobot-v21-unitree-g1");
        try (EpisodeReader reader = EpisodeReader.open(set)) {
            DatasetInfo info = reader.info();
            assertEquals("v2.1", info.version());
            assertEquals(100, info.episodes());
            assertEquals(35_965, info.rows());
            assertEquals(195, info.missingFiles().size());
            FeatureValues action = reader.values(30, "action");
            assertEquals(277, action.rows());
            assertEquals(26, action.size());
            assertEquals(0.1400371, action.at(0, 11), 1e-6);
        }
    }

    @Test
    void verifyingThatSetNamesWhatIsMissing() {
        VerificationReport report = DatasetVerifier.verify(shared("lerobot-v21-unitree-g1"), true);
        Finding first = report.firstBroken().orElseThrow();
        assertEquals(
                "videos/chunk-000/observation.images.cam_high/episode_000000.mp4: it is missing", first.toString());
        assertEquals(195, report.findings().size(), "what is there is sound");
    }
}
