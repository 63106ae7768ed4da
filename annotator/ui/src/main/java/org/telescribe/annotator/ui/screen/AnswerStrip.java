package org.telescribe.annotator.ui.screen;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.telescribe.annotator.ui.judge.Given;

/// The last answers, the newest at the left.
final class AnswerStrip extends HBox {
    private static final double GAP = 6;
    private static final double CHIP = 200;

    private List<Given> shown = List.of();

    AnswerStrip() {
        super(GAP);
        getStyleClass().add("judge-strip");
    }

    /// Shows answers; one that is new moves the others on.
    ///
    /// @param given the answers, oldest first
    void show(List<Given> given) {
        if (given.equals(shown)) {
            return;
        }
        List<Given> before = given.isEmpty() ? given : given.subList(0, given.size() - 1);
        List<Given> kept = shown.subList(Math.max(0, shown.size() - before.size()), shown.size());
        if (before.equals(kept)) {
            getChildren().remove(before.size(), getChildren().size());
            getChildren().addFirst(chip(given.getLast()));
        } else {
            getChildren()
                    .setAll(given.reversed().stream().map(AnswerStrip::chip).toList());
        }
        shown = given;
    }

    private static Label chip(Given given) {
        Label chip = new Label(given.mark() + "  " + given.words());
        chip.getStyleClass().add("judge-chip");
        chip.setMaxWidth(CHIP);
        chip.setMinWidth(0);
        return chip;
    }
}
