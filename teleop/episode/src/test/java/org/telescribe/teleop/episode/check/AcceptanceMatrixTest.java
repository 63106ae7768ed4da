package org.telescribe.teleop.episode.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.teleop.episode.dataset.RecordingDataset;
import org.telescribe.teleop.episode.dataset.SampleRecordings;
import org.telescribe.teleop.episode.durable.NioDurableFiles;
import org.telescribe.teleop.episode.lerobot.ParquetStore;
import org.telescribe.teleop.episode.lerobot.PythonJson;
import org.telescribe.teleop.episode.lerobot.Sql;
import org.telescribe.teleop.episode.model.EpisodeVerdict;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.video.OddVideos;

/// Everything that makes the format's own reader fail, or silently read something else, done to a
/// sound dataset.
class AcceptanceMatrixTest {
    private static final String DATA = "data/chunk-000/file-001.parquet";
    private static final String EPISODES = "meta/episodes/chunk-000/file-001.parquet";
    private static final String VIDEO = "videos/observation.images.head/chunk-000/file-001.mp4";

    @TempDir
    static Path origin = Path.of("");

    @TempDir
    Path scratch = Path.of("");

    private Path dataset = Path.of("");

    @BeforeAll
    static void recordTwoEpisodes() {
        SampleRecordings sample = new SampleRecordings(VideoSettings.lowDelayAv1(), 40, 3);
        try (RecordingDataset dataset =
                RecordingDataset.open(origin, sample.schema(), new NioDurableFiles(), new SystemSessionClock())) {
            sample.recordOpen(dataset, 20, "put it away").commit(sample.end(20), EpisodeVerdict.unrated());
            sample.recordOpen(dataset, 40, "open it").commit(sample.end(40), EpisodeVerdict.unrated());
        }
    }

    @BeforeEach
    void copy() throws IOException {
        dataset = scratch.resolve("it's [a] set");
        try (Stream<Path> all = Files.walk(origin)) {
            for (Path path : all.toList()) {
                Path target = dataset.resolve(origin.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private void assertBroken(String file, String reasonPart) {
        Finding first = DatasetVerifier.verify(dataset, true)
                .firstBroken()
                .orElseThrow(() -> new AssertionError("nothing was found"));
        assertEquals(file, first.file(), first.toString());
        assertTrue(first.reason().contains(reasonPart), first.toString());
    }

    /// Rewrites a parquet file with what a query makes of it, keeping its metadata.
    private void rewrite(String name, String select) throws Exception {
        Path file = dataset.resolve(name);
        Path old = scratch.resolve("old.parquet");
        Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
        try (ParquetStore parquet = ParquetStore.open()) {
            String query = select.replace("OLD", "read_parquet(" + Sql.file(old) + ")");
            long rows = parquet.query("SELECT count(*) FROM (" + query + ")", result -> {
                result.next();
                return result.getLong(1);
            });
            parquet.writeQuery(query, parquet.metadata(old, "huggingface"), rows, file);
        }
    }

    private void edit(String name, Consumer<ObjectNode> change) throws IOException {
        Path file = dataset.resolve(name);
        ObjectNode root = (ObjectNode) PythonJson.parse(Files.readAllBytes(file));
        change.accept(root);
        Files.write(file, PythonJson.format(root));
    }

    @Test
    void aRecordedDatasetIsSoundAndEveryPictureDecodes() {
        VerificationReport report = DatasetVerifier.verify(dataset, false);
        assertEquals(List.of(), report.findings());
        assertEquals(2, report.episodes());
        assertEquals(60, report.rows());
        assertEquals(120, report.pictures());
    }

    @ParameterizedTest
    @CsvSource({"data/chunk-000/stray.parquet", "meta/episodes/chunk-000/stray.parquet"})
    void anEmptyFileThatReadersFindByPattern(String name) throws IOException {
        Files.createFile(dataset.resolve(name));
        assertBroken(name, "no whole parquet file");
    }

    @Test
    void aHalfWrittenDataFile() throws IOException {
        Path file = dataset.resolve(DATA);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertBroken(DATA, "no whole parquet file");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT *, 1::BIGINT AS extra FROM OLD                                    | column extra is not declared",
                "SELECT * EXCLUDE (action) FROM OLD                                       | column action is missing",
                "SELECT * REPLACE (action[1:5] AS action) FROM OLD                        | action does not have 6 numbers",
                "SELECT * REPLACE (if(frame_index = 7, NULL, index) AS index) FROM OLD    | index has a number that is missing",
                "SELECT * REPLACE ((timestamp + 0.003)::FLOAT AS timestamp) FROM OLD      | timestamp is not frame_index / fps",
                "SELECT * REPLACE (index + 1 AS index) FROM OLD                           | index does not count on from 20",
                "SELECT * REPLACE (task_index + 1 AS task_index) FROM OLD                 | task_index is not one of the tasks",
                "SELECT * REPLACE (0::BIGINT AS episode_index) FROM OLD                   | episode_index is not 1",
                "SELECT * FROM OLD LIMIT 39                                               | it has 39 rows, meta/episodes says 40"
            })
    void aDataFileThatBreaksARule(String select, String reason) throws Exception {
        rewrite(DATA, select.strip());
        assertBroken(DATA, reason.strip());
    }

    @Test
    void theFirstBrokenRowIsNamed() throws Exception {
        rewrite(
                DATA,
                "SELECT * REPLACE (list_transform(action, lambda x, i: if(frame_index = 23 AND i = 2, 'nan'::FLOAT, x))"
                        + " AS action) FROM OLD");
        Finding first = DatasetVerifier.verify(dataset, true).firstBroken().orElseThrow();
        assertEquals(DATA + ", row 23: action has a number that is missing or not finite", first.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * EXCLUDE (\"videos/observation.images.head/from_timestamp\") FROM OLD | from_timestamp is missing",
                "SELECT * EXCLUDE (dataset_from_index) FROM OLD                             | dataset_from_index is missing",
                "SELECT * REPLACE (2 AS episode_index) FROM OLD                             | episode_index is 2 where 1 is due",
                "SELECT * REPLACE (19 AS dataset_from_index) FROM OLD                       | rows 19 to 60 are named",
                "SELECT * REPLACE (1.4 AS \"videos/observation.images.head/to_timestamp\") FROM OLD | lasts 1.400000 s",
                "SELECT * REPLACE (['close it'] AS tasks) FROM OLD                          | task \"close it\" is not in",
                "SELECT *, 1 AS stray FROM OLD                                              | its columns are not those of"
            })
    void anEpisodesFileThatBreaksARule(String select, String reason) throws Exception {
        rewrite(EPISODES, select.strip());
        // columns that differ from file to file are found first; what else is wrong follows
        assertTrue(
                DatasetVerifier.verify(dataset, true).findings().stream()
                        .anyMatch(finding -> finding.file().equals(EPISODES)
                                && finding.reason().contains(reason.strip())),
                DatasetVerifier.verify(dataset, true).findings().toString());
    }

    @Test
    void tasksWithoutThePandasKey() throws Exception {
        rewrite("meta/tasks.parquet", "SELECT * FROM OLD");
        assertBroken("meta/tasks.parquet", "the key pandas is missing");
    }

    @Test
    void tasksOutOfOrder() throws Exception {
        rewrite("meta/tasks.parquet", "SELECT * FROM OLD ORDER BY task_index DESC");
        assertBroken("meta/tasks.parquet", "rows must be in the order of task_index");
    }

    @ParameterizedTest
    @CsvSource({"total_episodes, 3, there are 2 episodes", "total_tasks, 1, it has 2 tasks"})
    void totalsThatAreNotThere(String key, int value, String reason) throws IOException {
        edit("meta/info.json", info -> info.put(key, value));
        Finding first = DatasetVerifier.verify(dataset, true).firstBroken().orElseThrow();
        assertTrue(first.reason().contains(reason), first.toString());
    }

    @Test
    void totalFramesThatAreNotThere() throws IOException {
        edit("meta/info.json", info -> info.put("total_frames", 61));
        assertBroken("meta/info.json", "total_frames is 61");
    }

    @Test
    void anUnknownVersion() throws IOException {
        edit("meta/info.json", info -> info.put("codebase_version", "v4.0"));
        assertBroken("meta/info.json", "codebase_version is \"v4.0\"");
    }

    @ParameterizedTest(name = "time scale {0}, start {1} s, without picture {2}")
    @CsvSource({
        "1000, 0, -1, off the grid",
        "15360, 0.02, -1, off the grid",
        "15360, 0, 12, it has 39 pictures for 40 rows"
    })
    void aVideoThatIsNotOnTheGrid(int timescale, double startSeconds, int skipped, String reason) throws IOException {
        Path old = scratch.resolve("old.mp4");
        Files.move(dataset.resolve(VIDEO), old);
        OddVideos.restamp(old, dataset.resolve(VIDEO), timescale, 30, startSeconds, skipped);
        assertBroken(VIDEO, reason);
    }

    @Test
    void aVideoOfAnotherRate() throws IOException {
        Path old = scratch.resolve("old.mp4");
        Files.move(dataset.resolve(VIDEO), old);
        OddVideos.restamp(old, dataset.resolve(VIDEO), 12_800, 25, 0, -1);
        assertBroken(VIDEO, "off the grid of 30 per second");
    }

    @Test
    void aMissingVideo() throws IOException {
        Files.delete(dataset.resolve(VIDEO));
        assertBroken(VIDEO, "it is missing; episode 1 lies in it");
    }

    @Test
    void aVideoThatBreaksOff() throws IOException {
        byte[] bytes = Files.readAllBytes(dataset.resolve(VIDEO));
        Files.write(dataset.resolve(VIDEO), Arrays.copyOf(bytes, bytes.length - 400));
        assertBroken(VIDEO, "cannot be read");
    }

    @Test
    void picturesThatCannotBeDecodedAreFoundUnlessDecodingIsLeftOut() throws IOException {
        byte[] bytes = Files.readAllBytes(dataset.resolve(VIDEO));
        Arrays.fill(bytes, 60, 1_200, (byte) 0);
        Files.write(dataset.resolve(VIDEO), bytes);
        assertBroken(VIDEO, "hashes differ");
        Finding first = DatasetVerifier.verify(dataset, false).firstBroken().orElseThrow();
        assertTrue(first.reason().contains("of 40 pictures can be decoded"), first.toString());
    }

    @Test
    void statisticsThatLackAFeatureOrANumber() throws IOException {
        edit("meta/stats.json", stats -> stats.remove("action"));
        assertBroken("meta/stats.json", "feature action is missing");
        edit("meta/stats.json", stats -> {
            stats.set("action", stats.get("observation.state"));
            ((ArrayNode) stats.path("observation.state").path("mean")).set(2, "NaN");
        });
        assertBroken("meta/stats.json", "does not have 6 finite numbers");
    }

    @Test
    void aFileThatIsNotWhatWasCommitted() throws IOException {
        edit("meta/stats.json", stats -> ((ArrayNode) stats.path("action").path("q50")).set(0, 0.25));
        Finding first = DatasetVerifier.verify(dataset, true).firstBroken().orElseThrow();
        assertEquals("meta/stats.json", first.file());
        assertTrue(first.reason().contains("committed"), first.toString());
    }

    @Test
    void whatDoesNoHarmIsOnlyNoted() throws IOException {
        Files.createDirectories(dataset.resolve("journal"));
        Files.writeString(dataset.resolve("journal/foreign.txt"), "a folder that readers do not look into");
        Files.writeString(dataset.resolve("data/chunk-000/file-002.parquet.pending-0"), "half");
        VerificationReport report = DatasetVerifier.verify(dataset, true);
        assertTrue(report.sound(), report.findings().toString());
        assertEquals(1, report.findings().size());
    }

    @Test
    void aFolderWithoutADatasetIsSaidToHaveNone() {
        Finding first = DatasetVerifier.verify(scratch, true).firstBroken().orElseThrow();
        assertTrue(first.reason().contains("holds no dataset"), first.toString());
    }
}
