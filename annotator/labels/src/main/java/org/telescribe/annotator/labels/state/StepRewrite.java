package org.telescribe.annotator.labels.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telescribe.annotator.labels.model.ValueInText;
import org.telescribe.annotator.labels.state.ItemState.FactState;
import org.telescribe.annotator.labels.state.ItemState.StepState;

/// Proposes a new sentence for a step whose facts have changed. A proposal to be read and kept by a
/// person, no label.
public final class StepRewrite {
    private StepRewrite() {}

    /// {@return the step's sentence with corrected values in place of the draft's, and the sentences of
    /// corrected and added facts that it does not name behind it}
    ///
    /// @param state how the judgement stands
    /// @param step the step
    public static String proposal(TaskState state, StepState step) {
        String text = step.text();
        List<String> behind = new ArrayList<>();
        for (FactState fact : state.facts()) {
            if (!fact.draft().anchor().steps().contains(step.step().number()) || !isNews(fact)) {
                continue;
            }
            Optional<String> replaced = ValueInText.replaced(text, fact.draft().value(), fact.value());
            if (!fact.isAdded() && replaced.isPresent()) {
                text = replaced.get();
            } else if (!text.contains(fact.text())) {
                behind.add(fact.text());
            }
        }
        behind.addFirst(text);
        return String.join(" ", behind);
    }

    private static boolean isNews(FactState fact) {
        return fact.isClaimed()
                && (fact.isAdded()
                        || fact.verdict() instanceof Verdict.Corrected
                        || fact.verdict() instanceof Verdict.Edited);
    }
}
