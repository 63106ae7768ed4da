package org.telescribe.teleop.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.teleop.episode.lerobot.PythonJson;
import org.telescribe.teleop.episode.model.EpisodeOutcome;

class CatalogTest {
    @TempDir
    Path root = Path.of("");

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
    void datasetsOfAFolderAreListedWithTheirEpisodes() throws IOException {
        new IndexedSet(root.resolve("b-set")).write(3, true, 2);
        new IndexedSet(root.resolve("a-set")).write(7, false, 0);
        Files.createDirectories(root.resolve("something-else"));
        Catalog catalog = new Catalog(List.of(root, root.resolve("none")));
        assertTrue(catalog.refresh());
        CatalogContent content = catalog.content();
        assertEquals(
                List.of("a-set", "b-set"),
                content.datasets().stream().map(DatasetCard::name).toList());
        DatasetCard set = content.datasets().getFirst();
        assertEquals("", set.trouble());
        assertEquals(7, set.episodes());
        assertEquals(7 * IndexedSet.ROWS, set.rows());
        assertEquals(30, set.framesPerSecond());
        assertEquals(List.of("head"), set.cameras());
        assertEquals(ArmKind.EMULATED, set.armKind());
        assertEquals("v3.0", set.version());
        assertEquals("aloha_dual", set.robotType());
        assertEquals(10, content.episodes().size());
        EpisodeCard episode = content.episodes().get(5);
        assertEquals(5, episode.index());
        assertEquals("put block 5 in the bowl", episode.task());
        assertEquals("Zoë Müller", episode.operator());
        assertEquals(10.0, episode.lengthSeconds());
        assertEquals(EpisodeOutcome.FAILURE, episode.outcome());
        assertTrue(episode.flagged());
        PosterPlace poster = episode.poster();
        assertNotNull(poster);
        assertEquals(55.0, poster.seconds(), "the middle of its piece of the file");
    }

    @Test
    void aThousandEpisodesAreListedByTheirIndexAlone() throws IOException {
        new IndexedSet(root.resolve("big")).write(1_000, false, 0);
        Catalog catalog = new Catalog(List.of(root));
        Assertions.assertTimeout(Duration.ofSeconds(5), catalog::refresh);
        assertEquals(1_000, catalog.content().episodes().size());
    }

    @Test
    void aSecondLookReadsOnlyWhatChanged() throws IOException {
        new IndexedSet(root.resolve("a")).write(2, true, 0);
        Catalog catalog = new Catalog(List.of(root));
        assertTrue(catalog.refresh());
        CatalogContent before = catalog.content();
        assertFalse(catalog.refresh());
        assertEquals(before, catalog.content());
        new IndexedSet(root.resolve("b")).write(4, true, 0);
        assertTrue(catalog.refresh());
        assertEquals(6, catalog.content().episodes().size());
        new IndexedSet(root.resolve("a")).write(3, true, 0);
        assertTrue(catalog.refresh());
        assertEquals(7, catalog.content().episodes().size());
        Files.delete(root.resolve("b/meta/info.json"));
        assertTrue(catalog.refresh());
        assertEquals(3, catalog.content().episodes().size());
    }

    @Test
    void aBrokenSetStaysListedWithItsFirstBrokenRule() throws IOException {
        new IndexedSet(root.resolve("half")).write(3, true, 0);
        Files.delete(root.resolve("half/videos/observation.images.head/chunk-000/file-001.mp4"));
        Files.createDirectories(root.resolve("empty/meta"));
        new IndexedSet(root.resolve("garbled")).write(1, true, 0);
        Files.writeString(root.resolve("garbled/meta/info.json"), "{ not json");
        new IndexedSet(root.resolve("miscounted")).write(2, true, 0);
        Path info = root.resolve("miscounted/meta/info.json");
        Files.writeString(info, Files.readString(info).replace("\"total_episodes\": 2", "\"total_episodes\": 5"));
        Catalog catalog = new Catalog(List.of(root));
        catalog.refresh();
        List<DatasetCard> sets = catalog.content().datasets();
        assertEquals(
                List.of("empty", "garbled", "half", "miscounted"),
                sets.stream().map(DatasetCard::name).toList());
        sets.forEach(set -> assertFalse(set.isSound(), set.toString()));
        assertTrue(
                sets.get(0).trouble().contains("holds no LeRobot dataset"),
                sets.get(0).trouble());
        assertTrue(sets.get(1).trouble().contains("cannot be read"), sets.get(1).trouble());
        assertEquals(
                "videos/observation.images.head/chunk-000/file-001.mp4 is missing. Bring it back from a copy.",
                sets.get(2).trouble());
        assertEquals(
                "meta/info.json says 5 episodes, meta/episodes lists 2. Verify the dataset to see which is right.",
                sets.get(3).trouble());
        assertEquals(5, catalog.content().episodes().size(), "episodes that can be found stay listed");
    }

    @Test
    void aSetThatIsOpenedByItselfIsListedOnce() throws IOException {
        new IndexedSet(root.resolve("one")).write(1, true, 0);
        Catalog catalog = new Catalog(List.of());
        assertFalse(catalog.refresh());
        catalog.add(root.resolve("one"));
        catalog.add(root.resolve("one"));
        assertTrue(catalog.refresh());
        assertEquals(1, catalog.content().datasets().size());
    }

    @Test
    void setsMadeByOthersAreListed() throws IOException {
        Path fixtures = shared("lerobot-studio-fixtures");
        Catalog catalog = new Catalog(List.of(fixtures.resolve("datasets")));
        catalog.refresh();
        assertEquals(2, catalog.content().datasets().size());
        for (DatasetCard set : catalog.content().datasets()) {
            var expected = PythonJson.parse(
                    Files.readAllBytes(fixtures.resolve("expected/%s.expected.json".formatted(set.name()))));
            assertEquals(expected.path("version").asText(), set.version());
            assertEquals(expected.path("episodeCount").asInt(), set.episodes());
            assertEquals(expected.path("totalEpisodeLength").asLong(), set.rows());
            assertEquals("", set.trouble());
        }
        for (EpisodeCard episode : catalog.content().episodes()) {
            assertEquals("pick cube", episode.task());
            assertNull(episode.outcome());
        }
    }

    @Test
    void aRealSetOfWhichMostIsMissingIsListedAndSaysSo() {
        Catalog catalog = new Catalog(List.of(shared("lerobot-v21-unitree-g1")));
        catalog.refresh();
        DatasetCard set = catalog.content().datasets().getFirst();
        assertEquals(100, set.episodes());
        assertEquals(ArmKind.UNKNOWN, set.armKind());
        assertTrue(set.trouble().startsWith("195 files are missing, the first is "), set.trouble());
    }
}
