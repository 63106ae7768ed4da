package org.telescribe.policyruntime.rollouts.study;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a study's events can follow each other.
final class StudyOrder {
    private StudyOrder() {}

    /// A start run by a policy.
    private record Start(int policy, long seed) {}

    /// {@return what of the events cannot be, with the number of its line; empty when all fits}
    ///
    /// @param events the events, the plan first
    static Optional<String> contradiction(List<StudyEvent> events) {
        if (events.isEmpty() || !(events.getFirst() instanceof StudyEvent.Planned(StudyPlan plan))) {
            return Optional.of("line 1: no plan");
        }
        Set<Start> ran = new HashSet<>();
        for (int i = 1; i < events.size(); i++) {
            String wrong = wrong(events.get(i), plan, ran);
            if (!wrong.isEmpty()) {
                return Optional.of("line %d: %s".formatted(i + 1, wrong));
            }
        }
        return Optional.empty();
    }

    private static String wrong(StudyEvent event, StudyPlan plan, Set<Start> ran) {
        return switch (event) {
            case StudyEvent.Planned _ -> "a second plan";
            case StudyEvent.Ran(Trial trial) -> wrong(trial, plan, ran);
            case StudyEvent.Judged(Verdict verdict) -> unknown("a verdict on", verdict.trial(), ran.size());
            case StudyEvent.TakenBack(int trial) -> unknown("a verdict taken back on", trial, ran.size());
            case StudyEvent.Unblinded _ -> "";
        };
    }

    private static String wrong(Trial trial, StudyPlan plan, Set<Start> ran) {
        if (trial.policy() < 0 || trial.policy() >= plan.policies().size()) {
            return "a rollout of policy %d, the plan has %d"
                    .formatted(trial.policy(), plan.policies().size());
        }
        if (trial.seed() < plan.firstSeed() || trial.seed() >= plan.firstSeed() + plan.runs()) {
            return "a rollout of seed %d, the plan has %d to %d"
                    .formatted(trial.seed(), plan.firstSeed(), plan.firstSeed() + plan.runs() - 1);
        }
        return ran.add(new Start(trial.policy(), trial.seed()))
                ? ""
                : "a second rollout of policy %d from seed %d".formatted(trial.policy(), trial.seed());
    }

    private static String unknown(String what, int trial, int ran) {
        return trial >= 0 && trial < ran ? "" : "%s rollout %d, there are %d".formatted(what, trial, ran);
    }
}
