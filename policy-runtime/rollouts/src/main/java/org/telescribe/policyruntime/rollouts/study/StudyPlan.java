package org.telescribe.policyruntime.rollouts.study;

import java.util.List;

/// What is to be run, fixed before the first rollout.
///
/// @param policies which policies
/// @param firstSeed the first start
/// @param runs how many starts, each run by each policy
/// @param wallMillis when it was planned, milliseconds since 1970 UTC
public record StudyPlan(List<PolicyKey> policies, long firstSeed, int runs, long wallMillis) {
    /// Copies and refuses an empty plan.
    public StudyPlan {
        policies = List.copyOf(policies);
        if (policies.isEmpty() || runs < 1) {
            throw new IllegalArgumentException("%d policies, %d runs".formatted(policies.size(), runs));
        }
    }

    /// {@return how many rollouts there are to be}
    public int rollouts() {
        return runs * policies.size();
    }

    /// {@return what a policy is called in tables; bundles of one identifier and revision are told
    /// apart by the first digits of their hashes}
    ///
    /// @param policy its place
    public String name(int policy) {
        PolicyKey key = policies.get(policy);
        boolean isAlone = policies.stream()
                .allMatch(other ->
                        other.sha256().equals(key.sha256()) || !other.name().equals(key.name()));
        return isAlone ? key.name() : "%s (%.7s)".formatted(key.name(), key.sha256());
    }
}
