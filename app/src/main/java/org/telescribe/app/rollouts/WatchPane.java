package org.telescribe.app.rollouts;

import java.util.List;
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
import org.telescribe.app.shell.EmptyPane;
import org.telescribe.app.simulation.BenchPolicySetup;
import org.telescribe.policyruntime.inference.session.PolicyInsight;
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

    /// Another rollout is shown; what the policy saw there comes with its first chunk.
    void begin(OpenStudy.Watched watched) {
        insight.clear(
                watched.seen().isEmpty()
                        ? "What the policy saw was not kept for this rollout."
                        : "It appears with the first chunk.");
    }

    /// Shows the chunk that was being carried out at a moment.
    void follow(Study study, OpenStudy.Watched watched, long tickNanos) {
        long tick = tickNanos / BenchPolicySetup.TICK_NANOS;
        List<PolicyInsight> seen = watched.seen();
        int at = -1;
        while (at + 1 < seen.size() && seen.get(at + 1).observationTick() <= tick) {
            at++;
        }
        if (at < 0) {
            return;
        }
        PolicyInsight chunk = seen.get(at);
        long until = at + 1 < seen.size()
                ? seen.get(at + 1).observationTick()
                : study.trials().get(watched.place()).ticks();
        int executed = (int) Math.min(chunk.finalActions().size(), until - chunk.observationTick());
        boolean withPrompt = study.namesShown() || study.plan().policies().size() == 1;
        insight.show(chunk, executed, "chunk %d of %d".formatted(at + 1, seen.size()), withPrompt);
    }

    /// Shows the clips; without them a sentence stands in their place.
    void player(@Nullable PlayerPane player) {
        setCenter(player == null ? EmptyPane.rolloutNotRecorded() : player);
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
                        ? "%s   seed %d".formatted(study.plan().name(trial.policy()), trial.seed())
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
