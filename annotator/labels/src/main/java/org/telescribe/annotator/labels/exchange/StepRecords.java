package org.telescribe.annotator.labels.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.annotator.labels.model.ActingArm;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.Step;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.labels.state.Verdict;

/// Steps in records: sentences in one list, and the frames of `steps_raw`, numbered from 0, up to before
/// `end`.
final class StepRecords {
    private static final String RAW = "steps_raw";
    private static final String START = "start";
    private static final String END = "end";

    private StepRecords() {}

    /// {@return the steps of a record}
    ///
    /// @param field where the sentences stand; when it is empty, those of `steps_raw` are taken
    static List<Step> read(JsonRecord record, String field) {
        List<JsonNode> raw = record.list(record.node(), RAW);
        List<String> sentences = record.texts(record.node(), field);
        if (sentences.isEmpty()) {
            for (JsonNode one : raw) {
                sentences.add(one.isObject() ? record.text(one, "desc") : one.asText());
            }
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            FrameRange range = raw.size() == sentences.size() ? range(raw.get(i)) : null;
            String text = sentences.get(i);
            steps.add(new Step(i + 1, text, ActingArm.namedIn(text), range));
        }
        return steps;
    }

    private static @Nullable FrameRange range(JsonNode raw) {
        JsonNode start = raw.path(START);
        JsonNode end = raw.path(END);
        boolean usable = start.isIntegralNumber()
                && end.isIntegralNumber()
                && start.asLong() >= 0
                && end.asLong() > start.asLong();
        return usable ? new FrameRange(start.asLong(), end.asLong()) : null;
    }

    /// {@return the steps that stand: all but the rejected ones}
    static List<StepState> standing(TaskState state) {
        return state.steps().stream()
                .filter(step -> !(step.verdict() instanceof Verdict.Rejected))
                .toList();
    }

    /// Writes the steps as they stand into a record.
    ///
    /// @param field where the sentences stand
    static void write(ObjectNode record, TaskState state, String field) {
        List<StepState> standing = standing(state);
        JsonNode raw = record.path(RAW);
        boolean parallel = raw.isArray() && raw.size() == state.steps().size();
        boolean sentences = record.path(field).isArray() && !record.path(field).isEmpty();
        if (sentences || !parallel) {
            ArrayNode texts = record.has(field) || !standing.isEmpty() ? record.putArray(field) : null;
            if (texts != null) {
                standing.forEach(step -> texts.add(step.text()));
            }
        }
        if (parallel) {
            patch(record, (ArrayNode) raw, standing, !sentences);
        } else if (!raw.isArray()
                && standing.stream().anyMatch(step -> step.range().isPresent())) {
            make(record.putArray(RAW), standing);
        }
    }

    private static void patch(ObjectNode record, ArrayNode raw, List<StepState> standing, boolean words) {
        ArrayNode patched = record.arrayNode();
        for (StepState step : standing) {
            JsonNode before = raw.get(step.step().number() - 1);
            if (before instanceof ObjectNode object) {
                boolean moved = !step.range().equals(step.step().range());
                if (moved) {
                    step.range()
                            .ifPresent(range -> object.put(START, range.first()).put(END, range.end()));
                }
                if (words && !step.text().equals(step.step().text())) {
                    object.put("desc", step.text());
                }
                patched.add(object);
            } else {
                patched.add(words ? record.textNode(step.text()) : before);
            }
        }
        record.set(RAW, patched);
    }

    private static void make(ArrayNode raw, List<StepState> standing) {
        for (StepState step : standing) {
            ObjectNode one = raw.addObject();
            one.put("i", step.step().number());
            one.put("desc", step.text());
            step.range().ifPresent(range -> one.put(START, range.first()).put(END, range.end()));
        }
    }
}
