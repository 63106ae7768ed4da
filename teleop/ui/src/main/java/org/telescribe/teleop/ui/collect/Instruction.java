package org.telescribe.teleop.ui.collect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The task's sentence, read from two metres away; words that name an arm are in the arm's colour and
/// underlined.
final class Instruction extends TextFlow {
    private static final Pattern ARM = Pattern.compile("\\b(LEFT|RIGHT|left|right)( arm)?\\b");

    private String shown = "";

    Instruction() {
        getStyleClass().add("instruction");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    String text() {
        return shown;
    }

    void show(String sentence) {
        if (sentence.equals(shown)) {
            return;
        }
        shown = sentence;
        getChildren().clear();
        Matcher arm = ARM.matcher(sentence);
        int at = 0;
        while (arm.find()) {
            add(sentence.substring(at, arm.start()), "plain");
            add(arm.group(), arm.group().startsWith("L") || arm.group().startsWith("l") ? "arm-left" : "arm-right");
            at = arm.end();
        }
        add(sentence.substring(at), "plain");
        setAccessibleText(sentence);
    }

    private void add(String part, String style) {
        if (!part.isEmpty()) {
            Text text = new Text(part);
            text.getStyleClass().addAll("instruction-text", style);
            getChildren().add(text);
        }
    }
}
