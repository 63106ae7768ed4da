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

    /// Shows a study.
    ///
    /// @param study the study
    public void show(Study study) {
        getChildren().clear();
        Label title = new Label("WHAT THE NUMBERS CARRY");
        title.getStyleClass().add("card-title");
        getChildren().add(title);
        getChildren().addAll(policies(study));
        for (Study.Line line : study.byPeople()) {
            getChildren().addAll(rows(line));
        }
        for (String sentence : conclusions(study)) {
            Label words = new Label(sentence);
            words.setWrapText(true);
            words.getStyleClass().add("study-sentence");
            getChildren().add(words);
        }
    }

    private List<Region> policies(Study study) {
        List<Region> shown = new ArrayList<>();
        List<PolicyKey> policies = study.plan().policies();
        for (int policy = 0; policy < policies.size(); policy++) {
            PolicyKey key = policies.get(policy);
            Label name = new Label(study.namesShown() ? key.name() : "policy hidden");
            name.getStyleClass().add(study.namesShown() ? "study-name" : "hint");
            HBox row = new HBox(8, badge(policy), name);
            row.getStyleClass().add("study-row");
            shown.add(row);
            if (study.namesShown()) {
                Label setUp = new Label("%s. %s".formatted(key.setUp(), key.provider()));
                setUp.getStyleClass().add("hint");
                setUp.setWrapText(true);
                shown.add(setUp);
            }
        }
        if (!study.namesShown()) {
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

    private static List<String> conclusions(Study study) {
        List<String> sentences = new ArrayList<>();
        List<PolicyKey> policies = study.plan().policies();
        for (int first = 0; first < policies.size(); first++) {
            for (int second = first + 1; second < policies.size(); second++) {
                int one = first;
                int two = second;
                sentences.add(study.notComparable(first, second)
                        .map(reason -> "! " + reason)
                        .orElseGet(() ->
                                RateText.sentence(study.difference(one, two), name(study, one), name(study, two))));
            }
        }
        return sentences;
    }

    private static String name(Study study, int policy) {
        return study.namesShown() ? study.plan().policies().get(policy).name() : "Policy %d".formatted(policy + 1);
    }
}
