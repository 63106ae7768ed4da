package org.telescribe.annotator.labels.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.model.SourceFormat;
import org.telescribe.annotator.labels.model.SourceRecord;
import org.telescribe.annotator.labels.model.Step;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.model.TaskVideo;

/// What files said, taken into drafts and back out of them.
final class Sources {
    private Sources() {}

    static SourceRecord of(SourceFormat format, JsonRecord record, String envelope) {
        return new SourceRecord(format, fileName(record.file()), ExactJson.line(record.node()), envelope);
    }

    private static String fileName(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    /// {@return what a kind of file said about an episode, to be changed; empty when it said nothing}
    static ObjectNode record(AnnotationTask task, SourceFormat format) {
        return task.source(format)
                .map(source -> ExactJson.tree(source.json()))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(() -> ExactJson.mapper().createObjectNode());
    }

    /// {@return a draft without frames' rate and length, which these files do not tell}
    static AnnotationTask task(
            JsonRecord record,
            List<TaskVideo> videos,
            String refined,
            List<Step> steps,
            boolean factsDrafted,
            List<Fact> facts,
            List<Question> questions,
            List<SourceRecord> sources) {
        return new AnnotationTask(
                new TaskId(record.needed("sample_id")),
                record.optional("dataset"),
                record.optional("robot_type"),
                null,
                videos,
                0,
                0,
                record.optional("instruction_raw"),
                refined,
                steps,
                factsDrafted,
                facts,
                questions,
                sources);
    }
}
