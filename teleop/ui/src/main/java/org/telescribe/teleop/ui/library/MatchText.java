package org.telescribe.teleop.ui.library;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.telescribe.teleop.library.TextRange;

/// A text with what was searched for in bold.
final class MatchText {
    private MatchText() {}

    static void fill(HBox flow, String text, List<TextRange> ranges) {
        flow.getChildren().clear();
        int at = 0;
        for (TextRange range : ranges) {
            if (range.from() < at || range.to() > text.length()) {
                continue;
            }
            add(flow, text.substring(at, range.from()), "match-plain");
            add(flow, text.substring(range.from(), range.to()), "match-bold");
            at = range.to();
        }
        add(flow, text.substring(at), "match-plain");
    }

    private static void add(HBox flow, String part, String style) {
        if (!part.isEmpty()) {
            Label label = new Label(part);
            label.getStyleClass().add(style);
            label.setMinWidth(0);
            flow.getChildren().add(label);
        }
    }
}
