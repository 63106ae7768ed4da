package org.telescribe.teleop.ui.collect;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.telescribe.teleop.control.recorder.EpisodeReport;
import org.telescribe.teleop.control.recorder.EpisodeReport.Grade;
import org.telescribe.teleop.control.recorder.EpisodeReport.Reason;
import org.telescribe.teleop.episode.model.EpisodeOutcome;

/// How the episode went, while the scene can still be set up again: one word, and every quantity
/// with its grade.
final class VerdictCard extends HBox {
    private static final int ROWS = 5;

    private final Label word = new Label();
    private final Label result = new Label();
    private final Label marks = new Label();
    private final Label late = new Label("late", new FontIcon(MaterialDesignA.ALERT));
    private final GridPane grid = new GridPane();
    private EpisodeReport shown;
    private EpisodeOutcome saidResult = EpisodeOutcome.UNRATED;

    @SuppressWarnings("NullAway.Init") // nothing is shown before the first report
    VerdictCard() {
        super(28);
        getStyleClass().add("verdict-card");
        setAlignment(Pos.CENTER_LEFT);
        word.getStyleClass().add("verdict-word");
        word.setMinWidth(USE_PREF_SIZE);
        result.getStyleClass().add("verdict-result");
        marks.getStyleClass().add("secondary");
        late.getStyleClass().add("late-word");
        late.managedProperty().bind(late.visibleProperty());
        marks.managedProperty().bind(marks.visibleProperty());
        say(EpisodeOutcome.UNRATED);
        VBox left = new VBox(4, word, late, result, marks);
        left.setAlignment(Pos.CENTER_LEFT);
        left.setMinWidth(USE_PREF_SIZE);
        Label keys = new Label("K keep   F keep flagged   D discard   R record again   S success   X failure");
        keys.getStyleClass().add("hint");
        grid.getStyleClass().add("verdict-grid");
        VBox right = new VBox(14, grid, keys);
        right.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(left, right);
    }

    void show(EpisodeReport report, EpisodeOutcome outcome) {
        if (outcome != saidResult) {
            say(outcome);
        }
        show(report);
    }

    private void say(EpisodeOutcome outcome) {
        saidResult = outcome;
        result.getStyleClass().removeAll("good", "bad");
        switch (outcome) {
            case SUCCESS -> {
                result.setText("success");
                result.setGraphic(new FontIcon(MaterialDesignC.CHECK_CIRCLE));
                result.getStyleClass().add("good");
            }
            case FAILURE -> {
                result.setText("failure");
                result.setGraphic(new FontIcon(MaterialDesignC.CLOSE_CIRCLE));
                result.getStyleClass().add("bad");
            }
            case UNRATED -> {
                result.setText("no result: S or X");
                result.setGraphic(null);
            }
        }
    }

    private void show(EpisodeReport report) {
        if (report.equals(shown)) {
            return;
        }
        shown = report;
        word.setText(report.grade().name());
        word.getStyleClass().removeAll("good", "warn", "bad");
        word.getStyleClass().add(styleOf(report.grade()));
        late.setVisible(report.isLate());
        String marked = ResultWords.of(report.marks());
        marks.setText(marked);
        marks.setVisible(!marked.isEmpty());
        grid.getChildren().clear();
        List<Reason> reasons = report.reasons();
        for (int i = 0; i < reasons.size(); i++) {
            Reason reason = reasons.get(i);
            int column = i / ROWS * 3;
            FontIcon icon = new FontIcon(
                    switch (reason.grade()) {
                        case GOOD -> MaterialDesignC.CHECK_CIRCLE;
                        case CHECK -> MaterialDesignA.ALERT;
                        case BAD -> MaterialDesignC.CLOSE_CIRCLE;
                    });
            icon.getStyleClass().addAll("reason-icon", styleOf(reason.grade()));
            Label name = new Label(reason.name());
            name.getStyleClass().add("reason-name");
            name.setGraphic(icon);
            Label value = new Label(reason.value());
            value.getStyleClass().addAll("number", "reason-value");
            value.setMinWidth(USE_PREF_SIZE);
            grid.add(name, column, i % ROWS);
            grid.add(value, column + 1, i % ROWS);
        }
        setAccessibleText("%s episode".formatted(report.grade().name().toLowerCase(Locale.ROOT)));
    }

    private static String styleOf(Grade grade) {
        return switch (grade) {
            case GOOD -> "good";
            case CHECK -> "warn";
            case BAD -> "bad";
        };
    }
}
