package org.telescribe.app.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/// One JSON object on one line.
public final class JsonLine {
    private JsonLine() {}

    /// {@return the line}
    ///
    /// @param values keys and values in the order of the map
    public static String of(Map<String, ?> values) {
        try {
            return new ObjectMapper().writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
