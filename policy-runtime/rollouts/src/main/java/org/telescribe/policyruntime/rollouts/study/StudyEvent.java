package org.telescribe.policyruntime.rollouts.study;

/// One line of a study's file.
public sealed interface StudyEvent {
    /// The plan; the first line and no other.
    ///
    /// @param plan the plan
    record Planned(StudyPlan plan) implements StudyEvent {}

    /// A rollout ended.
    ///
    /// @param trial what happened
    record Ran(Trial trial) implements StudyEvent {}

    /// A person judged a rollout; the last verdict counts.
    ///
    /// @param verdict what was said
    record Judged(Verdict verdict) implements StudyEvent {}

    /// A person took the verdict on a rollout back.
    ///
    /// @param trial place of the rollout in the study
    record TakenBack(int trial) implements StudyEvent {}

    /// The policies' names were looked at.
    record Unblinded() implements StudyEvent {}
}
