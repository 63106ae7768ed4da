package org.telescribe.annotator.labels.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/// JSON that comes out as it went in: numbers keep their digits, fields their order.
public final class ExactJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectReader NEXT = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ExactJson() {}

    /// {@return the reader and writer}
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /// {@return the tree that comes next}
    ///
    /// @param parser before a value; stands on its last token afterwards
    /// @throws IOException when the text is no JSON or cannot be read
    public static JsonNode next(JsonParser parser) throws IOException {
        JsonNode node = NEXT.readTree(parser);
        return node;
    }

    /// {@return a tree as one line}
    ///
    /// @param node the tree
    public static String line(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("a tree of texts and numbers can be written", never);
        }
    }

    /// {@return the tree of a text that this program wrote}
    ///
    /// @param json the text
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("what was written cannot be read: " + broken.getOriginalMessage(), broken);
        }
    }
}
