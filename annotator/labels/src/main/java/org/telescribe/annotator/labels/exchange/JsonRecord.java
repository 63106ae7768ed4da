package org.telescribe.annotator.labels.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.telescribe.annotator.labels.model.LabelsException;

/// One record of a file and the line on which it begins.
///
/// @param file the file
/// @param line the line, from 1
/// @param node the record
record JsonRecord(Path file, int line, ObjectNode node) {
    /// {@return a text that must be there and not be empty}
    String needed(String field) {
        String text = optional(field);
        if (text.isBlank()) {
            throw broken("%s is missing".formatted(field), "Add it, or take the record out");
        }
        return text;
    }

    /// {@return a text; empty when it is not there or null; a number's digits}
    String optional(String field) {
        return text(node, field);
    }

    /// {@return a field's text}
    String text(JsonNode in, String field) {
        JsonNode value = in.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            throw broken("%s is no text".formatted(field), "Write it as one text");
        }
        return value.asText();
    }

    /// {@return a list of texts; empty when it is not there or null}
    List<String> texts(JsonNode in, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(in, field)) {
            if (!element.isValueNode()) {
                throw broken("%s holds something that is no text".formatted(field), "Write a list of texts");
            }
            texts.add(element.asText());
        }
        return texts;
    }

    /// {@return the elements of a list; empty when it is not there or null}
    List<JsonNode> list(JsonNode in, String field) {
        JsonNode value = in.path(field);
        List<JsonNode> elements = new ArrayList<>();
        if (value.isMissingNode() || value.isNull()) {
            return elements;
        }
        if (!value.isArray()) {
            throw broken("%s is no list".formatted(field), "Write it as a list");
        }
        value.forEach(elements::add);
        return elements;
    }

    LabelsException broken(String reason, String remedy) {
        return ImportTrouble.at(file, line, reason, remedy);
    }
}
