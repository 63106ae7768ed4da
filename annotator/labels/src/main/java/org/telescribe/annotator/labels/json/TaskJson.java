package org.telescribe.annotator.labels.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.model.ActingArm;
import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.EpisodeLink;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.model.SourceFormat;
import org.telescribe.annotator.labels.model.SourceRecord;
import org.telescribe.annotator.labels.model.Step;
import org.telescribe.annotator.labels.model.StepAnchor;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.model.TaskVideo;

/// Drafts as JSON.
public final class TaskJson {
    private TaskJson() {}

    /// {@return a draft as one line}
    ///
    /// @param task the draft
    public static String write(AnnotationTask task) {
        ObjectNode node = ExactJson.mapper().createObjectNode();
        node.put("id", task.id().value());
        node.put("dataset", task.dataset());
        node.put("robot_type", task.robotType());
        task.episode()
                .ifPresent(link -> node.putObject("episode")
                        .put("dataset_folder", link.datasetFolder())
                        .put("index", link.episodeIndex())
                        .put("uuid", link.episodeUuid()));
        ArrayNode videos = node.putArray("videos");
        for (TaskVideo video : task.videos()) {
            ObjectNode one = videos.addObject();
            one.put("view", video.view());
            one.put("file", video.file());
            one.put("sha256", video.sha256());
        }
        node.put("fps", task.framesPerSecond());
        node.put("frames", task.frames());
        node.put("instruction_raw", task.instructionRaw());
        node.put("instruction_refined", task.instructionRefined());
        ArrayNode steps = node.putArray("steps");
        for (Step step : task.steps()) {
            ObjectNode one = steps.addObject();
            one.put("number", step.number());
            one.put("text", step.text());
            one.put("arm", step.arm().name().toLowerCase(Locale.ROOT));
            step.range().ifPresent(range -> one.put("first", range.first()).put("end", range.end()));
        }
        node.put("facts_drafted", task.factsDrafted());
        ArrayNode facts = node.putArray("facts");
        task.facts().forEach(fact -> facts.add(fact(fact)));
        ArrayNode questions = node.putArray("questions");
        task.questions().forEach(question -> questions.add(question(question)));
        ArrayNode sources = node.putArray("sources");
        for (SourceRecord source : task.sources()) {
            ObjectNode one = sources.addObject();
            one.put("format", source.format().name().toLowerCase(Locale.ROOT));
            one.put("file", source.file());
            one.put("json", source.json());
            one.put("envelope", source.envelope());
        }
        return ExactJson.line(node);
    }

    static ObjectNode fact(Fact fact) {
        ObjectNode node = ExactJson.mapper().createObjectNode();
        node.put("id", fact.id().value());
        node.put("dimension", fact.dimension().key());
        node.put("slot", fact.slot());
        node.put("object", fact.object());
        node.put("step_anchor", fact.anchor().key());
        node.put("value", fact.value());
        node.put("text", fact.text());
        return node;
    }

    static Fact fact(JsonNode node) {
        return new Fact(
                new ItemId(text(node, "id")),
                Dimension.ofKey(text(node, "dimension")).orElseThrow(),
                text(node, "slot"),
                text(node, "object"),
                StepAnchor.ofKey(text(node, "step_anchor")),
                text(node, "value"),
                text(node, "text"));
    }

    private static ObjectNode question(Question question) {
        ObjectNode node = ExactJson.mapper().createObjectNode();
        node.put("id", question.id().value());
        node.put("capability", question.capability());
        node.put("text", question.text());
        node.put("answer", question.draftAnswer());
        switch (question) {
            case Question.YesNo _ -> node.put("kind", "yes_no");
            case Question.WholeNumber _ -> node.put("kind", "number");
            case Question.MultipleChoice choice -> {
                node.put("kind", "multiple_choice");
                ArrayNode options = node.putArray("options");
                choice.options().forEach(options::add);
            }
        }
        return node;
    }

    private static Question question(JsonNode node) {
        ItemId id = new ItemId(text(node, "id"));
        String capability = text(node, "capability");
        String text = text(node, "text");
        String answer = text(node, "answer");
        return switch (text(node, "kind")) {
            case "yes_no" -> new Question.YesNo(id, capability, text, answer);
            case "number" -> new Question.WholeNumber(id, capability, text, answer);
            case "multiple_choice" ->
                new Question.MultipleChoice(id, capability, text, answer, list(node, "options", JsonNode::asText));
            default -> throw new IllegalStateException("no question is of the kind " + text(node, "kind"));
        };
    }

    /// {@return the draft of a text}
    ///
    /// @param json as [#write] made it
    public static AnnotationTask read(String json) {
        JsonNode node = ExactJson.tree(json);
        return new AnnotationTask(
                new TaskId(text(node, "id")),
                text(node, "dataset"),
                text(node, "robot_type"),
                link(node.path("episode")),
                list(
                        node,
                        "videos",
                        video -> new TaskVideo(text(video, "view"), text(video, "file"), text(video, "sha256"))),
                node.path("fps").asDouble(),
                node.path("frames").asLong(),
                text(node, "instruction_raw"),
                text(node, "instruction_refined"),
                list(node, "steps", TaskJson::step),
                node.path("facts_drafted").asBoolean(),
                list(node, "facts", TaskJson::fact),
                list(node, "questions", TaskJson::question),
                list(node, "sources", TaskJson::source));
    }

    private static @Nullable EpisodeLink link(JsonNode node) {
        return node.isObject()
                ? new EpisodeLink(
                        text(node, "dataset_folder"), node.path("index").asInt(), text(node, "uuid"))
                : null;
    }

    private static Step step(JsonNode node) {
        FrameRange range = node.has("first")
                ? new FrameRange(node.path("first").asLong(), node.path("end").asLong())
                : null;
        return new Step(node.path("number").asInt(), text(node, "text"), ActingArm.valueOf(upper(node, "arm")), range);
    }

    private static SourceRecord source(JsonNode node) {
        return new SourceRecord(
                SourceFormat.valueOf(upper(node, "format")),
                text(node, "file"),
                text(node, "json"),
                text(node, "envelope"));
    }

    private static String upper(JsonNode node, String field) {
        return text(node, field).toUpperCase(Locale.ROOT);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> reader) {
        List<T> read = new ArrayList<>();
        node.path(field).forEach(one -> read.add(reader.apply(one)));
        return read;
    }
}
