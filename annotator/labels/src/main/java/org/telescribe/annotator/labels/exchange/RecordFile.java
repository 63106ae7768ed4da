package org.telescribe.annotator.labels.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telescribe.annotator.labels.json.ExactJson;
import org.telescribe.annotator.labels.model.LabelsException;

/// Files of records, with the line of each.
final class RecordFile {
    private static final Pattern TWICE = Pattern.compile("Duplicate field '([^']*)'");

    private RecordFile() {}

    private static String content(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException foreign) {
            throw new LabelsException(
                    "%s is not written in UTF-8. Nothing was imported. Save it as UTF-8.".formatted(file), foreign);
        } catch (IOException refused) {
            throw ImportTrouble.unreadable(file, refused);
        }
    }

    /// {@return the records of a file with one on each line}
    static List<JsonRecord> lines(Path file) {
        List<JsonRecord> records = new ArrayList<>();
        String[] lines = content(file).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                records.add(record(file, i + 1, parse(file, i, lines[i])));
            }
        }
        return records;
    }

    private static JsonNode parse(Path file, int linesBefore, String text) {
        try {
            return ExactJson.mapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw broken(file, linesBefore, broken);
        }
    }

    private static LabelsException broken(Path file, int linesBefore, JsonProcessingException broken) {
        int within = Optional.ofNullable(broken.getLocation())
                .map(place -> place.getLineNr())
                .orElse(1);
        return ImportTrouble.at(file, linesBefore + within, reason(broken), "Mend the JSON there");
    }

    private static String reason(JsonProcessingException broken) {
        String message = String.valueOf(broken.getOriginalMessage());
        if (broken instanceof JsonEOFException) {
            return "the JSON ends in the middle";
        }
        if (message.startsWith("Trailing token")) {
            return "something follows the end";
        }
        Matcher twice = TWICE.matcher(message);
        if (twice.find()) {
            return "%s stands there twice".formatted(twice.group(1));
        }
        return message.replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }

    private static JsonRecord record(Path file, int line, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new JsonRecord(file, line, object);
        }
        throw ImportTrouble.at(file, line, "a record must be an object in braces", "Write each sample as an object");
    }

    /// {@return the records of a file that is one list}
    static List<JsonRecord> array(Path file) {
        return elements(file, "").records();
    }

    /// The records of a list within an object, and the object around it.
    record Enveloped(List<JsonRecord> records, ObjectNode envelope) {}

    /// {@return the records of a list that stands in a field of the file's object}
    static Enveloped within(Path file, String field) {
        return elements(file, field);
    }

    private static Enveloped elements(Path file, String field) {
        List<JsonRecord> records = new ArrayList<>();
        ObjectNode envelope = ExactJson.mapper().createObjectNode();
        try (JsonParser parser = ExactJson.mapper().createParser(content(file))) {
            JsonToken start = parser.nextToken();
            if (field.isEmpty()) {
                readList(file, parser, start, records);
            } else {
                readObject(file, parser, start, field, records, envelope);
            }
            if (parser.nextToken() != null) {
                throw ImportTrouble.at(
                        file, parser.currentTokenLocation().getLineNr(), "something follows the end", "Take it out");
            }
        } catch (JsonProcessingException broken) {
            throw broken(file, 0, broken);
        } catch (IOException refused) {
            throw ImportTrouble.unreadable(file, refused);
        }
        return new Enveloped(records, envelope);
    }

    private static void readObject(
            Path file, JsonParser parser, JsonToken start, String field, List<JsonRecord> records, ObjectNode envelope)
            throws IOException {
        if (start != JsonToken.START_OBJECT) {
            throw ImportTrouble.at(file, 1, "the file must be an object in braces", "Choose the right kind of file");
        }
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(field)) {
                found = true;
                envelope.putArray(field);
                readList(file, parser, value, records);
            } else {
                JsonNode kept = ExactJson.next(parser);
                envelope.set(name, kept);
            }
        }
        if (!found) {
            throw ImportTrouble.at(file, 1, "%s is missing".formatted(field), "Choose the right kind of file");
        }
    }

    private static void readList(Path file, JsonParser parser, JsonToken start, List<JsonRecord> records)
            throws IOException {
        if (start != JsonToken.START_ARRAY) {
            throw ImportTrouble.at(
                    file,
                    parser.currentTokenLocation().getLineNr(),
                    "the samples must be a list in brackets",
                    "Choose the right kind of file");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = parser.currentTokenLocation().getLineNr();
            JsonNode node = ExactJson.next(parser);
            records.add(record(file, line, node));
        }
    }

    /// Refuses a sample that is there twice.
    static void checkUnique(List<JsonRecord> records) {
        Map<String, Integer> seen = new HashMap<>();
        for (JsonRecord record : records) {
            String id = record.needed("sample_id");
            Integer before = seen.put(id, record.line());
            if (before != null) {
                throw record.broken(
                        "sample_id %s stands on line %d already".formatted(id, before),
                        "Give each sample a name of its own");
            }
        }
    }
}
