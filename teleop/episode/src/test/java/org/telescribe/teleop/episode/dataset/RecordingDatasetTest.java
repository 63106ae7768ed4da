package org.telescribe.teleop.episode.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.episode.check.DatasetVerifier;
import org.telescribe.teleop.episode.check.VerificationReport;
import org.telescribe.teleop.episode.commit.Sha256;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.journal.JournalContent;
import org.telescribe.teleop.episode.journal.JournalReader;
import org.telescribe.teleop.episode.journal.JournalWriter;
import org.telescribe.teleop.episode.lerobot.InfoFile;
import org.telescribe.teleop.episode.lerobot.ParquetStore;
import org.telescribe.teleop.episode.lerobot.Sql;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.EpisodeSchema;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.MarkKind;
import org.telescribe.teleop.episode.model.VideoCodec;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.read.EpisodeReader;

class RecordingDatasetTest {
    private static final EpisodeVerdict GOOD = new EpisodeVerdict(EpisodeOutcome.SUCCESS, false, "it's fine");

    @TempDir
    Path directory = Path.of("");

    private final SampleRecordings sample = new SampleRecordings(VideoSettings.motionJpeg(), 60, 7);

    private RecordingDataset open() {
        return RecordingDataset.open(directory, sample.schema(), new NioDurableFiles(), new SystemSessionClock());
    }

    private CommittedEpisode record(RecordingDataset dataset, int rows, String task) {
        return sample.recordOpen(dataset, rows, task).commit(sample.end(rows), GOOD);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void committedEpisodesLieInTheirOwnFilesAndNothingElseIsLeft() throws IOException {
        try (RecordingDataset dataset = open()) {
            CommittedEpisode first = record(dataset, 20, "put the cube away");
            CommittedEpisode second = record(dataset, 31, "open the drawer");
            assertEquals(0, first.episodeIndex());
            assertEquals(20, first.samplesPerCamera());
            assertEquals(1, second.episodeIndex());
            assertEquals(31, second.rows());
            assertEquals(51, dataset.rows());
        }
        assertEquals(
                List.of(
                        ".telescribe/commits.log",
                        ".telescribe/lock",
                        "data/chunk-000/file-000.parquet",
                        "data/chunk-000/file-001.parquet",
                        "meta/episodes/chunk-000/file-000.parquet",
                        "meta/episodes/chunk-000/file-001.parquet",
                        "meta/info.json",
                        "meta/stats.json",
                        "meta/tasks.parquet",
                        "videos/observation.images.head/chunk-000/file-000.mp4",
                        "videos/observation.images.head/chunk-000/file-001.mp4",
                        "videos/observation.images.left_wrist/chunk-000/file-000.mp4",
                        "videos/observation.images.left_wrist/chunk-000/file-001.mp4"),
                files());
        InfoFile info = InfoFile.parse(Files.readAllBytes(directory.resolve("meta/info.json")));
        assertEquals(2, info.totalEpisodes());
        assertEquals(51, info.totalFrames());
        assertEquals(2, info.totalTasks());
        assertEquals(List.of(), info.differencesTo(sample.schema()));
    }

    @Test
    void rowsCountOnOverEpisodesAndKeepTheirNumbers() throws Exception {
        try (RecordingDataset dataset = open()) {
            record(dataset, 20, "put the cube away");
            record(dataset, 31, "open the drawer");
        }
        try (ParquetStore parquet = ParquetStore.open()) {
            String data = "read_parquet("
                    + Sql.files(List.of(
                            directory.resolve("data/chunk-000/file-000.parquet"),
                            directory.resolve("data/chunk-000/file-001.parquet")))
                    + ")";
            String wrong = parquet.query(
                    "SELECT count(*) FILTER (index <> rn OR abs(timestamp - frame_index / 30.0) > 1e-5 OR len(action) <> 6 "
                            + "OR task_index <> episode_index OR \"observation.sequence.head\" <> frame_index + 100) || ' of ' || count(*)"
                            + " FROM (SELECT *, row_number() OVER () - 1 AS rn FROM " + data + ")",
                    rows -> {
                        rows.next();
                        return rows.getString(1);
                    });
            assertEquals("0 of 51", wrong);
            String who = parquet.query(
                    "SELECT \"telescribe/operator\" || ' ' || \"telescribe/outcome\" || ' ' || \"telescribe/notes\" || ' ' || length"
                            + " FROM read_parquet("
                            + Sql.file(directory.resolve("meta/episodes/chunk-000/file-001.parquet")) + ")",
                    rows -> {
                        rows.next();
                        return rows.getString(1);
                    });
            assertEquals("O'Brien success it's fine 31", who);
            assertEquals(
                    List.of("put the cube away", "open the drawer"),
                    parquet.readTasks(directory.resolve("meta/tasks.parquet")));
        }
    }

    private List<String> marksColumn() throws Exception {
        try (ParquetStore parquet = ParquetStore.open()) {
            List<Path> metadata = files().stream()
                    .filter(name -> name.startsWith("meta/episodes/"))
                    .map(directory::resolve)
                    .toList();
            return parquet.query(
                    "SELECT \"telescribe/marks\" FROM read_parquet(" + Sql.files(metadata) + ") ORDER BY episode_index",
                    rows -> {
                        List<String> found = new ArrayList<>();
                        while (rows.next()) {
                            found.add(rows.getString(1));
                        }
                        return found;
                    });
        }
    }

    @Test
    void marksAreAColumnOfTheEpisodeAndComeBack() throws Exception {
        List<EpisodeMark> marks =
                List.of(new EpisodeMark(MarkKind.STEP, 12_400_000), new EpisodeMark(MarkKind.LOOK, 500_000_000));
        try (RecordingDataset dataset = open()) {
            EpisodeRecording recording = sample.recordOpen(dataset, 20, "put the cube away");
            marks.forEach(recording::append);
            recording.commit(sample.end(20), GOOD);
            record(dataset, 20, "put the cube away");
        }
        assertEquals(
                List.of("[{\"kind\":\"step\",\"ns\":12400000},{\"kind\":\"look\",\"ns\":500000000}]", "[]"),
                marksColumn());
        try (EpisodeReader reader = EpisodeReader.open(directory)) {
            assertEquals(
                    marks, Objects.requireNonNull(reader.recordedFacts().get(0)).marks());
        }
        assertSound(2);
    }

    private void assertSound(int episodes) {
        VerificationReport report = DatasetVerifier.verify(directory, true);
        assertTrue(report.sound(), () -> report.findings().toString());
        assertEquals(episodes, report.episodes());
    }

    /// As the first version of this program left it: no column of marks, version 1.
    private void makeOld() throws Exception {
        try (ParquetStore parquet = ParquetStore.open()) {
            for (String name : files()) {
                if (name.startsWith("meta/episodes/")) {
                    Path file = directory.resolve(name);
                    Path old = directory.resolve("old.parquet");
                    parquet.writeQuery(
                            "SELECT * EXCLUDE (\"telescribe/marks\") REPLACE (1::BIGINT AS \"telescribe/schema_version\")"
                                    + " FROM read_parquet(" + Sql.file(file) + ")",
                            "",
                            1,
                            old);
                    Files.move(old, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Files.delete(directory.resolve(".telescribe/commits.log")); // it holds the hashes of the new files
    }

    @Test
    void aDatasetOfTheFirstVersionGetsTheNewColumnsWithItsNextEpisode() throws Exception {
        try (RecordingDataset dataset = open()) {
            record(dataset, 20, "put the cube away");
            record(dataset, 10, "open the drawer");
        }
        makeOld();
        try (RecordingDataset dataset = open()) {
            EpisodeRecording recording = sample.recordOpen(dataset, 15, "close the drawer");
            recording.append(new EpisodeMark(MarkKind.STEP, 7));
            recording.commit(sample.end(15), GOOD);
            record(dataset, 12, "close the drawer");
        }
        assertEquals(List.of("[]", "[]", "[{\"kind\":\"step\",\"ns\":7}]", "[]"), marksColumn());
        assertSound(4);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String name : files()) {
            if (!name.startsWith(".telescribe/")) {
                contents.put(name, Sha256.of(new NioDurableFiles(), directory.resolve(name)));
            }
        }
        return contents;
    }

    @Test
    void aKeptEpisodeThatIsTakenBackLeavesTheDatasetAsItWas() throws Exception {
        try (RecordingDataset dataset = open()) {
            record(dataset, 20, "put the cube away");
            Map<String, String> before = contents();
            CommittedEpisode second = record(dataset, 31, "open the drawer");
            PendingEpisode waiting = dataset.takeBack(second.id());
            assertEquals(before, contents());
            assertEquals(1, dataset.episodes());
            assertSound(1);
            CommittedEpisode again =
                    waiting.keep(new EpisodeVerdict(EpisodeOutcome.FAILURE, true, "on second thoughts"));
            assertEquals(1, again.episodeIndex());
            assertEquals(31, again.rows());
            assertSound(2);
        }
        try (EpisodeReader reader = EpisodeReader.open(directory)) {
            assertEquals(
                    "on second thoughts",
                    Objects.requireNonNull(reader.recordedFacts().get(1)).notes());
        }
        assertEquals(
                List.of(),
                files().stream().filter(name -> name.endsWith(".journal")).toList());
    }

    @Test
    void theFirstEpisodeCanBeTakenBackAndThenThereIsNoDataset() throws Exception {
        try (RecordingDataset dataset = open()) {
            CommittedEpisode first = record(dataset, 20, "put the cube away");
            dataset.takeBack(first.id()).discard("it fell");
            assertEquals(Map.of(), contents());
            dataset.restore(first.id()).keep(GOOD);
            assertSound(1);
        }
        try (RecordingDataset dataset = open()) {
            assertTrue(dataset.recovery().nothingToDo());
            assertEquals(20, dataset.rows());
        }
    }

    @Test
    void aNewEpisodeDoesNotTakeTheFileNamesOfOneThatWasTakenBack() {
        try (RecordingDataset dataset = open()) {
            record(dataset, 20, "put the cube away");
            CommittedEpisode second = record(dataset, 20, "put the cube away");
            dataset.takeBack(second.id()).discard("it fell");
            CommittedEpisode third = record(dataset, 20, "put the cube away");
            assertEquals(1, third.episodeIndex());
            assertTrue(third.files().stream().noneMatch(file -> file.endsWith("file-001.mp4")), third::toString);
        }
        assertSound(2);
    }

    @Test
    void onlyTheNewestEpisodeOfThisRunIsTakenBack() throws Exception {
        CommittedEpisode first;
        try (RecordingDataset dataset = open()) {
            first = record(dataset, 20, "put the cube away");
            CommittedEpisode second = record(dataset, 31, "open the drawer");
            assertThrows(DatasetException.class, () -> dataset.takeBack(first.id()));
            dataset.takeBack(second.id()).discard("it fell");
            assertThrows(DatasetException.class, () -> dataset.takeBack(first.id()));
        }
        try (RecordingDataset dataset = open()) {
            assertThrows(DatasetException.class, () -> dataset.takeBack(first.id()));
            assertEquals(1, dataset.episodes());
        }
        assertSound(1);
    }

    @Test
    void continuesADatasetAfterClosingIt() {
        try (RecordingDataset dataset = open()) {
            record(dataset, 10, "put the cube away");
        }
        try (RecordingDataset dataset = open()) {
            assertTrue(dataset.recovery().nothingToDo());
            assertEquals(1, record(dataset, 12, "put the cube away").episodeIndex());
            assertEquals(22, dataset.rows());
        }
    }

    @Test
    void aSecondRecorderIsRefusedInASentence() {
        try (RecordingDataset first = open()) {
            DatasetException refused = assertThrows(DatasetException.class, this::open);
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("being recorded into already"), refused.getMessage());
            assertEquals(0, first.episodes());
        }
    }

    @Test
    void anotherRateIsRefusedAndNamed() {
        try (RecordingDataset dataset = open()) {
            record(dataset, 10, "put the cube away");
        }
        EpisodeSchema schema = sample.schema();
        EpisodeSchema other = new EpisodeSchema(
                50, schema.robotType(), schema.rowFeatures(), schema.cameras().subList(0, 1), schema.video());
        DatasetException refused = assertThrows(
                DatasetException.class,
                () -> RecordingDataset.open(directory, other, new NioDurableFiles(), new SystemSessionClock()));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("30 frames per second, the recording 50"), message);
        assertTrue(message.contains("observation.images.left_wrist"), message);
    }

    @Test
    void aRecordingThatWasCutOffIsRecoveredAtTheNextOpening() {
        try (RecordingDataset dataset = open()) {
            record(dataset, 10, "put the cube away");
            sample.recordOpen(dataset, 17, "open the drawer");
        }
        try (RecordingDataset dataset = open()) {
            assertEquals(1, dataset.recovery().recovered().size());
            CommittedEpisode recovered = dataset.recovery().recovered().getFirst();
            assertEquals(17, recovered.rows());
            assertTrue(recovered.recovered());
            assertEquals(2, dataset.episodes());
        }
        try (RecordingDataset dataset = open()) {
            assertTrue(dataset.recovery().nothingToDo());
        }
    }

    @Test
    void anEpisodeWithoutACompleteRowGoesToTheTrashWithAReason() throws IOException {
        try (RecordingDataset dataset = open()) {
            EpisodeRecording recording = dataset.begin(sample.start("nothing"), sample.codecHeaders());
            recording.append(sample.row(0)); // no picture comes
        }
        try (RecordingDataset dataset = open()) {
            assertEquals(
                    "no complete row reached the disk",
                    dataset.recovery().keptAside().getFirst().reason());
            assertEquals(0, dataset.episodes());
        }
        assertTrue(files().stream().anyMatch(name -> name.endsWith(".reason.txt")));
    }

    @Test
    void aDiscardedEpisodeCanBeBroughtBackAndKept() throws IOException {
        try (RecordingDataset dataset = open()) {
            PendingEpisode pending =
                    sample.recordOpen(dataset, 10, "put the cube away").finish(sample.end(10));
            pending.discard("the cube fell");
            assertTrue(files().stream().noneMatch(name -> name.contains("/journal/")));
            assertEquals(0, dataset.episodes());
            assertEquals(10, dataset.restore(pending.id()).keep(GOOD).rows());
            assertEquals(1, dataset.episodes());
        }
    }

    @Test
    void anEpisodeCanBeRecordedWhileTheOneBeforeWaitsForItsVerdict() {
        try (RecordingDataset dataset = open()) {
            PendingEpisode first =
                    sample.recordOpen(dataset, 10, "put the cube away").finish(sample.end(10));
            CommittedEpisode second = record(dataset, 12, "open the drawer");
            assertEquals(0, second.episodeIndex());
            assertEquals(1, first.keep(GOOD).episodeIndex());
        }
    }

    @Test
    void aRowOutOfTurnIsRefused() {
        try (RecordingDataset dataset = open()) {
            EpisodeRecording recording = sample.recordOpen(dataset, 3, "put the cube away");
            assertThrows(IllegalArgumentException.class, () -> recording.append(sample.row(4)));
            assertThrows(IllegalArgumentException.class, () -> recording.append(sample.packet(0, 4)));
            assertEquals(3, recording.completeRows());
            assertFalse(recording.durableRows() > 3);
        }
    }

    private String refusal() {
        return String.valueOf(assertThrows(DatasetException.class, this::open).getMessage());
    }

    @Test
    void aDatasetOfAnotherVersionIsRefusedAndLeftAsItIs() throws IOException {
        try (RecordingDataset dataset = open()) {
            record(dataset, 5, "put the cube away");
        }
        Path info = directory.resolve("meta/info.json");
        String old = Files.readString(info).replace("v3.0", "v2.1");
        Files.writeString(info, old);
        assertTrue(refusal().contains("has format \"v2.1\""), refusal());
        assertEquals(old, Files.readString(info));
    }

    @Test
    void anInfoFileThatCannotBeUnderstoodIsKeptAndReported() throws IOException {
        try (RecordingDataset dataset = open()) {
            record(dataset, 5, "put the cube away");
        }
        Path info = directory.resolve("meta/info.json");
        Files.writeString(info, "{\n  \"fps\": ");
        assertTrue(refusal().contains("cannot be understood"), refusal());
        assertEquals("{\n  \"fps\": ", Files.readString(info));
    }

    @Test
    void recordingsWithoutAnInfoFileAreNotTakenForANewDataset() throws IOException {
        try (RecordingDataset dataset = open()) {
            record(dataset, 5, "put the cube away");
        }
        Files.delete(directory.resolve("meta/info.json"));
        assertTrue(refusal().contains("has recordings but no meta/info.json"), refusal());
    }

    @ParameterizedTest
    @EnumSource(VideoCodec.class)
    void datasetsOfEveryCodecAreSoundToTheLastPicture(VideoCodec codec) {
        VideoSettings video = switch (codec) {
            case SVT_AV1 -> VideoSettings.lowDelayAv1().withKeyframeInterval(2);
            case OPEN_H264 -> VideoSettings.openH264();
            case MJPEG -> VideoSettings.motionJpeg();
        };
        SampleRecordings recordings = new SampleRecordings(video, 25, 2);
        try (RecordingDataset dataset = RecordingDataset.open(
                directory, recordings.schema(), new NioDurableFiles(), new SystemSessionClock())) {
            recordings.recordOpen(dataset, 25, "put it away").commit(recordings.end(25), GOOD);
        }
        VerificationReport report = DatasetVerifier.verify(directory, false);
        assertEquals(List.of(), report.findings());
        assertEquals(50, report.pictures());
    }

    @Test
    void betweenTwoForcesTheSystemAlreadyHasEveryRow() throws IOException {
        try (RecordingDataset dataset = open()) {
            EpisodeRecording recording = sample.recordOpen(dataset, 7, "put the cube away");
            assertFalse(recording.forceIfDue(0), "not due");
            Path journal = JournalWriter.fileOf(directory.resolve(".telescribe/journal"), recording.id());
            JournalContent content = JournalReader.read(new NioDurableFiles(), journal);
            assertEquals(7, content == null ? 0 : content.completeRows());
        }
    }
}
