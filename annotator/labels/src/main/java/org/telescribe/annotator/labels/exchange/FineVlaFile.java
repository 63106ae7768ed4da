package org.telescribe.annotator.labels.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.SourceFormat;
import org.telescribe.annotator.labels.model.TaskVideo;
import org.telescribe.annotator.labels.state.TaskState;

/// Annotation records of FineVLA's tool: one sample on each line.
public final class FineVlaFile {
    private static final String STEPS = "fineGrainedSteps";
    private static final String VIDEOS = "videos";

    private FineVlaFile() {}

    /// {@return the drafts of a file; all of them or, by an exception with file, line and reason, none}
    ///
    /// @param file a JSONL file
    public static List<AnnotationTask> read(Path file) {
        List<JsonRecord> records = RecordFile.lines(file);
        RecordFile.checkUnique(records);
        return records.stream().map(FineVlaFile::task).toList();
    }

    private static AnnotationTask task(JsonRecord record) {
        record.needed("instruction_raw");
        return Sources.task(
                record,
                videos(record),
                record.optional("refinedInstruction"),
                StepRecords.read(record, STEPS),
                false,
                List.of(),
                List.of(),
                List.of(Sources.of(SourceFormat.FINEVLA_JSONL, record, "")));
    }

    private static List<TaskVideo> videos(JsonRecord record) {
        JsonNode named = record.node().path(VIDEOS);
        if (!named.isMissingNode() && !named.isObject()) {
            throw record.broken("videos must name a file for each view", "Write it as {\"view\": \"file\"}");
        }
        List<String> views = record.texts(record.node(), "views");
        named.fieldNames().forEachRemaining(view -> {
            if (!views.contains(view)) {
                views.add(view);
            }
        });
        String folder = record.optional("dataset_dir");
        List<TaskVideo> videos = new ArrayList<>();
        for (String view : views) {
            String name = record.text(named, view);
            videos.add(new TaskVideo(view, folder.isEmpty() || name.isEmpty() ? name : folder + "/" + name, ""));
        }
        return videos;
    }

    /// Writes episodes as they stand.
    ///
    /// @param file the file, replaced whole
    /// @param states the episodes
    public static void write(Path file, List<TaskState> states) {
        StringBuilder text = new StringBuilder();
        for (TaskState state : states) {
            text.append(ExactJson.line(record(state))).append('\n');
        }
        WholeFile.write(file, text.toString());
    }

    private static ObjectNode record(TaskState state) {
        AnnotationTask task = state.task();
        ObjectNode record = Sources.record(task, SourceFormat.FINEVLA_JSONL);
        if (record.isEmpty()) {
            record.put("sample_id", task.id().value());
            record.put("dataset", task.dataset());
            record.put("instruction_raw", task.instructionRaw());
            record.put("robot_type", task.robotType());
            ArrayNode views = record.putArray("views");
            ObjectNode videos = record.putObject(VIDEOS);
            for (TaskVideo video : task.videos()) {
                views.add(video.view());
                videos.put(video.view(), video.file());
            }
            record.put("refinedInstruction", task.instructionRefined());
        }
        StepRecords.write(record, state, STEPS);
        return record;
    }
}
