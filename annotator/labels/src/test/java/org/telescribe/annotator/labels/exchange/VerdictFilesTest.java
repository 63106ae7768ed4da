package org.telescribe.annotator.labels.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.telescribe.annotator.labels.event.UnsureReason;
import org.telescribe.annotator.labels.json.ExactJson;

class VerdictFilesTest {
    private final Path folder;
    private final States said = new States(Drafts.spoon("s1"))
            .say(Drafts.LEFTWARD, new LabelAction.Rejected(new Correction("right", "It moves to the right.")))
            .say(Drafts.GRASP, new LabelAction.Unsure(UnsureReason.CANNOT_BE_SEEN))
            .say(Drafts.IS_LEFT, new LabelAction.Answered("yes"));

    VerdictFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyThingToJudgeHasALineWithVerdictAndEvidence() throws IOException {
        Path file = folder.resolve("verdicts.jsonl");
        VerdictFiles.writeVerdicts(file, List.of(new VerdictFiles.Reading(1, "ada", said.state())));
        List<JsonNode> lines =
                Files.readAllLines(file).stream().map(ExactJson::tree).toList();
        assertEquals(said.state().items().size(), lines.size());
        JsonNode moved = line(lines, "fact:trajectory_and_orientation_1");
        assertEquals("corrected", moved.path("verdict").asText());
        assertEquals("left", moved.path("draft_value").asText());
        assertEquals("right", moved.path("value").asText());
        assertEquals("ab12", moved.path("video_sha256").asText());
        assertEquals(700, moved.path("spent_ms").asLong());
        assertEquals(
                "cannot_be_seen",
                line(lines, "fact:action_sequence_1").path("reason").asText());
        assertEquals("yes", line(lines, "question:q1").path("answer").asText());
        assertEquals("open", line(lines, "none:body_motion").path("verdict").asText());
        assertEquals(true, line(lines, "step:2").path("text_stale").asBoolean());
    }

    private static JsonNode line(List<JsonNode> lines, String item) {
        return lines.stream()
                .filter(line -> line.path("item").asText().equals(item))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eventsComeOutAsTheyWentIn() {
        Path file = folder.resolve("events.jsonl");
        VerdictFiles.writeEvents(file, said.events());
        assertEquals(said.events(), VerdictFiles.readEvents(file));
    }
}
