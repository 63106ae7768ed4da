package org.telescribe.annotator.labels.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.Correction;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.store.LabelSession;
import org.telescribe.annotator.labels.store.LabelStore;
import org.telescribe.annotator.labels.store.OpenedTask.Opened;
import org.telescribe.devices.core.time.SteppedClock;

class QueueExportTest {
    private static final Viewing SEEN = new Viewing("ab12", 5, 900);

    private final Path folder;

    QueueExportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static LabelSession judge(LabelStore store, String task, String author) {
        return assertInstanceOf(Opened.class, store.open(new TaskId(task), author))
                .session();
    }

    private List<JsonNode> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(name)).stream()
                .map(ExactJson::tree)
                .toList();
    }

    private void fill(LabelStore store) throws IOException {
        Path file = folder.resolve("annotations.jsonl");
        Files.writeString(
                file, "{\"sample_id\":\"f1\",\"instruction_raw\":\"i\",\"fineGrainedSteps\":[\"a\",\"b\"]}\n");
        store.add("q", List.of(Drafts.spoon("s1"), Drafts.spoon("s2")));
        store.add("q", FineVlaFile.read(file));
        try (LabelSession ada = judge(store, "s1", "ada")) {
            ada.accept(Drafts.GRASP, SEEN);
            ada.undo(SEEN);
        }
        try (LabelSession bob = judge(store, "s1", "bob")) {
            bob.judge(Drafts.LEFTWARD, new LabelAction.Rejected(new Correction("right", "To the right.")), SEEN);
            bob.judge(Drafts.IS_LEFT, new LabelAction.Answered("no"), SEEN);
            bob.commitPartial("no wrist camera", SEEN);
        }
    }

    @Test
    void furthestReadingIsExportedAndAllReadingsStandBesideIt() throws IOException {
        try (LabelStore store = LabelStore.open(folder.resolve("labels.db"), new SteppedClock(0))) {
            fill(store);
            ExportReport report = QueueExport.write(store, "q", folder.resolve("out"), ExportScope.JUDGED);
            assertEquals(new ExportReport(1, 1, 1, 32, 5), report);
        }
        JsonNode facts = lines("GT_AtomicFacts.jsonl").getFirst();
        assertEquals(
                "right",
                facts.path("capability_results")
                        .get(6)
                        .path("gt_atomic_facts")
                        .get(0)
                        .path("value")
                        .asText());
        assertEquals(5, lines("events.jsonl").size());
        assertEquals(32, lines("verdicts.jsonl").size());
        assertFalse(Files.exists(folder.resolve("out/annotations.jsonl")));
    }

    @Test
    void withOpenEverythingOfTheQueueIsExportedInTheFormInWhichItCame() throws IOException {
        try (LabelStore store = LabelStore.open(folder.resolve("labels.db"), new SteppedClock(0))) {
            fill(store);
            assertEquals(
                    3,
                    QueueExport.write(store, "q", folder.resolve("out"), ExportScope.WITH_OPEN)
                            .episodes());
        }
        assertEquals(2, lines("GT_AtomicFacts.jsonl").size());
        assertEquals(
                "f1", lines("annotations.jsonl").getFirst().path("sample_id").asText());
    }
}
