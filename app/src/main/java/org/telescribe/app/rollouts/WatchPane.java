package org.telescribe.app.rollouts;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.policyruntime.rollouts.study.Trial;
import org.telescribe.policyruntime.rollouts.study.Verdict;
import org.telescribe.policyruntime.ui.insight.InsightPane;
import org.telescribe.policyruntime.ui.table.StudyTable;
import org.telescribe.viewer3d.fx.player.PlayerPane;

/// Rollouts as they are watched: two clips under one clock, what is said of them, the table, what the
/// policy saw.
final class WatchPane extends BorderPane {
    private final Label count = new Label();
    private final Label task = new Label();
    private final Label who = new Label();
    private final Label verdict = new Label();
    private final Label foot = new Label();
    private final StudyTable table;
    private final InsightPane insight = new InsightPane();

    WatchPane(Runnable unblind) {
        this.table = new StudyTable(unblind);
        getStyleClass().add("rollouts");
        count.getStyleClass().add("rollout-count");
        task.getStyleClass().add("rollout-words");
        who.getStyleClass().add("hint");
        verdict.getStyleClass().add("rollout-verdict");
        foot.getStyleClass().add("hint");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(16, count, task, who, space, verdict);
        head.getStyleClass().add("rollouts-head");
        HBox bottom = new HBox(foot);
        bottom.getStyleClass().add("rollout-foot");
        setTop(head);
        setBottom(bottom);
        VBox side = new VBox(12, table, insight);
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("rollouts-side");
        setRight(scroll);
        setFocusTraversable(true);
    }

    InsightPane insight() {
        return insight;
    }

    void player(@Nullable PlayerPane player) {
        setCenter(player);
    }

    void show(Study study, int place, String words) {
        table.show(study);
        if (study.trials().isEmpty()) {
            count.setText("No rollout ended");
            return;
        }
        Trial trial = study.trials().get(place);
        count.setText("Rollout %d of %d".formatted(place + 1, study.trials().size()));
        task.setText(trial.instruction());
        who.setText(
                study.namesShown()
                        ? "%s   seed %d"
                                .formatted(
                                        study.plan()
                                                .policies()
                                                .get(trial.policy())
                                                .name(),
                                        trial.seed())
                        : "policy hidden   seed %d".formatted(trial.seed()));
        Verdict said = study.verdicts().get(place);
        verdict.getStyleClass().removeAll("good", "bad");
        if (said == null) {
            verdict.setGraphic(null);
            verdict.setText("S success   X failure");
            foot.setText(words);
            return;
        }
        verdict.getStyleClass().add(said.success() ? "good" : "bad");
        verdict.setGraphic(new FontIcon(said.success() ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignC.CLOSE_CIRCLE));
        String reason = FailureReason.words(said.reason());
        verdict.setText(said.success() ? "Success" : "Failure" + (reason.isEmpty() ? "" : ": " + reason));
        foot.setText(
                !said.success() && said.reason() == 0
                        ? "Why?   %s".formatted(FailureReason.menu())
                        : "%s   The rule says: %s.".formatted(words, trial.sentence()));
    }
}
