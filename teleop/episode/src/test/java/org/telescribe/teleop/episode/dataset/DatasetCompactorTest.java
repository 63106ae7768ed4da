package org.telescribe.teleop.episode.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.episode.check.DatasetVerifier;
import org.telescribe.teleop.episode.check.VerificationReport;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.read.EpisodeReader;

class DatasetCompactorTest {
    private static final List<Integer> LENGTHS = List.of(9, 20, 14, 17);

    @TempDir
    Path directory = Path.of("");

    private final SampleRecordings sample = new SampleRecordings(VideoSettings.lowDelayAv1(), 20, 5);

    private void record(int episodes) {
        try (RecordingDataset dataset =
                RecordingDataset.open(directory, sample.schema(), new NioDurableFiles(), new SystemSessionClock())) {
            for (int episode = 0; episode < episodes; episode++) {
                int rows = LENGTHS.get(episode);
                sample.recordOpen(dataset, rows, "task " + episode % 2)
                        .commit(sample.end(rows), EpisodeVerdict.unrated());
            }
        }
    }

    private CompactionReport compact(CompactionLimits limits) {
        return DatasetCompactor.compact(directory, limits, new NioDurableFiles(), new SystemSessionClock());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .filter(name -> name.contains("chunk-"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void smallFilesBecomeOneOfEachKindAndEveryRowAndPictureStays() throws IOException {
        record(4);
        double stateBefore;
        try (EpisodeReader reader = EpisodeReader.open(directory)) {
            stateBefore = reader.values(2, "observation.state").at(13, 3);
        }
        CompactionReport report = compact(CompactionLimits.ofLeRobot());
        assertEquals(new CompactionReport(4, 16, 4, true), report);
        assertEquals(
                List.of(
                        "data/chunk-000/file-000.parquet",
                        "meta/episodes/chunk-000/file-000.parquet",
                        "videos/observation.images.head/chunk-000/file-000.mp4",
                        "videos/observation.images.left_wrist/chunk-000/file-000.mp4"),
                files());
        VerificationReport verified = DatasetVerifier.verify(directory, false);
        assertEquals(List.of(), verified.findings());
        assertEquals(120, verified.pictures());
        try (EpisodeReader reader = EpisodeReader.open(directory)) {
            assertEquals(stateBefore, reader.values(2, "observation.state").at(13, 3));
            assertEquals(
                    29 / 30.0,
                    reader.episodes().get(2).videos().values().iterator().next().fromSeconds());
        }
        assertFalse(compact(CompactionLimits.ofLeRobot()).changed(), "there is nothing left to pack");
    }

    @Test
    void recordingGoesOnAfterPacking() {
        record(3);
        assertTrue(compact(CompactionLimits.ofLeRobot()).changed());
        record(2);
        VerificationReport verified = DatasetVerifier.verify(directory, true);
        assertTrue(verified.sound(), verified.findings().toString());
        assertEquals(5, verified.episodes());
        assertTrue(compact(CompactionLimits.ofLeRobot()).changed());
        assertTrue(DatasetVerifier.verify(directory, true).sound());
    }

    @Test
    void filesDoNotGrowPastTheLimit() throws IOException {
        record(4);
        long largest = Files.size(directory.resolve("data/chunk-000/file-001.parquet"));
        compact(new CompactionLimits(2 * largest, CompactionLimits.ofLeRobot().videoBytes()));
        assertEquals(
                2, files().stream().filter(name -> name.startsWith("data/")).count());
        assertTrue(DatasetVerifier.verify(directory, true).sound());
    }
}
