package org.telescribe.annotator.labels.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.Fact;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.StepAnchor;
import org.telescribe.annotator.labels.state.ItemState.FactState;
import org.telescribe.annotator.labels.state.TaskState;
import org.telescribe.annotator.labels.state.Verdict;

/// Atomic facts in records: ten dimensions, each with a list.
final class FactRecords {
    private static final String RESULTS = "capability_results";
    private static final String CAPABILITY = "capability";
    private static final String FACT_ID = "fact_id";
    private static final String GT_FACTS = "gt_atomic_facts";
    private static final List<String> LISTS = List.of(GT_FACTS, "atomic_facts", "caption_atomic_facts");

    private FactRecords() {}

    /// {@return the facts of a record}
    static List<Fact> read(JsonRecord record) {
        if (!record.node().path(RESULTS).isArray()) {
            throw record.broken("capability_results is missing", "Write one entry for each of the ten dimensions");
        }
        Names names = new Names();
        List<Fact> facts = new ArrayList<>();
        for (JsonNode result : record.list(record.node(), RESULTS)) {
            String capability = record.text(result, CAPABILITY);
            Dimension dimension = Dimension.ofKey(capability)
                    .orElseThrow(() -> record.broken(
                            "capability %s is none of the ten dimensions".formatted(capability),
                            "Use names such as action_sequence"));
            for (JsonNode fact : record.list(result, listName(result))) {
                facts.add(fact(record, dimension, names, fact));
            }
        }
        return facts;
    }

    private static Fact fact(JsonRecord record, Dimension dimension, Names names, JsonNode node) {
        String text = record.text(node, "fact_text");
        if (text.isBlank()) {
            throw record.broken(
                    "a fact of %s has no fact_text".formatted(dimension.key()), "Write its sentence, or take it out");
        }
        return new Fact(
                names.next(dimension, record.text(node, FACT_ID)),
                dimension,
                record.text(node, "slot"),
                record.text(node, "object"),
                StepAnchor.ofKey(record.text(node, "step_anchor")),
                record.text(node, "value"),
                text);
    }

    private static String listName(JsonNode result) {
        return LISTS.stream().filter(result::has).findFirst().orElse(GT_FACTS);
    }

    /// Names of facts in the file's order: the file's own, and a number behind those that it gives twice.
    private static final class Names {
        private final Map<String, Integer> used = new HashMap<>();

        ItemId next(Dimension dimension, String factId) {
            String name = factId.isBlank() ? dimension.key() + "_unnamed" : factId;
            int times = used.merge(name, 1, Integer::sum);
            return ItemId.fact(times == 1 ? name : name + "#" + times);
        }
    }

    /// Writes the facts as they stand into a record.
    static void write(ObjectNode record, TaskState state, ExportScope scope) {
        Map<ItemId, FactState> standing = new LinkedHashMap<>();
        for (FactState fact : state.facts()) {
            if (stands(fact, scope)) {
                standing.put(fact.id(), fact);
            }
        }
        if (!record.path(RESULTS).isArray()) {
            ArrayNode results = record.putArray(RESULTS);
            for (Dimension dimension : Dimension.values()) {
                ObjectNode result = results.addObject();
                result.put(CAPABILITY, dimension.key());
                result.putArray(GT_FACTS);
            }
        }
        Names names = new Names();
        for (JsonNode result : record.path(RESULTS)) {
            Dimension dimension =
                    Dimension.ofKey(result.path(CAPABILITY).asText()).orElseThrow();
            patch((ObjectNode) result, dimension, names, standing);
        }
        add(record, standing);
    }

    static boolean stands(FactState fact, ExportScope scope) {
        return switch (fact.verdict()) {
            case Verdict.Accepted _, Verdict.Edited _, Verdict.Corrected _ -> true;
            case Verdict.Rejected _ -> false;
            case Verdict.Open _, Verdict.Unsure _ -> scope == ExportScope.WITH_OPEN;
            case Verdict.Answered _ -> false;
        };
    }

    private static void patch(ObjectNode result, Dimension dimension, Names names, Map<ItemId, FactState> standing) {
        String list = listName(result);
        ArrayNode kept = result.arrayNode();
        for (JsonNode fact : result.path(list)) {
            FactState state =
                    standing.remove(names.next(dimension, fact.path(FACT_ID).asText("")));
            if (state != null && fact instanceof ObjectNode object) {
                if (!state.value().equals(state.draft().value())) {
                    object.put("value", state.value());
                }
                if (!state.text().equals(state.draft().text())) {
                    object.put("fact_text", state.text());
                }
                kept.add(object);
            }
        }
        result.set(list, kept);
    }

    private static void add(ObjectNode record, Map<ItemId, FactState> left) {
        for (JsonNode result : record.path(RESULTS)) {
            Dimension dimension =
                    Dimension.ofKey(result.path(CAPABILITY).asText()).orElseThrow();
            ArrayNode list = (ArrayNode) result.path(listName(result));
            Set<String> taken = new HashSet<>();
            list.forEach(fact -> taken.add(fact.path(FACT_ID).asText()));
            left.values().stream()
                    .filter(fact -> fact.draft().dimension() == dimension)
                    .forEach(fact -> list.add(record(fact, taken)));
            left.values().removeIf(fact -> fact.draft().dimension() == dimension);
        }
    }

    private static ObjectNode record(FactState state, Set<String> taken) {
        Fact fact = state.current();
        int number = 1;
        while (!taken.add(fact.dimension().key() + "_" + number)) {
            number++;
        }
        ObjectNode node = ExactJson.mapper().createObjectNode();
        node.put(FACT_ID, fact.dimension().key() + "_" + number);
        putOrNull(node, "step_anchor", fact.anchor().key());
        putOrNull(node, "object", fact.object());
        node.put("slot", fact.slot());
        node.put("value", fact.value());
        node.put("fact_text", fact.text());
        return node;
    }

    private static void putOrNull(ObjectNode node, String field, String text) {
        if (text.isEmpty()) {
            node.putNull(field);
        } else {
            node.put(field, text);
        }
    }
}
