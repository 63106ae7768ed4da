package org.telescribe.annotator.labels.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.MovedStep;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.ActingArm;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.annotator.labels.model.TaskVideo;

class FineVlaFileTest {
    private static final String PLAIN = """
            {"sample_id":"ep_001","dataset":"bridge","dataset_dir":"Bridge","instruction_raw":"pick up the cup 拿起杯子","robot_type":"widowx","views":["image_0"],"videos":{"image_0":"episode_0/video.mp4"},"analysisResult":{"action_sequence":["Grasp","Pick up"],"main_object":"cup"},"fineGrainedSteps":["Grasp the cup from above. 从上方抓住杯子。","Поднять чашку вверх."],"refinedInstruction":"Grasp and lift.","processingMetadata":{"success":true,"model":"m","processingTime":12.30,"tokenUsage":{"prompt_tokens":5000,"completion_tokens":500,"total_tokens":5500}},"somebody_elses":{"keep":[1,2.50,null]}}
            """;
    private static final String STEPPED = """
            {"sample_id":"g-40","dataset":"galaxea","instruction_raw":"take it out","views":["head_rgb"],"videos":{"head_rgb":"g.mp4"},"steps_raw":[{"i":0,"desc":"Open the lid with the left hand.","start":0,"end":120,"skill":"open"},{"i":1,"desc":"Close it.","start":120,"end":120}],"fineGrainedSteps":["Left arm opens the lid.","Right arm closes it."],"refinedInstruction":""}
            """;

    private final Path folder;
    private final Path file;

    FineVlaFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("annotations.jsonl");
    }

    private List<AnnotationTask> read(String text) throws IOException {
        Files.writeString(file, text);
        return FineVlaFile.read(file);
    }

    private List<JsonNode> written(States... said) throws IOException {
        Path out = folder.resolve("out/export.jsonl");
        FineVlaFile.write(out, List.of(said).stream().map(States::state).toList());
        return Files.readAllLines(out).stream().map(ExactJson::tree).toList();
    }

    @Test
    void recordBecomesADraftWithItsLanguagesWhole() throws IOException {
        AnnotationTask task = read(PLAIN).getFirst();
        assertEquals("ep_001", task.id().value());
        assertEquals("pick up the cup 拿起杯子", task.instructionRaw());
        assertEquals(List.of(new TaskVideo("image_0", "Bridge/episode_0/video.mp4", "")), task.videos());
        assertEquals("Grasp the cup from above. 从上方抓住杯子。", task.steps().get(0).text());
        assertEquals("Поднять чашку вверх.", task.steps().get(1).text());
        assertFalse(task.factsDrafted());
    }

    @Test
    void untouchedDraftsAreWrittenBackToTheLetter() throws IOException {
        String both = PLAIN + "\n" + STEPPED;
        Path out = folder.resolve("export.jsonl");
        FineVlaFile.write(out, States.untouched(read(both)));
        assertEquals((PLAIN + STEPPED), Files.readString(out));
        assertEquals(read(both).size(), FineVlaFile.read(out).size());
    }

    @Test
    void framesComeFromTheRawStepsAndUnusableOnesAreLeftOpen() throws IOException {
        AnnotationTask task = read(STEPPED).getFirst();
        assertEquals(Optional.of(new FrameRange(0, 120)), task.steps().get(0).range());
        assertEquals(Optional.empty(), task.steps().get(1).range());
        assertEquals(ActingArm.LEFT, task.steps().get(0).arm());
    }

    @Test
    void editedMovedAndRejectedStepsAreWritten() throws IOException {
        States said = new States(read(STEPPED).getFirst())
                .say(ItemId.step(1), new LabelAction.TextEdited("左臂打开盖子。"))
                .say(
                        ItemId.step(1),
                        new LabelAction.EdgesMoved(List.of(new MovedStep(ItemId.step(1), new FrameRange(4, 110)))))
                .say(ItemId.step(2), new LabelAction.Rejected(null));
        JsonNode record = written(said).getFirst();
        assertEquals("[\"左臂打开盖子。\"]", record.path("fineGrainedSteps").toString());
        assertEquals(
                "[{\"i\":0,\"desc\":\"Open the lid with the left hand.\",\"start\":4,\"end\":110,\"skill\":\"open\"}]",
                record.path("steps_raw").toString());
    }

    @Test
    void recordWithRawStepsAloneIsJudgedByThemAndKeepsItsForm() throws IOException {
        String raw = "{\"sample_id\":\"r\",\"dataset\":\"d\",\"instruction_raw\":\"i\",\"views\":[],\"videos\":{},"
                + "\"steps_raw\":[{\"i\":0,\"desc\":\"open\",\"start\":0,\"end\":5},{\"i\":1,\"desc\":\"close\",\"start\":5,\"end\":9}]}\n";
        AnnotationTask task = read(raw).getFirst();
        assertEquals("close", task.steps().get(1).text());
        assertEquals(raw, ExactJson.line(written(new States(task)).getFirst()) + "\n");
        JsonNode edited = written(new States(task).say(ItemId.step(2), new LabelAction.TextEdited("shut")))
                .getFirst();
        assertEquals("shut", edited.path("steps_raw").get(1).path("desc").asText());
        assertFalse(edited.has("fineGrainedSteps"));
    }

    @Test
    void draftOfAnotherOriginIsWrittenAsARecordThatCanBeReadAgain() throws IOException {
        JsonNode record = written(new States(Drafts.spoon("s1"))).getFirst();
        AnnotationTask again = read(ExactJson.line(record)).getFirst();
        assertEquals(3, again.steps().size());
        assertEquals("put the spoon beside the pan", again.instructionRaw());
        assertEquals(Optional.of(new FrameRange(90, 200)), again.steps().get(1).range());
    }

    private void refused(String text, String... words) {
        LabelsException refused = assertThrows(LabelsException.class, () -> read(text));
        for (String word : words) {
            assertTrue(refused.sentence().contains(word), refused.sentence());
        }
        assertTrue(refused.sentence().startsWith(file.toString()), refused.sentence());
        assertTrue(refused.sentence().contains("Nothing was imported. "), refused.sentence());
    }

    @Test
    void badLinesAreNamedWithTheReason() {
        refused(PLAIN + "\n{\"sample_id\":\"x\",\n", ", line 3:");
        refused(PLAIN + PLAIN, ", line 2: sample_id ep_001 stands on line 1 already");
        refused("{\"sample_id\":\"x\"} {}", ", line 1: something follows the end. ");
        refused("{\"sample_id\":\"x\",\"sample_id\":\"y\"}", ", line 1: sample_id stands there twice. ");
        refused("{\"sample_id\":\"x\"", ", line 1: the JSON ends in the middle. ");
        refused("[1]", ", line 1: a record must be an object in braces");
        refused("{\"sample_id\":\"x\",\"instruction_raw\":\" \"}", ", line 1: instruction_raw is missing");
        refused("{\"instruction_raw\":\"x\"}", ", line 1: sample_id is missing");
        refused(
                "{\"sample_id\":\"x\",\"instruction_raw\":\"i\",\"fineGrainedSteps\":\"grasp\"}",
                ", line 1: fineGrainedSteps is no list");
        refused(
                "{\"sample_id\":\"x\",\"instruction_raw\":\"i\",\"videos\":[\"a.mp4\"]}",
                ", line 1: videos must name a file for each view");
    }

    @Test
    void fileThatIsNotThereOrNotUtf8IsSaid() throws IOException {
        LabelsException missing =
                assertThrows(LabelsException.class, () -> FineVlaFile.read(folder.resolve("none.jsonl")));
        assertTrue(missing.sentence().contains("cannot be read"), missing.sentence());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '{'});
        LabelsException foreign = assertThrows(LabelsException.class, () -> FineVlaFile.read(file));
        assertTrue(foreign.sentence().contains("is not written in UTF-8"), foreign.sentence());
    }
}
