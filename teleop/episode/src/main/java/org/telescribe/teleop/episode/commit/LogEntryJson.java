package org.telescribe.teleop.episode.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Entries of the commit log as JSON.
final class LogEntryJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LogEntryJson() {}

    static byte[] format(LogEntry entry) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        switch (entry) {
            case LogEntry.Change change -> {
                root.put("kind", change.kind().word());
                root.put("uuid", change.uuid().toString());
                root.put("episode_index", change.episodeIndex());
                root.put("rows", change.rows());
                ArrayNode files = root.putArray("files");
                for (StagedFile file : change.files()) {
                    files.addObject()
                            .put("temporary", file.temporary())
                            .put("target", file.target())
                            .put("bytes", file.bytes())
                            .put("sha256", file.sha256());
                }
                ArrayNode deletions = root.putArray("deletions");
                change.deletions().forEach(deletions::add);
            }
            case LogEntry.Done done ->
                root.put("kind", "done").put("uuid", done.uuid().toString());
        }
        return MAPPER.writeValueAsBytes(root);
    }

    static LogEntry parse(byte[] json) throws IOException {
        JsonNode root = MAPPER.readTree(json);
        UUID uuid = UUID.fromString(root.path("uuid").asText());
        String word = root.path("kind").asText();
        if (word.equals("done")) {
            return new LogEntry.Done(uuid);
        }
        for (LogEntry.Kind kind : LogEntry.Kind.values()) {
            if (kind.word().equals(word)) {
                return change(root, uuid, kind);
            }
        }
        throw new IOException("the commit log has an entry of unknown kind " + word);
    }

    private static LogEntry.Change change(JsonNode root, UUID uuid, LogEntry.Kind kind) {
        List<StagedFile> files = new ArrayList<>();
        for (JsonNode file : root.path("files")) {
            files.add(new StagedFile(
                    file.path("temporary").asText(),
                    file.path("target").asText(),
                    file.path("bytes").asLong(),
                    file.path("sha256").asText()));
        }
        List<String> deletions = new ArrayList<>();
        root.path("deletions").forEach(name -> deletions.add(name.asText()));
        return new LogEntry.Change(
                uuid,
                kind,
                root.path("episode_index").asInt(-1),
                root.path("rows").asLong(),
                files,
                deletions);
    }
}
