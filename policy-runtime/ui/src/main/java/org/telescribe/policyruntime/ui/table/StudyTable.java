package org.telescribe.policyruntime.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.telescribe.policyruntime.rollouts.statistics.RateText;
import org.telescribe.policyruntime.rollouts.statistics.SuccessCount;
import org.telescribe.policyruntime.rollouts.study.PolicyKey;
import org.telescribe.policyruntime.rollouts.study.Study;

/// What a study found so far: rates with their intervals, policy by policy and factor by factor, and what
/// may be concluded. Policies have numbers until their names may be shown.
public final class StudyTable extends VBox {
    private static final double GAP = 4;

    private final Runnable unblind;

    /// A table without a study.
    ///
    /// @param unblind done when a person wants to see the names
    public StudyTable(Runnable unblind) {
        super(GAP);
        this.unblind = unblind;
        getStyleClass().addAll("card", "study-table");
    }

    /// Shows a study. While names are hidden only what a person judged is counted, and nothing is
    /// compared: what the rule says would judge for them.
    ///
    /// @param study the study
    public void show(Study study) {
        getChildren().clear();
        Label title = new Label("WHAT THE NUMBERS CARRY");
        title.getStyleClass().add("card-title");
        getChildren().add(title);
        getChildren().addAll(policies(study));
        if (!study.isComplete()) {
            sentence("%d of %d rollouts were run."
                    .formatted(study.trials().size(), study.plan().rollouts()));
        }
        if (study.namesShown() && study.plan().policies().size() > 1) {
            heading(
                    switch (study.deciding()) {
                        case RULE -> "COMPARED BY THE RULE OF THE TASK";
                        case PERSON -> "COMPARED AS JUDGED";
                    });
            for (Study.Comparison comparison : study.comparisons()) {
                sentence((comparison.isMade() ? "" : "! ") + comparison.sentence());
            }
        }
        if (study.namesShown()) {
            section("BY THE RULE OF THE TASK", study.lines(Study.Judge.RULE));
        }
        if (!study.namesShown() || !study.verdicts().isEmpty()) {
            section(
                    "AS JUDGED, %d OF %d"
                            .formatted(study.verdicts().size(), study.trials().size()),
                    study.lines(Study.Judge.PERSON));
        }
    }

    private void heading(String title) {
        Label heading = new Label(title);
        heading.getStyleClass().add("study-judge");
        getChildren().add(heading);
    }

    private void sentence(String text) {
        Label words = new Label(text);
        words.setWrapText(true);
        words.getStyleClass().add("study-sentence");
        getChildren().add(words);
    }

    private void section(String title, List<Study.Line> lines) {
        heading(title);
        for (Study.Line line : lines) {
            boolean isAll = line.factor().isEmpty();
            if (isAll || line.counts().stream().anyMatch(count -> count.trials() > 0)) {
                getChildren().addAll(rows(line));
            }
        }
    }

    private List<Region> policies(Study study) {
        List<Region> shown = new ArrayList<>();
        List<PolicyKey> policies = study.plan().policies();
        for (int policy = 0; policy < policies.size(); policy++) {
            boolean named = study.namesShown();
            Label name = new Label(named ? study.plan().name(policy) : "policy hidden");
            name.getStyleClass().add(named ? "study-name" : "hint");
            HBox row = new HBox(8, badge(policy), name);
            row.getStyleClass().add("study-row");
            shown.add(row);
        }
        if (study.namesShown()) {
            policies.stream()
                    .map(key -> "%s. %s".formatted(key.setUp(), key.provider()))
                    .distinct()
                    .forEach(text -> {
                        Label setUp = new Label(text);
                        setUp.getStyleClass().add("hint");
                        setUp.setWrapText(true);
                        shown.add(setUp);
                    });
        } else {
            Button look = new Button("Show the names  U");
            look.setOnAction(pressed -> unblind.run());
            look.setFocusTraversable(false);
            shown.add(look);
        }
        return shown;
    }

    private static List<Region> rows(Study.Line line) {
        List<Region> shown = new ArrayList<>();
        Label factor = new Label(
                line.factor().isEmpty()
                        ? "ALL ROLLOUTS"
                        : "%s %s".formatted(line.factor(), line.value()).toUpperCase(Locale.ROOT));
        factor.getStyleClass().add("study-factor");
        shown.add(factor);
        for (int policy = 0; policy < line.counts().size(); policy++) {
            SuccessCount count = line.counts().get(policy);
            Label rate = new Label(RateText.of(count));
            rate.getStyleClass().add("number");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox row = new HBox(8, badge(policy), rate, space, new Whisker(count));
            row.getStyleClass().add("study-row");
            shown.add(row);
        }
        return shown;
    }

    private static Label badge(int policy) {
        Label badge = new Label(Integer.toString(policy + 1));
        badge.getStyleClass().add("policy-badge");
        return badge;
    }
}
