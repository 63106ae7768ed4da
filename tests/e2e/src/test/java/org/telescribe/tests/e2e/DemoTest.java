package org.telescribe.tests.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.tests.e2e.Program.Outcome;

/// The main job, as a newcomer runs it.
class DemoTest {
    @TempDir
    private Path home = Path.of("");

    @Test
    void demoRecordsTwoVerifiedEpisodesWithOnePictureARow() throws Exception {
        Path set = home.resolve("set");
        Outcome outcome = Program.run(home, "demo", "--headless", "--json", "--out", set.toString());
        assertEquals(0, outcome.exitCode(), outcome.errors() + outcome.output());
        JsonNode said = outcome.json();
        assertEquals(2, said.get("episodes").asInt());
        assertTrue(said.get("verified").asBoolean());
        assertEquals(said.get("rows").asInt(), said.get("samples_per_camera").asInt());
        assertTrue(said.get("rows").asInt() > 300, said.toString());
        assertTrue(Files.exists(set.resolve("meta/info.json")));
        assertEquals(6, said.get("screenshots").asInt());
        assertTrue(said.get("rollouts").asInt() >= 1, said.toString());
        assertEquals(16, said.get("facts").asInt());
        assertEquals(4, said.get("vqa").asInt());
        assertTrue(said.get("verdicts_read_back").asBoolean(), said.toString());
        Path report = Path.of(said.get("report").asText());
        for (String picture :
                List.of("station.png", "collect.png", "library.png", "review.png", "annotate.png", "rollouts.png")) {
            assertPictureOfTheWindow(report.resolveSibling(picture));
            assertTrue(Files.readString(report).contains(picture));
        }
        keepForTheGuides(report);

        Outcome packed = Program.run(home, "dataset", "compact", set.toString(), "--json");
        assertEquals(0, packed.exitCode(), packed.errors());
        assertTrue(packed.json().get("changed").asBoolean());
        Outcome verified = Program.run(home, "dataset", "verify", set.toString(), "--json");
        assertEquals(0, verified.exitCode(), verified.output());

        Files.delete(set.resolve("meta/tasks.parquet"));
        Outcome broken = Program.run(home, "dataset", "verify", set.toString(), "--fast", "--json");
        assertEquals(1, broken.exitCode(), broken.output());
        assertTrue(broken.json().get("first_broken").asText().contains("tasks.parquet"), broken.output());
    }

    /// The guides' pictures are the demonstration's own; `-Dtelescribe.write-golden=true` takes new ones.
    private static void keepForTheGuides(Path report) throws Exception {
        Path images = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(images.resolve("docs/images"))) {
            images = Objects.requireNonNull(images.getParent(), "docs/images");
        }
        images = images.resolve("docs/images");
        for (String picture : List.of("collect.png", "review.png", "annotate.png", "rollouts.png")) {
            if (Boolean.getBoolean("telescribe.write-golden")) {
                Files.copy(
                        report.resolveSibling(picture), images.resolve(picture), StandardCopyOption.REPLACE_EXISTING);
            }
            assertPictureOfTheWindow(images.resolve(picture));
        }
    }

    @Test
    void anEpisodeOfARealSetIsPlayedAndPictured() throws Exception {
        Path recording = data("lerobot-v21-unitree-g1");
        assumeTrue(recording != null, "shared/data is not beside the project: no real recording to play");
        Path picture = home.resolve("play.png");
        Outcome outcome = Program.run(
                home,
                "play",
                String.valueOf(recording),
                "--episode",
                "29",
                "--headless",
                "--json",
                "--screenshot",
                picture.toString());
        assertEquals(0, outcome.exitCode(), outcome.errors() + outcome.output());
        assertEquals(26, outcome.json().get("channels").asInt());
        assertEquals(221, outcome.json().get("rows").asInt());
        assertEquals("cam_high", outcome.json().get("cameras").get(0).asText());
        assertPictureOfTheWindow(picture);
    }

    @Test
    void aSetThatIsNoneIsRefusedWithItsPlace() throws Exception {
        Outcome outcome = Program.run(home, "play", home.resolve("nowhere").toString(), "--headless", "--json");
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.json().get("message").asText().contains("nowhere"), outcome.output());
    }

    private static void assertPictureOfTheWindow(Path file) throws Exception {
        byte[] picture = Files.readAllBytes(file);
        assertEquals(1280, ByteBuffer.wrap(picture).getInt(16));
        assertEquals(800, ByteBuffer.wrap(picture).getInt(20));
        assertTrue(
                picture.length > 60_000, "an empty window compresses to less than %d bytes".formatted(picture.length));
    }

    @Test
    void recordingThatIsToldToEndHoldsTheArmsAndIsRecoveredLater() throws Exception {
        Path set = home.resolve("set");
        Path output = home.resolve("output.txt");
        Process demo =
                Program.start(home, output, home.resolve("errors.txt"), "demo", "--headless", "--out", set.toString());
        long polls = 0;
        while (!Files.readString(output).contains(" 3.") && demo.isAlive() && polls < 3000) {
            demo.waitFor(20, TimeUnit.MILLISECONDS);
            polls++;
        }
        demo.destroy();
        assertTrue(demo.waitFor(30, TimeUnit.SECONDS), "did not end after it was told to");
        Outcome verified = Program.run(home, "dataset", "verify", set.toString(), "--json");
        assertEquals(0, verified.exitCode(), verified.output());
        Outcome recovered = Program.run(home, "dataset", "recover", set.toString(), "--json");
        assertEquals(1, recovered.json().get("recovered").asInt(), recovered.output());
        assertTrue(recovered.json().get("recovered_rows").asInt() >= 85, recovered.output());
        assertEquals(0, Program.run(home, "dataset", "verify", set.toString()).exitCode());
    }

    @Test
    void leadersMoveAsTheArmsOfARealRecordingDid() throws Exception {
        Path recording = data("lerobot-v21-unitree-g1");
        assumeTrue(recording != null, "shared/data is not beside the project: no real recording to follow");
        Path set = home.resolve("set");
        Outcome outcome = Program.run(
                home,
                "demo",
                "--headless",
                "--json",
                "--motion",
                String.valueOf(recording),
                "--episode",
                "29",
                "--out",
                set.toString());
        assertEquals(0, outcome.exitCode(), outcome.errors() + outcome.output());
        assertTrue(Files.readString(set.resolve("meta/info.json")).contains("left_shoulder_pitch.pos"));
    }

    @Test
    void realSetWithMissingEpisodesIsDescribedAndFailsVerification() throws Exception {
        Path recording = data("lerobot-v21-unitree-g1");
        assumeTrue(recording != null, "shared/data is not beside the project: no real set to verify");
        Outcome info = Program.run(home, "dataset", "info", String.valueOf(recording), "--json");
        assertEquals(0, info.exitCode(), info.errors());
        assertEquals("v2.1", info.json().get("version").asText());
        Outcome verify = Program.run(home, "dataset", "verify", String.valueOf(recording), "--fast", "--json");
        assertEquals(1, verify.exitCode());
        assertFalse(verify.json().get("first_broken").asText().isEmpty());
        assertNotNull(verify.json().get("findings"));
    }

    private static @Nullable Path data(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/data").resolve(name);
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
