package org.telescribe.annotator.labels.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.annotator.labels.Drafts;
import org.telescribe.annotator.labels.event.Correction;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.UnsureReason;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.annotator.labels.model.StepAnchor;
import org.telescribe.annotator.labels.model.TaskVideo;
import org.telescribe.annotator.labels.state.TaskState;

class RoboFineFilesTest {
    private static final String EVAL = """
            [
              {
                "sample_id": "bridge-1", "dataset": "BridgeData-V2", "robot_type": "widowx",
                "instruction_raw": "move the spoon 移动勺子",
                "views": {"image_0": "videos/BridgeDataV2/1.mp4"},
                "meta": {"duration_sec": 8.40, "view_names": ["image_0"]},
                "GT": ["Grasp the spoon.", "向左移动勺子。"],
                "fineGrainedSteps": ["Grasp the spoon.", "向左移动勺子。"],
                "has_raw_steps": false, "steps_raw": null
              },
              {
                "sample_id": "rdt-5", "dataset": "RDT", "robot_type": "aloha", "instruction_raw": "open",
                "views": {}, "meta": {}, "GT": ["Both arms open the lid."], "fineGrainedSteps": []
              }
            ]
            """;
    private static final String QA = """
            [
              {
                "sample_id": "bridge-1", "status": "ok",
                "qas": [
                  {"question_id": "bridge-1_q1", "capability": "active_actor", "error_type": "contradiction",
                   "answer_type": "yes_no", "question": "Is it the left arm?", "options": [], "answer": "No", "mode": "conflict"},
                  {"question_id": "bridge-1_q2", "capability": "failure_and_recovery", "error_type": "omission",
                   "answer_type": "number", "question": "How many tries?", "options": [], "answer": 2, "mode": "gt_only"},
                  {"question_id": "bridge-1_q3", "capability": "contact_and_approach", "error_type": "hallucination",
                   "answer_type": "multiple_choice", "question": "Where?", "options": ["handle", "bowl", "tip", "edge"],
                   "answer": "handle", "mode": ""}
                ]
              }
            ]
            """;
    private static final String FACTS = factLine();

    private static String factLine() {
        List<String> results = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            String facts = switch (dimension) {
                case ACTION_SEQUENCE ->
                    "{\"fact_id\":\"action_sequence_1\",\"step_anchor\":\"step_1\",\"object\":\"spoon\","
                            + "\"slot\":\"primitive_action\",\"value\":\"grasp\",\"fact_text\":\"the gripper grasps the spoon\"},"
                            + "{\"fact_id\":\"action_sequence_1\",\"step_anchor\":\"step_2\",\"object\":\"spoon\","
                            + "\"slot\":\"primitive_action\",\"value\":\"move\",\"fact_text\":\"the spoon is moved\",\"source\":\"v2\"}";
                case TRAJECTORY_AND_ORIENTATION ->
                    "{\"fact_id\":\"trajectory_and_orientation_1\",\"step_anchor\":\"between_step_1_and_step_2\",\"object\":null,"
                            + "\"slot\":\"translation_direction\",\"value\":\"left\",\"fact_text\":\"勺子向左移动\"}";
                case FAILURE_AND_RECOVERY ->
                    "{\"fact_id\":\"failure_and_recovery_1\",\"step_anchor\":null,\"object\":null,"
                            + "\"slot\":\"attempt_count\",\"value\":2,\"fact_text\":\"it takes two attempts\"}";
                default -> "";
            };
            results.add("{\"capability\":\"" + dimension.key() + "\",\"gt_atomic_facts\":[" + facts + "]}");
        }
        return "{\"sample_id\":\"bridge-1\",\"status\":\"ok\",\"capability_results\":[" + String.join(",", results)
                + "],\"gt_version\":3}\n";
    }

    private final Path folder;
    private final Path out;

    RoboFineFilesTest(@TempDir Path folder) {
        this.folder = folder;
        this.out = folder.resolve("out");
    }

    private List<AnnotationTask> read() throws IOException {
        Files.writeString(folder.resolve("EvalSets.json"), EVAL);
        Files.writeString(folder.resolve("QAEvalSets.json"), QA);
        Files.writeString(folder.resolve("GT_AtomicFacts.jsonl"), FACTS);
        return RoboFineFiles.read(folder);
    }

    private JsonNode tree(String name) throws IOException {
        return ExactJson.tree(Files.readString(out.resolve(name)));
    }

    private JsonNode facts(TaskState state, ExportScope scope, Dimension dimension) throws IOException {
        RoboFineFiles.write(out, List.of(state), scope);
        return tree("GT_AtomicFacts.jsonl")
                .path("capability_results")
                .get(dimension.ordinal())
                .path("gt_atomic_facts");
    }

    @Test
    void threeFilesMakeOneDraftOfEachSample() throws IOException {
        List<AnnotationTask> tasks = read();
        assertEquals(2, tasks.size());
        AnnotationTask bridge = tasks.getFirst();
        assertEquals(2, bridge.steps().size());
        assertEquals(4, bridge.facts().size());
        assertEquals(3, bridge.questions().size());
        assertEquals(new StepAnchor.Between(1, 2), bridge.facts().get(2).anchor());
        assertEquals("2", bridge.facts().get(3).value());
        assertEquals(7, bridge.claimedEmpty().size());
        AnnotationTask rdt = tasks.getLast();
        assertEquals("Both arms open the lid.", rdt.steps().getFirst().text());
        assertFalse(rdt.factsDrafted());
    }

    @Test
    void anyOfTheThreeFilesStandsForTheFolderAndVideosThatAreThereAreFound() throws IOException {
        List<AnnotationTask> tasks = read();
        Path clip = folder.resolve("videos/BridgeDataV2/1.mp4");
        Files.createDirectories(clip.getParent());
        Files.writeString(clip, "abc");
        List<AnnotationTask> located = DraftReader.read(folder.resolve("QAEvalSets.json"));
        assertEquals(tasks.size(), located.size());
        assertEquals(
                List.of(new TaskVideo(
                        "image_0",
                        clip.toString(),
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
                located.getFirst().videos());
        assertThrows(LabelsException.class, () -> DraftReader.read(clip));
    }

    @Test
    void factsThatShareANameGetStableNames() throws IOException {
        List<ItemId> names = read().getFirst().facts().stream().map(Fact::id).toList();
        assertEquals(4, names.stream().distinct().count());
        assertEquals("fact:action_sequence_1#2", names.get(1).value());
        assertEquals(names, read().getFirst().facts().stream().map(Fact::id).toList());
    }

    @Test
    void untouchedDraftsAreWrittenBackAsTheyWere() throws IOException {
        RoboFineFiles.write(out, States.untouched(read()), ExportScope.WITH_OPEN);
        assertEquals(ExactJson.tree(EVAL), tree("EvalSets.json"));
        assertEquals(ExactJson.tree(QA), tree("QAEvalSets.json"));
        assertEquals(FACTS, Files.readString(out.resolve("GT_AtomicFacts.jsonl")));
    }

    @Test
    void onlyWhatSomebodyStandsByIsExportedAsJudged() throws IOException {
        States said = new States(read().getFirst())
                .say(ItemId.fact("action_sequence_1"), new LabelAction.Accepted())
                .say(ItemId.fact("action_sequence_1#2"), new LabelAction.Rejected(null))
                .say(ItemId.fact("failure_and_recovery_1"), new LabelAction.Unsure(UnsureReason.CANNOT_BE_SEEN));
        assertEquals(
                1,
                facts(said.state(), ExportScope.JUDGED, Dimension.ACTION_SEQUENCE)
                        .size());
        assertEquals(
                0,
                facts(said.state(), ExportScope.JUDGED, Dimension.FAILURE_AND_RECOVERY)
                        .size());
        assertEquals(0, tree("QAEvalSets.json").get(0).path("qas").size());
        assertEquals(
                1,
                facts(said.state(), ExportScope.WITH_OPEN, Dimension.ACTION_SEQUENCE)
                        .size());
        assertEquals(
                1,
                facts(said.state(), ExportScope.WITH_OPEN, Dimension.FAILURE_AND_RECOVERY)
                        .size());
    }

    @Test
    void correctedAndAddedFactsAreExportedAndUnknownFieldsKept() throws IOException {
        Fact missed = new Fact(
                ItemId.added("u"),
                Dimension.TRAJECTORY_AND_ORIENTATION,
                "path_shape",
                "spoon",
                new StepAnchor.At(2),
                "arc",
                "the spoon moves in an arc");
        States said = new States(read().getFirst())
                .say(
                        ItemId.fact("trajectory_and_orientation_1"),
                        new LabelAction.Rejected(new Correction("right", "勺子向右移动")))
                .say(ItemId.fact("action_sequence_1#2"), new LabelAction.TextEdited("the spoon is moved sideways"))
                .say(missed.id(), new LabelAction.FactAdded(missed));
        JsonNode moved = facts(said.state(), ExportScope.JUDGED, Dimension.TRAJECTORY_AND_ORIENTATION);
        assertEquals("right", moved.get(0).path("value").asText());
        assertEquals("勺子向右移动", moved.get(0).path("fact_text").asText());
        assertTrue(moved.get(0).path("object").isNull());
        assertEquals(
                "trajectory_and_orientation_2", moved.get(1).path("fact_id").asText());
        assertEquals("step_2", moved.get(1).path("step_anchor").asText());
        JsonNode edited = facts(said.state(), ExportScope.JUDGED, Dimension.ACTION_SEQUENCE)
                .get(0);
        assertEquals("v2", edited.path("source").asText());
        assertEquals("the spoon is moved sideways", edited.path("fact_text").asText());
        assertEquals(3, tree("GT_AtomicFacts.jsonl").path("gt_version").asInt());
    }

    @Test
    void answersReplaceTheDraftsAndSameAnswersKeepTheirForm() throws IOException {
        States said = new States(read().getFirst())
                .say(ItemId.question("bridge-1_q1"), new LabelAction.Answered("no"))
                .say(ItemId.question("bridge-1_q2"), new LabelAction.Answered("3"))
                .say(ItemId.question("bridge-1_q3"), new LabelAction.Answered("tip"));
        RoboFineFiles.write(out, List.of(said.state()), ExportScope.JUDGED);
        JsonNode qas = tree("QAEvalSets.json").get(0).path("qas");
        assertEquals("No", qas.get(0).path("answer").asText());
        assertEquals("3", qas.get(1).path("answer").asText());
        assertEquals("tip", qas.get(2).path("answer").asText());
        assertEquals("hallucination", qas.get(2).path("error_type").asText());
    }

    @Test
    void editedStepsAreWrittenIntoBothListsThatHoldThem() throws IOException {
        List<AnnotationTask> tasks = read();
        States bridge = new States(tasks.getFirst()).say(ItemId.step(2), new LabelAction.TextEdited("向右移动勺子。"));
        States rdt = new States(tasks.getLast()).say(ItemId.step(1), new LabelAction.TextEdited("It opens."));
        RoboFineFiles.write(out, List.of(bridge.state(), rdt.state()), ExportScope.JUDGED);
        JsonNode samples = tree("EvalSets.json");
        assertEquals(
                "[\"Grasp the spoon.\",\"向右移动勺子。\"]", samples.get(0).path("GT").toString());
        assertEquals(
                samples.get(0).path("GT").toString(),
                samples.get(0).path("fineGrainedSteps").toString());
        assertEquals("[\"It opens.\"]", samples.get(1).path("GT").toString());
    }

    @Test
    void draftOfAScriptIsWrittenInTheBenchmarksFormAndReadAgain() throws IOException {
        RoboFineFiles.write(out, States.untouched(List.of(Drafts.spoon("s1"))), ExportScope.WITH_OPEN);
        AnnotationTask again = RoboFineFiles.read(out).getFirst();
        AnnotationTask before = Drafts.spoon("s1");
        assertEquals(before.facts(), again.facts());
        assertEquals(before.questions(), again.questions());
        assertEquals(
                before.steps().stream().map(step -> step.text()).toList(),
                again.steps().stream().map(step -> step.text()).toList());
    }

    private void refused(String name, String text, String words) throws IOException {
        Path bad = Files.createTempDirectory(folder, "bad");
        Files.writeString(bad.resolve(name), text);
        LabelsException refused = assertThrows(LabelsException.class, () -> RoboFineFiles.read(bad));
        assertTrue(refused.sentence().startsWith(bad.resolve(name) + ", line "), refused.sentence());
        assertTrue(refused.sentence().contains(words), refused.sentence());
        assertTrue(refused.sentence().contains("Nothing was imported. "), refused.sentence());
    }

    @Test
    void badFilesAreNamedWithLineReasonAndWhatToDo() throws IOException {
        refused("EvalSets.json", "{}", "line 1: the samples must be a list in brackets");
        refused("EvalSets.json", "[\n\n{\"sample_id\":\"a\"},\n {\"dataset\":\"d\"}]", "line 4: sample_id is missing");
        refused("EvalSets.json", "[{\"sample_id\":\"a\"}\n{\"sample_id\":\"b\"}]", "line 2: ");
        refused("EvalSets.json", "[{\"sample_id\":\"a\"}] x", "line 1: ");
        refused("QAEvalSets.json", QA.replace("\"number\"", "\"essay\""), "answer_type essay of question bridge-1_q2");
        refused("QAEvalSets.json", QA.replace("_q2", "_q1"), "question_id bridge-1_q1 is there twice");
        refused("QAEvalSets.json", QA.replace("\"handle\", \"bowl\", \"tip\", \"edge\"", ""), "has 0 options");
        refused("GT_AtomicFacts.jsonl", FACTS.replace("active_actor", "mood"), "capability mood is none of the ten");
        refused("GT_AtomicFacts.jsonl", FACTS.replace("it takes two attempts", ""), "has no fact_text");
        refused("GT_AtomicFacts.jsonl", "{\"sample_id\":\"a\"}", "capability_results is missing");
    }

    @Test
    void folderWithNoneOfTheFilesIsSaid() {
        LabelsException refused = assertThrows(LabelsException.class, () -> RoboFineFiles.read(folder.resolve("no")));
        assertTrue(refused.sentence().contains("Nothing was imported."), refused.sentence());
    }
}
