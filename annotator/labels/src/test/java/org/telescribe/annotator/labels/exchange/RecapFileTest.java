package org.telescribe.annotator.labels.exchange;

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
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.devices.core.time.SteppedClock;

class RecapFileTest {
    private static final String SMALL = """
            {"samples": [
              {"sample_id": "a-1", "dataset": "A", "robot_type": "r", "instruction_raw": "lift the cup",
               "instruction_word_count": 3, "human_review": ["Lift the cup.", "抬起杯子。"],
               "human_review_word_count": 4, "word_count_ratio": 1.3, "steps_raw": ["lift"]}
            ], "stats": {"total": 47159, "increase": "10.4x"}}
            """;

    private final Path folder;

    RecapFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /// Data made by others lies beside the repository; without it these tests are skipped.
    private static Path shared() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        Path found = folder == null ? Path.of("none") : folder.resolve("shared/data/annot-finevla-demo");
        assumeTrue(Files.isDirectory(found), "skipped: shared/data/annot-finevla-demo is not there");
        return found.resolve("recap.json");
    }

    private JsonNode written(List<States> said) throws IOException {
        Path out = folder.resolve("out.json");
        RecapFile.write(out, said.stream().map(States::state).toList());
        return ExactJson.tree(Files.readString(out));
    }

    private List<AnnotationTask> small() throws IOException {
        return RecapFile.read(Files.writeString(folder.resolve("recap.json"), SMALL));
    }

    @Test
    void whatTheFileHoldsAroundAndBesideTheStepsIsWrittenBack() throws IOException {
        assertEquals(
                ExactJson.tree(SMALL), written(small().stream().map(States::new).toList()));
    }

    @Test
    void changedStepsAreWrittenAndCounted() throws IOException {
        States said = new States(small().getFirst())
                .say(ItemId.step(1), new LabelAction.TextEdited("Lift the white cup with the left arm."));
        JsonNode sample = written(List.of(said)).path("samples").get(0);
        assertEquals(
                "Lift the white cup with the left arm.",
                sample.path("human_review").get(0).asText());
        assertEquals(9, sample.path("human_review_word_count").asInt());
        assertEquals("3.0", sample.path("word_count_ratio").toString());
        assertEquals("[\"lift\"]", sample.path("steps_raw").toString());
    }

    @Test
    void fileOfAnotherKindIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"stats\":\n{}}");
        LabelsException refused = assertThrows(LabelsException.class, () -> RecapFile.read(file));
        assertTrue(refused.sentence().startsWith(file + ", line 1: samples is missing."), refused.sentence());
    }

    @Test
    void realSamplesOpenForJudgingWithTheirClipsAndAreWrittenBack() throws IOException {
        Path file = shared();
        List<AnnotationTask> tasks = DraftReader.read(file);
        assertEquals(10, tasks.size());
        for (AnnotationTask task : tasks) {
            assertEquals(1, task.videos().size(), task.id().value());
            assertEquals(64, task.videos().getFirst().sha256().length());
            assertTrue(Files.exists(Path.of(task.videos().getFirst().file())));
        }
        try (LabelStore store = LabelStore.open(folder.resolve("labels.db"), new SteppedClock(0))) {
            store.add("recap", tasks);
            List<AnnotationTask> kept = store.tasks("recap").stream()
                    .map(line -> store.task(line.id()))
                    .toList();
            assertEquals(tasks, kept);
            assertEquals(5, store.tasks("recap").getFirst().openFor("ada"));
            JsonNode back = written(kept.stream().map(States::new).toList());
            assertEquals(ExactJson.tree(Files.readString(file)), back);
        }
    }
}
