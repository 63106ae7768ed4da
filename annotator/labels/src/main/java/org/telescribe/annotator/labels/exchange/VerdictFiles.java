package org.telescribe.annotator.labels.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.json.EventJson;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.TaskId;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.labels.state.ItemState.FactState;
import org.telescribe.annotator.labels.state.ItemState.NoneState;
import org.telescribe.annotator.labels.state.ItemState.QuestionState;
import org.telescribe.annotator.labels.state.ItemState.StepState;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.labels.state.Verdict;

/// Our own verdicts, one thing to judge on each line, and the events that they follow from, one on each
/// line (docs/formats/labels-v1.md).
public final class VerdictFiles {
    private VerdictFiles() {}

    /// One reading of an episode.
    ///
    /// @param number its number, from 1
    /// @param author whose it is
    /// @param state how its judgement stands
    public record Reading(int number, String author, TaskState state) {}

    /// Writes how every thing to judge stands.
    ///
    /// @param file the file, replaced whole
    /// @param readings the readings
    public static void writeVerdicts(Path file, List<Reading> readings) {
        StringBuilder text = new StringBuilder();
        for (Reading reading : readings) {
            for (ItemState item : reading.state().items()) {
                text.append(ExactJson.line(record(reading, item))).append('\n');
            }
        }
        WholeFile.write(file, text.toString());
    }

    /// Writes events.
    ///
    /// @param file the file, replaced whole
    /// @param events the events
    public static void writeEvents(Path file, List<LabelEvent> events) {
        StringBuilder text = new StringBuilder();
        for (LabelEvent event : events) {
            text.append(ExactJson.line(EventJson.write(event))).append('\n');
        }
        WholeFile.write(file, text.toString());
    }

    /// {@return events of a file}
    ///
    /// @param file as [#writeEvents] wrote it
    public static List<LabelEvent> readEvents(Path file) {
        return RecordFile.lines(file).stream()
                .map(record -> EventJson.read(record.node()))
                .toList();
    }

    private static ObjectNode record(Reading reading, ItemState item) {
        TaskId task = reading.state().task().id();
        ObjectNode node = ExactJson.mapper().createObjectNode();
        node.put("sample_id", task.value());
        node.put("reading", reading.number());
        node.put("author", reading.author());
        node.put("item", item.id().value());
        switch (item) {
            case FactState fact -> describe(node, fact);
            case StepState step -> describe(node, step);
            case QuestionState question -> {
                node.put("question", question.question().text());
                node.put("draft_answer", question.question().draftAnswer());
            }
            case NoneState none -> node.put("capability", none.dimension().key());
        }
        judge(node, item.verdict());
        node.put("open", item.isOpen());
        item.decidedBy().ifPresent(event -> {
            node.put("event_id", event.id().toString());
            node.put("wall_ms", event.stamp().wallMillis());
            node.put("spent_ms", event.viewing().spentMillis());
            node.put("video_sha256", event.viewing().videoSha256());
            node.put("frame_time_ns", event.viewing().frameTimeNanos());
        });
        return node;
    }

    private static void describe(ObjectNode node, FactState state) {
        Fact draft = state.draft();
        node.put("capability", draft.dimension().key());
        node.put("slot", draft.slot());
        node.put("object", draft.object());
        node.put("step_anchor", draft.anchor().key());
        node.put("draft_value", draft.value());
        node.put("draft_text", draft.text());
        node.put("value", state.value());
        node.put("fact_text", state.text());
        node.put("added", state.isAdded());
    }

    private static void describe(ObjectNode node, StepState state) {
        node.put("draft_text", state.step().text());
        node.put("text", state.text());
        node.put("text_stale", state.textStale());
        state.range().ifPresent(range -> put(node, "start", "end", range));
        state.step().range().ifPresent(range -> put(node, "draft_start", "draft_end", range));
    }

    private static void put(ObjectNode node, String start, String end, FrameRange range) {
        node.put(start, range.first());
        node.put(end, range.end());
    }

    private static void judge(ObjectNode node, Verdict verdict) {
        switch (verdict) {
            case Verdict.Open _ -> node.put("verdict", "open");
            case Verdict.Accepted _ -> node.put("verdict", "accepted");
            case Verdict.Edited _ -> node.put("verdict", "edited");
            case Verdict.Corrected _ -> node.put("verdict", "corrected");
            case Verdict.Rejected _ -> node.put("verdict", "rejected");
            case Verdict.Unsure unsure -> {
                node.put("verdict", "unsure");
                node.put("reason", unsure.reason().key());
            }
            case Verdict.Answered answered -> {
                node.put("verdict", "answered");
                node.put("answer", answered.answer());
            }
        }
    }
}
