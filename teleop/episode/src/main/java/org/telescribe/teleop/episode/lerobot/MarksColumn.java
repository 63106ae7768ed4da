package org.telescribe.teleop.episode.lerobot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.MarkKind;

/// The column of `meta/episodes` with the moments that an operator marked, as
/// docs/formats/dataset-columns.md spells it.
public final class MarksColumn {
    /// The column's name.
    public static final String NAME = "telescribe/marks";

    /// What it holds for an episode without marks.
    public static final String NONE = "[]";

    private MarksColumn() {}

    /// {@return what the column holds}
    ///
    /// @param marks of an episode, in order
    public static String format(List<EpisodeMark> marks) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (EpisodeMark mark : marks) {
            list.addObject().put("kind", mark.kind().word()).put("ns", mark.sinceStartNanos());
        }
        return list.toString();
    }

    /// {@return the marks of such a text; those of kinds that this program does not know are left
    /// out}
    ///
    /// @param text what the column holds
    public static List<EpisodeMark> parse(String text) {
        List<EpisodeMark> marks = new ArrayList<>();
        try {
            for (JsonNode node : PythonJson.parse(text.getBytes(StandardCharsets.UTF_8))) {
                for (MarkKind kind : MarkKind.values()) {
                    if (kind.word().equals(node.path("kind").asText(""))) {
                        marks.add(new EpisodeMark(
                                kind, Math.max(0, node.path("ns").asLong())));
                    }
                }
            }
        } catch (JsonProcessingException notOurs) {
            return List.of();
        }
        return List.copyOf(marks);
    }
}
