package org.telescribe.policyruntime.rollouts.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Lines of a study's file. The format is docs/formats/rollouts-v1.md.
final class StudyJson {
    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private StudyJson() {}

    static String line(StudyEvent event) {
        try {
            return MAPPER.writeValueAsString(node(event));
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("records of numbers and text can be written", never);
        }
    }

    private static ObjectNode node(StudyEvent event) {
        ObjectNode node = MAPPER.createObjectNode();
        return switch (event) {
            case StudyEvent.Planned planned ->
                node.put("event", "plan").put("version", VERSION).set("plan", MAPPER.valueToTree(planned.plan()));
            case StudyEvent.Ran ran -> node.put("event", "trial").set("trial", MAPPER.valueToTree(ran.trial()));
            case StudyEvent.Judged judged ->
                node.put("event", "verdict").set("verdict", MAPPER.valueToTree(judged.verdict()));
            case StudyEvent.TakenBack taken -> node.put("event", "taken_back").put("trial", taken.trial());
            case StudyEvent.Unblinded _ -> node.put("event", "unblinded");
        };
    }

    /// @throws JsonProcessingException when it is no such line; its message says why
    static StudyEvent event(String line) throws JsonProcessingException {
        JsonNode node = MAPPER.readTree(line);
        String word = node.path("event").asText();
        return switch (word) {
            case "plan" -> {
                if (node.path("version").asInt() != VERSION) {
                    throw new UnknownLine(
                            "version %s; this program reads version %d".formatted(node.path("version"), VERSION));
                }
                yield new StudyEvent.Planned(read(node, "plan", StudyPlan.class));
            }
            case "trial" -> new StudyEvent.Ran(read(node, "trial", Trial.class));
            case "verdict" -> new StudyEvent.Judged(read(node, "verdict", Verdict.class));
            case "taken_back" -> new StudyEvent.TakenBack(read(node, "trial", Integer.class));
            case "unblinded" -> new StudyEvent.Unblinded();
            default -> throw new UnknownLine("an event \"%s\" that is not known".formatted(word));
        };
    }

    private static <T> T read(JsonNode node, String key, Class<T> type) throws JsonProcessingException {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            throw new UnknownLine("%s is missing".formatted(key));
        }
        return MAPPER.treeToValue(value, type);
    }

    /// A line of a kind that there is not.
    private static final class UnknownLine extends JsonProcessingException {
        private static final long serialVersionUID = 1;

        UnknownLine(String message) {
            super(message);
        }
    }
}
