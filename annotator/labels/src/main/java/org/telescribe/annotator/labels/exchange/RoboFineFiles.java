package org.telescribe.annotator.labels.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.LabelsException;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.model.SourceFormat;
import org.telescribe.annotator.labels.model.SourceRecord;
import org.telescribe.annotator.labels.model.Step;
import org.telescribe.annotator.labels.model.TaskVideo;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.state.TaskState;

/// RoboFine-Bench's three files: samples, questions and atomic facts. They tell of the same samples and
/// make one draft of each.
public final class RoboFineFiles {
    private static final String EVAL_SETS = "EvalSets.json";
    private static final String QUESTIONS = "QAEvalSets.json";
    private static final String FACTS = "GT_AtomicFacts.jsonl";
    private static final String STEPS = "fineGrainedSteps";
    private static final String GT = "GT";
    private static final String VIEWS = "views";

    private RoboFineFiles() {}

    /// What the files say about one sample.
    private static final class Sample {
        private final JsonRecord first;
        private @Nullable JsonRecord eval;
        private @Nullable JsonRecord questions;
        private @Nullable JsonRecord facts;

        Sample(JsonRecord first) {
            this.first = first;
        }
    }

    static boolean isName(String name) {
        return name.equals(EVAL_SETS) || name.equals(QUESTIONS) || name.equals(FACTS);
    }

    /// {@return the drafts of a folder that has at least one of the three files; all of them or, by an
    /// exception with file, line and reason, none}
    ///
    /// @param folder the folder
    public static List<AnnotationTask> read(Path folder) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        boolean any = false;
        for (SourceFormat format :
                List.of(SourceFormat.EVAL_SETS, SourceFormat.QA_EVAL_SETS, SourceFormat.GT_ATOMIC_FACTS)) {
            Path file = file(folder, format);
            if (Files.exists(file)) {
                any = true;
                take(samples, format, file);
            }
        }
        if (!any) {
            throw new LabelsException(
                    "%s has none of %s, %s and %s. Nothing was imported. Choose the folder of the benchmark's data."
                            .formatted(folder, EVAL_SETS, QUESTIONS, FACTS));
        }
        return samples.values().stream().map(RoboFineFiles::task).toList();
    }

    private static Path file(Path folder, SourceFormat format) {
        return folder.resolve(
                format == SourceFormat.EVAL_SETS ? EVAL_SETS : format == SourceFormat.QA_EVAL_SETS ? QUESTIONS : FACTS);
    }

    private static void take(Map<String, Sample> samples, SourceFormat format, Path file) {
        List<JsonRecord> records =
                format == SourceFormat.GT_ATOMIC_FACTS ? RecordFile.lines(file) : RecordFile.array(file);
        RecordFile.checkUnique(records);
        for (JsonRecord record : records) {
            Sample sample = samples.computeIfAbsent(record.needed("sample_id"), id -> new Sample(record));
            if (format == SourceFormat.EVAL_SETS) {
                sample.eval = record;
            } else if (format == SourceFormat.QA_EVAL_SETS) {
                sample.questions = record;
            } else {
                sample.facts = record;
            }
        }
    }

    private static AnnotationTask task(Sample sample) {
        JsonRecord eval = sample.eval;
        JsonRecord asked = sample.questions;
        JsonRecord listed = sample.facts;
        List<SourceRecord> sources = new ArrayList<>();
        if (eval != null) {
            sources.add(Sources.of(SourceFormat.EVAL_SETS, eval, ""));
        }
        if (asked != null) {
            sources.add(Sources.of(SourceFormat.QA_EVAL_SETS, asked, ""));
        }
        if (listed != null) {
            sources.add(Sources.of(SourceFormat.GT_ATOMIC_FACTS, listed, ""));
        }
        List<Step> steps = eval == null ? List.of() : steps(eval);
        List<Fact> facts = listed == null ? List.of() : FactRecords.read(listed);
        List<Question> questions = asked == null ? List.of() : QuestionRecords.read(asked);
        return Sources.task(
                sample.first,
                eval == null ? List.of() : videos(eval),
                "",
                steps,
                listed != null,
                facts,
                questions,
                sources);
    }

    private static List<Step> steps(JsonRecord eval) {
        boolean refined = !eval.list(eval.node(), STEPS).isEmpty();
        if (!refined && eval.node().path(GT).isArray()) {
            return StepRecords.read(eval, GT);
        }
        return StepRecords.read(eval, STEPS);
    }

    private static List<TaskVideo> videos(JsonRecord eval) {
        JsonNode views = eval.node().path(VIEWS);
        if (!views.isMissingNode() && !views.isNull() && !views.isObject()) {
            throw eval.broken("views must name a file for each view", "Write it as {\"view\": \"file\"}");
        }
        List<TaskVideo> videos = new ArrayList<>();
        views.fieldNames().forEachRemaining(view -> videos.add(new TaskVideo(view, eval.text(views, view), "")));
        return videos;
    }

    /// Writes episodes as they stand into the three files of a folder. A file is written when any of the
    /// episodes has something for it.
    ///
    /// @param folder the folder
    /// @param states the episodes
    /// @param scope which facts and questions
    public static void write(Path folder, List<TaskState> states, ExportScope scope) {
        ArrayNode samples = ExactJson.mapper().createArrayNode();
        ArrayNode questions = ExactJson.mapper().createArrayNode();
        StringBuilder facts = new StringBuilder();
        for (TaskState state : states) {
            AnnotationTask task = state.task();
            if (task.source(SourceFormat.EVAL_SETS).isPresent() || isForeign(task)) {
                samples.add(sample(state));
            }
            if (!task.questions().isEmpty()
                    || task.source(SourceFormat.QA_EVAL_SETS).isPresent()) {
                questions.add(asked(state, scope));
            }
            if (task.factsDrafted() || !state.facts().isEmpty()) {
                facts.append(ExactJson.line(listed(state, scope))).append('\n');
            }
        }
        if (!samples.isEmpty()) {
            WholeFile.write(folder.resolve(EVAL_SETS), RecapFile.pretty(samples) + "\n");
        }
        if (!questions.isEmpty()) {
            WholeFile.write(folder.resolve(QUESTIONS), RecapFile.pretty(questions) + "\n");
        }
        if (!facts.isEmpty()) {
            WholeFile.write(folder.resolve(FACTS), facts.toString());
        }
    }

    private static boolean isForeign(AnnotationTask task) {
        return task.source(SourceFormat.QA_EVAL_SETS).isEmpty()
                && task.source(SourceFormat.GT_ATOMIC_FACTS).isEmpty();
    }

    private static ObjectNode sample(TaskState state) {
        AnnotationTask task = state.task();
        ObjectNode record = Sources.record(task, SourceFormat.EVAL_SETS);
        if (record.isEmpty()) {
            record.put("sample_id", task.id().value());
            record.put("dataset", task.dataset());
            record.put("robot_type", task.robotType());
            record.put("instruction_raw", task.instructionRaw());
            ObjectNode views = record.putObject(VIEWS);
            task.videos().forEach(video -> views.put(video.view(), video.file()));
            record.putArray(STEPS);
        }
        List<String> drafted = task.steps().stream().map(Step::text).toList();
        boolean gtSaysTheSame = texts(record.path(GT)).equals(drafted);
        if (!record.path(STEPS).isEmpty() || !gtSaysTheSame) {
            StepRecords.write(record, state, STEPS);
        }
        if (gtSaysTheSame) {
            ArrayNode gt = record.putArray(GT);
            StepRecords.standing(state).stream().map(StepState::text).forEach(gt::add);
        }
        return record;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static ObjectNode asked(TaskState state, ExportScope scope) {
        ObjectNode record = Sources.record(state.task(), SourceFormat.QA_EVAL_SETS);
        if (record.isEmpty()) {
            record.put("sample_id", state.task().id().value());
            record.put("status", "ok");
        }
        QuestionRecords.write(record, state, scope);
        return record;
    }

    private static ObjectNode listed(TaskState state, ExportScope scope) {
        ObjectNode record = Sources.record(state.task(), SourceFormat.GT_ATOMIC_FACTS);
        if (record.isEmpty()) {
            record.put("sample_id", state.task().id().value());
            record.put("status", "ok");
        }
        FactRecords.write(record, state, scope);
        return record;
    }
}
