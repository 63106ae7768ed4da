package org.telescribe.annotator.ui.screen;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.telescribe.annotator.labels.state.ItemState;
import org.telescribe.annotator.ui.judge.ItemWords;
import org.telescribe.annotator.ui.judge.Judging;
import org.telescribe.annotator.ui.judge.JudgingMode;
import org.telescribe.annotator.ui.judge.JudgingMode.Listing;
import org.telescribe.annotator.ui.judge.JudgingMode.Picking;
import org.telescribe.annotator.ui.judge.JudgingMode.TypeNumber;
import org.telescribe.annotator.ui.judge.JudgingMode.Typing;

/// One thing to judge: verdict, sentence, what it is. The selected one is taller and shows what the next
/// key means.
final class ItemRow extends HBox {
    private final Judging judging;
    private final Actions actions;

    /// What a row's field tells.
    ///
    /// @param typed told what was typed, on Enter
    /// @param escaped told when Escape left it
    record Actions(Consumer<String> typed, Runnable escaped) {}

    ItemRow(Judging judging, ItemState item, boolean selected, Actions actions) {
        super(10);
        this.judging = judging;
        this.actions = actions;
        getStyleClass().add("judge-row");
        setAlignment(Pos.TOP_LEFT);
        VerdictMark mark = judging.isPending(item.id()) ? VerdictMark.PENDING : VerdictMark.of(item);
        FontIcon icon = new FontIcon(mark.icon());
        icon.getStyleClass().add(mark.style());
        Label sentence = new Label(ItemWords.sentence(item));
        sentence.setWrapText(selected);
        sentence.getStyleClass().add("judge-sentence");
        VBox text = new VBox(4, sentence);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        if (selected) {
            getStyleClass().add("selected");
            Label kind = new Label(ItemWords.kind(item));
            kind.getStyleClass().add("judge-kind");
            kind.setWrapText(true);
            text.getChildren().add(kind);
            text.getChildren().add(next(item));
        }
        Label word = new Label(mark.word());
        word.getStyleClass().addAll("judge-word", mark.style());
        word.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(icon, text, word);
        setAccessibleText("%s, %s".formatted(ItemWords.sentence(item), mark.word()));
    }

    private Node next(ItemState item) {
        JudgingMode mode = judging.mode();
        return switch (mode) {
            case Picking pick -> picks(pick.offered(), pick.enterWords(), canType(pick));
            case TypeNumber number -> hint("%s_   Enter answers, Esc goes back".formatted(number.digits()));
            case Typing typing -> field(typing);
            case Listing ignored -> {
                List<String> options = ItemWords.options(item);
                yield options.isEmpty() ? hint(ItemWords.keys(item)) : picks(options, "", false);
            }
        };
    }

    private static boolean canType(Picking pick) {
        return switch (pick) {
            case JudgingMode.PickValue value -> value.open();
            case JudgingMode.PickNewValue value -> value.open();
            case JudgingMode.PickReason ignored -> false;
            case JudgingMode.PickDimension ignored -> false;
            case JudgingMode.PickSlot ignored -> false;
        };
    }

    private Node picks(List<String> offered, String enterWords, boolean canType) {
        VBox lines = new VBox(2);
        lines.getStyleClass().add("judge-picks");
        for (int i = 0; i < offered.size(); i++) {
            lines.getChildren().add(line(Integer.toString((i + 1) % 10), offered.get(i)));
        }
        if (canType) {
            lines.getChildren().add(line("E", "another value"));
        }
        if (!enterWords.isEmpty()) {
            lines.getChildren().add(line("Enter", enterWords));
        }
        return lines;
    }

    private static Node line(String key, String words) {
        Label cap = new Label(key);
        cap.getStyleClass().addAll("number", "keycap", "judge-key");
        HBox line = new HBox(8, cap, new Label(words));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node field(Typing typing) {
        TextField field = new TextField(typing.before());
        field.getStyleClass().add("judge-field");
        field.setPromptText(
                switch (typing.purpose()) {
                    case JudgingMode.Purpose.Sentence ignored -> "the right sentence";
                    case JudgingMode.Purpose.RightValue ignored -> "what is right";
                    case JudgingMode.Purpose.NewValue value -> value.slot().title();
                    case JudgingMode.Purpose.PartialReason ignored -> "why something is left open";
                });
        field.setOnAction(entered -> actions.typed().accept(field.getText()));
        field.setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                actions.escaped().run();
                pressed.consume();
            }
        });
        field.sceneProperty().addListener((property, before, scene) -> {
            if (scene != null) {
                field.requestFocus();
                field.end();
            }
        });
        return new VBox(4, field, hint("Enter keeps it, Esc goes back"));
    }

    private static Label hint(String words) {
        Label hint = new Label(words);
        hint.getStyleClass().add("judge-hint");
        return hint;
    }
}
