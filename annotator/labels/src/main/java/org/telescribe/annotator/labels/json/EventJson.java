package org.telescribe.annotator.labels.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.telescribe.annotator.labels.event.EventId;
import org.telescribe.annotator.labels.event.EventStamp;
import org.telescribe.annotator.labels.event.LabelEvent;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.TaskId;

/// Whole events, as exports show them.
public final class EventJson {
    private EventJson() {}

    /// {@return the event as JSON}
    ///
    /// @param event the event
    public static ObjectNode write(LabelEvent event) {
        ObjectNode node = ExactJson.mapper().createObjectNode();
        node.put("serial", event.serial());
        node.put("event_id", event.id().toString());
        node.put("sample_id", event.task().value());
        node.put("reading", event.reading());
        node.put("item", event.item().value());
        node.put("author", event.author());
        node.put("wall_ms", event.stamp().wallMillis());
        node.put("monotonic_ns", event.stamp().monotonicNanos());
        node.put("boot_id", event.stamp().bootId());
        node.put("spent_ms", event.viewing().spentMillis());
        node.put("video_sha256", event.viewing().videoSha256());
        node.put("frame_time_ns", event.viewing().frameTimeNanos());
        node.put("schema_version", event.schemaVersion());
        node.put("kind", ActionJson.kind(event.action()));
        node.set("payload", ActionJson.payload(event.action()));
        return node;
    }

    /// {@return the event of a JSON object}
    ///
    /// @param node as [#write] made it
    public static LabelEvent read(JsonNode node) {
        return new LabelEvent(
                node.path("serial").asLong(),
                EventId.parse(node.path("event_id").asText()),
                new TaskId(node.path("sample_id").asText()),
                node.path("reading").asInt(),
                new ItemId(node.path("item").asText()),
                node.path("author").asText(),
                new EventStamp(
                        node.path("wall_ms").asLong(),
                        node.path("monotonic_ns").asLong(),
                        node.path("boot_id").asText()),
                new Viewing(
                        node.path("video_sha256").asText(),
                        node.path("frame_time_ns").asLong(),
                        node.path("spent_ms").asLong()),
                node.path("schema_version").asInt(),
                ActionJson.read(node.path("kind").asText(), node.path("payload")));
    }
}
