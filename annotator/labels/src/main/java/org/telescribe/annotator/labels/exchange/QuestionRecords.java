package org.telescribe.annotator.labels.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.Question;
import org.telescribe.annotator.labels.state.ItemState.QuestionState;
import org.telescribe.annotator.labels.state.TaskState;

/// Questions in records.
final class QuestionRecords {
    private static final String QAS = "qas";
    private static final String ID = "question_id";
    private static final String ANSWER = "answer";

    private QuestionRecords() {}

    static List<Question> read(JsonRecord record) {
        List<Question> questions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode qa : record.list(record.node(), QAS)) {
            Question question = question(record, qa);
            if (!seen.add(question.id().value())) {
                throw record.broken(
                        "question_id %s is there twice".formatted(question.id().name()),
                        "Give each question a name of its own");
            }
            questions.add(question);
        }
        return questions;
    }

    private static Question question(JsonRecord record, JsonNode qa) {
        String name = record.text(qa, ID);
        String text = record.text(qa, "question");
        if (name.isBlank() || text.isBlank()) {
            throw record.broken("a question has no question_id or no question", "Add what is missing");
        }
        ItemId id = ItemId.question(name);
        String capability = record.text(qa, "capability");
        String answer = record.text(qa, ANSWER);
        String type = record.text(qa, "answer_type");
        return switch (type) {
            case "yes_no" -> new Question.YesNo(id, capability, text, answer);
            case "number" -> new Question.WholeNumber(id, capability, text, answer);
            case "multiple_choice" -> {
                List<String> options = record.texts(qa, "options");
                if (options.size() < 2) {
                    throw record.broken(
                            "question %s has %d options".formatted(name, options.size()), "Give it two or more");
                }
                yield new Question.MultipleChoice(id, capability, text, answer, options);
            }
            default ->
                throw record.broken(
                        "answer_type %s of question %s is unknown".formatted(type, name),
                        "Use yes_no, number or multiple_choice");
        };
    }

    /// Writes the answers that people gave into a record.
    static void write(ObjectNode record, TaskState state, ExportScope scope) {
        Map<ItemId, QuestionState> left = new LinkedHashMap<>();
        for (QuestionState question : state.questions()) {
            if (scope == ExportScope.WITH_OPEN || question.answer().isPresent()) {
                left.put(question.id(), question);
            }
        }
        ArrayNode kept = record.arrayNode();
        for (JsonNode qa : record.path(QAS)) {
            QuestionState question = left.remove(ItemId.question(qa.path(ID).asText()));
            if (question != null && qa instanceof ObjectNode object) {
                question.answer()
                        .filter(answer -> !same(answer, question.question()))
                        .ifPresent(answer -> object.put(ANSWER, answer));
                kept.add(object);
            }
        }
        left.values().forEach(question -> kept.add(record(question)));
        record.set(QAS, kept);
    }

    private static boolean same(String answer, Question question) {
        return question.normalized(question.draftAnswer())
                .filter(answer::equals)
                .isPresent();
    }

    private static ObjectNode record(QuestionState state) {
        Question question = state.question();
        ObjectNode node = ExactJson.mapper().createObjectNode();
        node.put(ID, question.id().name());
        node.put("capability", question.capability());
        node.put("error_type", "");
        node.put(
                "answer_type",
                switch (question) {
                    case Question.YesNo _ -> "yes_no";
                    case Question.WholeNumber _ -> "number";
                    case Question.MultipleChoice _ -> "multiple_choice";
                });
        node.put("question", question.text());
        ArrayNode options = node.putArray("options");
        if (question instanceof Question.MultipleChoice choice) {
            choice.options().forEach(options::add);
        }
        node.put(ANSWER, state.answer().orElseGet(question::draftAnswer));
        node.put("mode", "");
        return node;
    }
}
