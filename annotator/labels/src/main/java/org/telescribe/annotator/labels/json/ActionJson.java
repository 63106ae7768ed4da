package org.telescribe.annotator.labels.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.telescribe.annotator.labels.event.CommitKind;
import org.telescribe.annotator.labels.event.Correction;
import org.telescribe.annotator.labels.event.EventId;
import org.telescribe.annotator.labels.event.LabelAction;
import org.telescribe.annotator.labels.event.MovedStep;
import org.telescribe.annotator.labels.event.UnsureReason;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;

/// What was said, as a word and its particulars.
public final class ActionJson {
    private ActionJson() {}

    /// {@return the word}
    ///
    /// @param action what was said
    public static String kind(LabelAction action) {
        return switch (action) {
            case LabelAction.Accepted _ -> "accepted";
            case LabelAction.Rejected _ -> "rejected";
            case LabelAction.Unsure _ -> "unsure";
            case LabelAction.TextEdited _ -> "text_edited";
            case LabelAction.FactAdded _ -> "fact_added";
            case LabelAction.Answered _ -> "answered";
            case LabelAction.NoneConfirmed _ -> "none_confirmed";
            case LabelAction.EdgesMoved _ -> "edges_moved";
            case LabelAction.Committed _ -> "committed";
            case LabelAction.Undone _ -> "undone";
            case LabelAction.Redone _ -> "redone";
        };
    }

    /// {@return the particulars}
    ///
    /// @param action what was said
    public static ObjectNode payload(LabelAction action) {
        ObjectNode node = ExactJson.mapper().createObjectNode();
        switch (action) {
            case LabelAction.Accepted _, LabelAction.NoneConfirmed _ -> {}
            case LabelAction.Rejected rejected ->
                rejected.correction().ifPresent(right -> {
                    ObjectNode correction = node.putObject("correction");
                    correction.put("value", right.value());
                    correction.put("text", right.text());
                });
            case LabelAction.Unsure unsure -> node.put("reason", unsure.reason().key());
            case LabelAction.TextEdited edited -> node.put("text", edited.text());
            case LabelAction.FactAdded added -> node.set("fact", TaskJson.fact(added.fact()));
            case LabelAction.Answered answered -> node.put("answer", answered.answer());
            case LabelAction.EdgesMoved moved -> {
                ArrayNode steps = node.putArray("steps");
                for (MovedStep step : moved.steps()) {
                    ObjectNode one = steps.addObject();
                    one.put("step", step.step().value());
                    one.put("first", step.range().first());
                    one.put("end", step.range().end());
                }
            }
            case LabelAction.Committed committed -> {
                node.put("commit", committed.kind().key());
                node.put("reason", committed.reason());
            }
            case LabelAction.Undone undone -> node.put("event", undone.target().toString());
            case LabelAction.Redone redone -> node.put("event", redone.target().toString());
        }
        return node;
    }

    /// {@return what was said}
    ///
    /// @param kind the word
    /// @param payload the particulars
    public static LabelAction read(String kind, JsonNode payload) {
        return switch (kind) {
            case "accepted" -> new LabelAction.Accepted();
            case "rejected" -> rejected(payload.path("correction"));
            case "unsure" -> new LabelAction.Unsure(UnsureReason.valueOf(upper(payload, "reason")));
            case "text_edited" ->
                new LabelAction.TextEdited(payload.path("text").asText());
            case "fact_added" -> new LabelAction.FactAdded(TaskJson.fact(payload.path("fact")));
            case "answered" -> new LabelAction.Answered(payload.path("answer").asText());
            case "none_confirmed" -> new LabelAction.NoneConfirmed();
            case "edges_moved" -> moved(payload.path("steps"));
            case "committed" ->
                new LabelAction.Committed(
                        CommitKind.valueOf(upper(payload, "commit")),
                        payload.path("reason").asText());
            case "undone" ->
                new LabelAction.Undone(EventId.parse(payload.path("event").asText()));
            case "redone" ->
                new LabelAction.Redone(EventId.parse(payload.path("event").asText()));
            default -> throw new IllegalStateException("no event is called " + kind);
        };
    }

    private static String upper(JsonNode payload, String field) {
        return payload.path(field).asText().toUpperCase(Locale.ROOT);
    }

    private static LabelAction rejected(JsonNode correction) {
        if (correction.isMissingNode()) {
            return new LabelAction.Rejected(null);
        }
        return new LabelAction.Rejected(new Correction(
                correction.path("value").asText(), correction.path("text").asText()));
    }

    private static LabelAction moved(JsonNode steps) {
        List<MovedStep> moved = new ArrayList<>();
        for (JsonNode step : steps) {
            moved.add(new MovedStep(
                    new ItemId(step.path("step").asText()),
                    new FrameRange(step.path("first").asLong(), step.path("end").asLong())));
        }
        return new LabelAction.EdgesMoved(moved);
    }
}
