package org.telescribe.policyruntime.rollouts.study;

/// What a person says of a rollout, without knowing whose it is.
///
/// @param trial place of the rollout in the study
/// @param success whether it was done
/// @param reason number of the reason of a failure, 1 to 9; 0 for none
public record Verdict(int trial, boolean success, int reason) {
    /// Refuses a reason that there is not.
    public Verdict {
        if (reason < 0 || reason > 9) {
            throw new IllegalArgumentException("reason %d".formatted(reason));
        }
    }
}
