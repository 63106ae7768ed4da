package org.telescribe.annotator.labels.state;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.annotator.labels.model.Dimension;
import org.telescribe.annotator.labels.model.StepAnchor;
import org.telescribe.annotator.labels.state.ItemState.FactState;
import org.telescribe.annotator.labels.state.ItemState.StepState;

/// The order in which an episode is judged: as it is watched.
final class JudgingOrder {
    private JudgingOrder() {}

    static List<ItemState> of(TaskState state) {
        List<ItemState> order = new ArrayList<>();
        List<FactState> left = new ArrayList<>(state.facts());
        take(left, order, fact -> isLoose(state, fact) && fact.draft().dimension() == Dimension.INITIAL_CONFIGURATION);
        for (StepState step : state.steps()) {
            int number = step.step().number();
            take(left, order, fact -> fact.draft().anchor() instanceof StepAnchor.At at && at.step() == number);
            order.add(step);
            take(
                    left,
                    order,
                    fact -> fact.draft().anchor() instanceof StepAnchor.Between gap && gap.before() == number);
        }
        order.addAll(left);
        order.addAll(state.none());
        order.addAll(state.questions());
        return List.copyOf(order);
    }

    private interface Choice {
        boolean takes(FactState fact);
    }

    private static void take(List<FactState> from, List<ItemState> to, Choice choice) {
        from.removeIf(fact -> {
            boolean taken = choice.takes(fact);
            if (taken) {
                to.add(fact);
            }
            return taken;
        });
    }

    private static boolean isLoose(TaskState state, FactState fact) {
        return fact.draft().anchor().steps().stream()
                .noneMatch(number -> state.step(number).isPresent());
    }
}
